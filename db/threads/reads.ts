import { readUnknownSenders } from '../reads/adoption.ts';
import { readAudit } from '../reads/audit.ts';
import { readComments } from '../reads/comments.ts';
import { authenticateClient } from '../reads/credentials.ts';
import { hasDueFetches, readFetchStates } from '../reads/fetches.ts';
import { readFirstSteps } from '../reads/firstSteps.ts';
import { readHandChecks } from '../reads/handChecks.ts';
import { readImportMappings } from '../reads/importMappings.ts';
import { readNotes } from '../reads/notes.ts';
import { readGrants, readUsers } from '../reads/people.ts';
import { readPreferences } from '../reads/preferences.ts';
import { readQuarantine } from '../reads/quarantine.ts';
import { readReadiness } from '../reads/readiness.ts';
import { readSecretsThere } from '../reads/secretsThere.ts';
import { readSeen } from '../reads/seen.ts';
import { readSettingsSince } from '../reads/settings.ts';
import { readSetup } from '../reads/setup.ts';
import { readSources } from '../reads/sources.ts';
import { readPublicSurvey, readSurveyPage } from '../reads/surveyPages.ts';
import { findToken, readTokens } from '../reads/tokens.ts';
import { readTrial } from '../reads/trial.ts';
import { readVendorSecrets } from '../reads/vendorSecrets.ts';
import { readWalkTests } from '../reads/walkTests.ts';
import { withSettings } from './withSettings.ts';

/** Every read that a reader thread answers, besides the figures that the server adds. */
export const reads = {
  authenticateClient,
  findToken,
  hasDueFetches,
  readAudit,
  readComments: withSettings(readComments),
  readFetchStates,
  readFirstSteps: withSettings(readFirstSteps),
  readGrants,
  readHandChecks: withSettings(readHandChecks),
  readImportMappings: withSettings(readImportMappings),
  readPreferences,
  readNotes: withSettings(readNotes),
  readPublicSurvey,
  readQuarantine,
  readReadiness,
  readSecretsThere,
  readSeen: withSettings(readSeen),
  readSettingsSince,
  readSetup,
  readSources,
  readSurveyPage: withSettings(readSurveyPage),
  readTokens,
  readTrial: withSettings(readTrial),
  readUnknownSenders,
  readUsers,
  readWalkTests: withSettings(readWalkTests),
  readVendorSecrets,
};

export type Reads = typeof reads;
