import {
  notePasswordChange,
  removePerson,
  renamePerson,
  savePasswordLink,
  takePasswordLink,
} from '../writes/accounts.ts';
import { markAction, saveAction } from '../writes/correctiveActions.ts';
import { makeDailyTallies } from '../writes/daily.ts';
import { claimFetches, claimPoll, completeFetch, notePoll, putOffFetch, releaseFetches } from '../writes/fetches.ts';
import { decideHeld } from '../writes/held.ts';
import { noteImport, saveImportMapping } from '../writes/importMappings.ts';
import { keepIngestRun, startIngestRun } from '../writes/ingestRuns.ts';
import { saveManualCount, withdrawManualCount } from '../writes/manualCounts.ts';
import { removeNote, saveNote } from '../writes/notes.ts';
import { saveObservations } from '../writes/observations.ts';
import { savePageAnswers } from '../writes/pageAnswers.ts';
import { claimOwnership, saveMembership, saveSetupCode } from '../writes/people.ts';
import { savePreferences } from '../writes/preferences.ts';
import { rebuildPending } from '../writes/rebuild.ts';
import { removeRegion } from '../writes/regions.ts';
import { reportDates } from '../writes/reports.ts';
import { applyRetention } from '../writes/retention.ts';
import { applySettings, previewSettings } from '../writes/settings.ts';
import { removeChecklist, removeStandard } from '../writes/standards.ts';
import { saveCheck } from '../writes/standardsChecks.ts';
import { saveSurveyPage } from '../writes/surveyPages.ts';
import { makeTakeOut, revertTakeOut } from '../writes/takeOuts.ts';
import { createToken, noteTokenUse, revokeToken } from '../writes/tokens.ts';
import { endSecrets, rotateSecret } from '../writes/vendorSecrets.ts';
import { endWalkTest, settleWalkTests, startWalkTest } from '../writes/walkTests.ts';
import { endWatches, startWatch } from '../writes/watches.ts';
import { runAuthStatement } from './authStatements.ts';
import { withSettings } from './withSettings.ts';

/** Every write that the writer thread answers, besides what ingest adds (ingest/writer.ts). */
export const writes = {
  applyRetention,
  applySettings,
  claimFetches,
  claimOwnership,
  claimPoll,
  completeFetch,
  createToken,
  decideHeld: withSettings(decideHeld),
  endWalkTest: withSettings(endWalkTest),
  endSecrets,
  endWatches,
  keepIngestRun,
  makeDailyTallies: withSettings(makeDailyTallies),
  makeTakeOut: withSettings(makeTakeOut),
  markAction: withSettings(markAction),
  notePoll,
  notePasswordChange,
  noteImport: withSettings(noteImport),
  noteTokenUse,
  previewSettings,
  putOffFetch,
  rebuildPending: withSettings(rebuildPending),
  releaseFetches,
  removeChecklist,
  removeNote: withSettings(removeNote),
  removePerson,
  removeRegion,
  removeStandard,
  renamePerson,
  reportDates: withSettings(reportDates),
  revertTakeOut: withSettings(revertTakeOut),
  revokeToken,
  rotateSecret,
  runAuthStatement,
  saveAction: withSettings(saveAction),
  saveCheck: withSettings(saveCheck),
  saveManualCount: withSettings(saveManualCount),
  saveImportMapping: withSettings(saveImportMapping),
  saveMembership,
  saveNote: withSettings(saveNote),
  saveObservations: withSettings(saveObservations),
  savePageAnswers: withSettings(savePageAnswers),
  savePasswordLink,
  savePreferences,
  saveSetupCode,
  saveSurveyPage: withSettings(saveSurveyPage),
  settleWalkTests: withSettings(settleWalkTests),
  startIngestRun,
  takePasswordLink,
  startWatch: withSettings(startWatch),
  startWalkTest: withSettings(startWalkTest),
  withdrawManualCount: withSettings(withdrawManualCount),
};

export type Writes = typeof writes;
