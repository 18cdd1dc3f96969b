import { postgresColumns } from './columns.ts';
import { factTables } from './facts.ts';
import { peopleTables } from './people.ts';
import { rollupTables } from './rollups.ts';
import { serviceTables } from './service.ts';
import { settingsTables } from './settings.ts';
import { vendorTables } from './vendors.ts';

/** The same tables as PostgreSQL keeps them: only drizzle-kit reads these, to make the migrations. */
export const {
  organisation,
  regions,
  stores,
  entrances,
  queues,
  devices,
  mqttClients,
  standards,
  checklists,
  surveyPages,
  sources,
  vendorSecrets,
  importMappings,
  notes,
  watches,
  meta,
} = settingsTables(postgresColumns);
export const { user, session, account, verification, memberships, preferences, passwordLinks, tokens, auditLog } =
  peopleTables(postgresColumns);
export const {
  countIntervals,
  countReadings,
  readingDays,
  countEvents,
  heldDecisions,
  takeOuts,
  manualCounts,
  superseded,
  sales,
  statuses,
  deviceStates,
  ingestRuns,
  quarantine,
  quarantineLetGo,
} = factTables(postgresColumns);
export const {
  quarterCounts,
  setAside,
  quarterSales,
  quarterQueues,
  queueDays,
  queueMonths,
  serviceDays,
  serviceMonths,
  dailyTallies,
  reportedTallies,
  restatements,
  reporting,
  staleDays,
  rebuilds,
} = rollupTables(postgresColumns);
export const { placements, zReports, fetches, polls, seenMessages, walkTests } = vendorTables(postgresColumns);
export const {
  queueSamples,
  queueVisits,
  queueStatistics,
  observations,
  surveyAnswers,
  serviceRequests,
  standardsChecks,
  correctiveActions,
  surveyVisits,
} = serviceTables(postgresColumns);
