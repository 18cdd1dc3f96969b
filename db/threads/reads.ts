import { readSettingsSince } from '../reads/settings.ts';
import { readSources } from '../reads/sources.ts';

/** Every read that a reader thread answers. */
export const reads = {
  readSettingsSince,
  readSources,
};

export type Reads = typeof reads;
