import { keepIngestRun, startIngestRun } from '../writes/ingestRuns.ts';
import { claimOwnership, saveMembership, saveSetupCode } from '../writes/people.ts';
import { applyRetention } from '../writes/retention.ts';
import { applySettings } from '../writes/settings.ts';
import { createToken, noteTokenUse, revokeToken } from '../writes/tokens.ts';
import { runAuthStatement } from './authStatements.ts';

/** Every write that the writer thread answers, besides what ingest adds (ingest/writer.ts). */
export const writes = {
  applyRetention,
  applySettings,
  claimOwnership,
  createToken,
  keepIngestRun,
  noteTokenUse,
  revokeToken,
  runAuthStatement,
  saveMembership,
  saveSetupCode,
  startIngestRun,
};

export type Writes = typeof writes;
