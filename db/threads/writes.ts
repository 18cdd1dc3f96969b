import { applySettings } from '../writes/settings.ts';
import { runAuthStatement } from './authStatements.ts';

/** Every write that the writer thread answers, besides what ingest adds (ingest/writer.ts). */
export const writes = {
  applySettings,
  runAuthStatement,
};

export type Writes = typeof writes;
