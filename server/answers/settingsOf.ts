import { makeSettingsCache } from '../../db/settings/cache.ts';

/** The settings of the moment, kept once a reader thread. */
export const settingsOf = makeSettingsCache();
