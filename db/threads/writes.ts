import { makeDailyTallies } from '../writes/daily.ts';
import { keepIngestRun, startIngestRun } from '../writes/ingestRuns.ts';
import { claimOwnership, saveMembership, saveSetupCode } from '../writes/people.ts';
import { rebuildPending } from '../writes/rebuild.ts';
import { applyRetention } from '../writes/retention.ts';
import { applySettings } from '../writes/settings.ts';
import { createToken, noteTokenUse, revokeToken } from '../writes/tokens.ts';
import { runAuthStatement } from './authStatements.ts';
import { withSettings } from './withSettings.ts';

/** Every write that the writer thread answers, besides what ingest adds (ingest/writer.ts). */
export const writes = {
  applyRetention,
  applySettings,
  claimOwnership,
  createToken,
  keepIngestRun,
  makeDailyTallies: withSettings(makeDailyTallies),
  noteTokenUse,
  rebuildPending: withSettings(rebuildPending),
  revokeToken,
  runAuthStatement,
  saveMembership,
  saveSetupCode,
  startIngestRun,
};

export type Writes = typeof writes;
