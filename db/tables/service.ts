import type { CheckedItem, ServiceLevel, Survey, SurveyStage, VisitOutcome, WaitBin } from '../vocabulary/event.ts';
import type { Dialect } from './columns.ts';

/** Facts of queues and service under their natural keys, and what follows from them. Instants are epoch ms. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of tables
export function serviceTables(d: Dialect) {
  const { table, text, integer, real, json, primaryKey, index } = d;
  return {
    queueSamples: table(
      'queue_samples',
      {
        /** floor(at / 900000). */
        slot: integer().notNull(),
        deviceId: text().notNull(),
        queue: text().notNull(),
        at: integer().notNull(),
        length: integer().notNull(),
        open: integer(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.slot, t.deviceId, t.queue, t.at] })],
    ),
    /** Put together of every message of one id, field by field. */
    queueVisits: table(
      'queue_visits',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        deviceId: text().notNull(),
        queue: text(),
        joinedAt: integer(),
        calledAt: integer(),
        leftAt: integer(),
        outcome: text().$type<VisitOutcome>(),
        /** By field what the order law weighs it by: [updatedAt | null, receivedAt]. */
        marks: json<Record<string, [number | null, number]>>().notNull(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.id] }), index('queue_visits_by_time').on(t.storeId, t.joinedAt)],
    ),
    queueStatistics: table(
      'queue_statistics',
      {
        storeId: text().notNull(),
        deviceId: text().notNull(),
        queue: text().notNull(),
        startAt: integer().notNull(),
        endAt: integer().notNull(),
        served: integer().notNull(),
        abandoned: integer(),
        meanWaitSeconds: real(),
        waitBins: json<WaitBin[]>(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [
        primaryKey({ columns: [t.deviceId, t.queue, t.startAt] }),
        index('queue_statistics_by_time').on(t.storeId, t.startAt),
      ],
    ),
    observations: table(
      'observations',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        /** null: written by a person (`made_by`). */
        deviceId: text(),
        at: integer().notNull(),
        process: text().notNull(),
        criterion: text().notNull(),
        value: real().notNull(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.id] }), index('observations_by_time').on(t.storeId, t.at)],
    ),
    surveyAnswers: table(
      'survey_answers',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        deviceId: text(),
        at: integer().notNull(),
        survey: text().$type<Survey>().notNull(),
        score: integer().notNull(),
        criterion: text(),
        stage: text().$type<SurveyStage>(),
        comment: text(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.id] }), index('survey_answers_by_time').on(t.storeId, t.at)],
    ),
    /** Put together of every message of one id, field by field. */
    serviceRequests: table(
      'service_requests',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        deviceId: text(),
        openedAt: integer(),
        answeredAt: integer(),
        resolvedAt: integer(),
        level: integer().$type<ServiceLevel>(),
        /** Every level that any message named: 1, 2 and 4 added. More than one: it was handed over. */
        levels: integer().notNull().default(0),
        category: text(),
        /** By field what the order law weighs it by: [updatedAt | null, receivedAt]. */
        marks: json<Record<string, [number | null, number]>>().notNull(),
        receivedAt: integer().notNull(),
      },
      (t) => [
        primaryKey({ columns: [t.storeId, t.id] }),
        index('service_requests_by_opening').on(t.storeId, t.openedAt),
        index('service_requests_by_resolution').on(t.storeId, t.resolvedAt),
      ],
    ),
    standardsChecks: table(
      'standards_checks',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        deviceId: text(),
        at: integer().notNull(),
        standard: text().notNull(),
        items: json<CheckedItem[]>().notNull(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.id] }), index('standards_checks_by_time').on(t.storeId, t.at)],
    ),
    /** What was agreed upon after a check, who is to do it (a role, no name) and by when. */
    correctiveActions: table(
      'corrective_actions',
      {
        /** Made on the phone, so that what is sent twice is kept once. */
        id: text().primaryKey(),
        storeId: text().notNull(),
        checkId: text(),
        standard: text(),
        item: text(),
        what: text().notNull(),
        role: text().notNull(),
        /** A date, `YYYY-MM-DD`. */
        dueOn: text().notNull(),
        madeBy: text().notNull(),
        madeAt: integer().notNull(),
        doneAt: integer(),
        doneBy: text(),
      },
      (t) => [index('corrective_actions_by_store').on(t.storeId, t.dueOn)],
    ),
    /** Which phone answered a public page when: one answer a device a visit. Kept for eight days. */
    surveyVisits: table(
      'survey_visits',
      {
        storeId: text().notNull(),
        /** Hash of the random number that the page keeps on the phone, and which four hours (vocabulary/survey.ts). */
        phone: text().notNull(),
        /** What its answers are known by. */
        answerId: text().notNull(),
        at: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.phone] }), index('survey_visits_by_time').on(t.at)],
    ),
  };
}
