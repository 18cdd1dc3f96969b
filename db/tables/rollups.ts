import { type Tally, tallyFields } from '../rollup/tally.ts';
import type { Survey, SurveyStage } from '../vocabulary/event.ts';
import type { Dialect } from './columns.ts';

/** The trade's word in the database: `grossSalesMinor` is the column `gross_sales_minor`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function tallyColumns(d: Dialect): Record<keyof Tally, ReturnType<ReturnType<Dialect['integer']>['notNull']>> {
  // Object.fromEntries forgets its keys; they are tallyFields, which are all keys of Tally.
  return Object.fromEntries(tallyFields.map((field) => [field, d.integer().notNull()])) as unknown as ReturnType<
    typeof tallyColumns
  >;
}

/** The columns of a queue tally (rollup/queueTally.ts); sketches in the form of rollup/waitSketch.ts. */
function queueColumns({ integer, real, text }: Dialect) {
  return {
    served: integer().notNull(),
    abandoned: integer().notNull(),
    reports: integer().notNull(),
    abandonReports: integer().notNull().default(0),
    waits: integer().notNull(),
    waitMs: integer().notNull(),
    judged: integer().notNull(),
    withinTarget: real().notNull(),
    services: integer().notNull(),
    serviceMs: integer().notNull(),
    lengthMs: integer().notNull(),
    knownMs: integer().notNull(),
    maxLength: integer(),
    openMs: integer().notNull(),
    openKnownMs: integer().notNull(),
    binned: integer().notNull(),
    waitSketch: text(),
    serviceSketch: text(),
  };
}

/** The columns of a service tally (rollup/serviceTally.ts); which of them mean something depends on the kind. */
function serviceColumns({ integer, real, text }: Dialect) {
  return {
    kind: text().$type<'observation' | 'check' | Survey>().notNull(),
    /** '' of surveys and checks. */
    process: text().notNull(),
    /** Of checks: their standard. '' where there is none. */
    criterion: text().notNull(),
    /** '' where there is none. */
    stage: text().$type<SurveyStage | ''>().notNull(),
    /** Of checks: items. */
    answers: integer().notNull(),
    /** Σ value or score; of checks: how many there were. */
    total: real().notNull(),
    /** Surveys: Σ score². */
    squares: real().notNull().default(0),
    /** Observations: green; nps: promoters (9–10); csat: satisfied (4–5); checks: items passed. */
    good: integer().notNull(),
    /** Observations: yellow; nps: passives. */
    middling: integer().notNull(),
    /** Observations: red; nps: detractors (0–6); checks: items failed. */
    bad: integer().notNull(),
  };
}

/** Sums derived from facts, in the same transaction or by a rebuild; every one can be thrown away and made again. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of tables
export function rollupTables(d: Dialect) {
  const { table, text, integer, primaryKey } = d;
  return {
    quarterCounts: table(
      'quarter_counts',
      {
        storeId: text().notNull(),
        /** Epoch ms at which the 15 minutes begin. */
        bucket: integer().notNull(),
        deviceId: text().notNull(),
        /** null: none was sent. */
        countIn: integer(),
        countOut: integer(),
        passersBy: integer(),
        staffIn: integer(),
        staffOut: integer(),
        /** Observed ms: on all lines of the device at once, less problems, between installed and removed. */
        inMs: integer().notNull().default(0),
        outMs: integer().notNull().default(0),
        bothMs: integer().notNull().default(0),
        passersByMs: integer().notNull().default(0),
        /** 1: touched by an interval longer than an hour. */
        coarse: integer().notNull().default(0),
        /** Of an event device: when its first and last events of the bucket were, and how many. */
        firstAt: integer(),
        lastAt: integer(),
        messages: integer().notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.bucket, t.deviceId] })],
    ),
    /** Differences of cumulative counters that enter no bucket: `unplaced` (over more than 24 h), `held` or `dropped`. */
    setAside: table(
      'set_aside',
      {
        deviceId: text().notNull(),
        line: text().notNull(),
        startAt: integer().notNull(),
        endAt: integer().notNull(),
        countIn: integer(),
        countOut: integer(),
        passersBy: integer(),
        why: text().$type<'unplaced' | 'held' | 'dropped'>().notNull(),
      },
      (t) => [primaryKey({ columns: [t.deviceId, t.line, t.endAt, t.startAt] })],
    ),
    quarterSales: table(
      'quarter_sales',
      {
        storeId: text().notNull(),
        bucket: integer().notNull(),
        deviceId: text().notNull(),
        purchases: integer().notNull().default(0),
        grossMinor: integer().notNull().default(0),
        returnsMinor: integer().notNull().default(0),
        netTaxMinor: integer().notNull().default(0),
        receipts: integer().notNull().default(0),
        receiptsWithTax: integer().notNull().default(0),
        items: integer().notNull().default(0),
        purchasesWithItems: integer().notNull().default(0),
        otherTransactions: integer().notNull().default(0),
        otherNetMinor: integer().notNull().default(0),
        /** Over all that stands, also what counts nowhere: it shows that the feed is alive. */
        firstAt: integer(),
        lastAt: integer(),
        messages: integer().notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.bucket, t.deviceId] })],
    ),
    quarterQueues: table(
      'quarter_queues',
      { storeId: text().notNull(), bucket: integer().notNull(), queue: text().notNull(), ...queueColumns(d) },
      (t) => [primaryKey({ columns: [t.storeId, t.bucket, t.queue] })],
    ),
    queueDays: table(
      'queue_days',
      {
        storeId: text().notNull(),
        date: text().notNull(),
        queue: text().notNull(),
        /** 1: inside the window, 0: outside it. */
        inWindow: integer().notNull(),
        ...queueColumns(d),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.date, t.queue, t.inWindow] })],
    ),
    /** Sums of the days of a whole month. */
    queueMonths: table(
      'queue_months',
      {
        storeId: text().notNull(),
        /** `YYYY-MM`. */
        month: text().notNull(),
        queue: text().notNull(),
        inWindow: integer().notNull(),
        ...queueColumns(d),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.month, t.queue, t.inWindow] })],
    ),
    /** Observations, survey answers and checked items of a date. */
    serviceDays: table(
      'service_days',
      { storeId: text().notNull(), date: text().notNull(), ...serviceColumns(d) },
      (t) => [primaryKey({ columns: [t.storeId, t.date, t.kind, t.process, t.criterion, t.stage] })],
    ),
    /** Sums of the days that there are of a month: to be trusted where all its days are. */
    serviceMonths: table(
      'service_months',
      {
        storeId: text().notNull(),
        /** `YYYY-MM`. */
        month: text().notNull(),
        ...serviceColumns(d),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.month, t.kind, t.process, t.criterion, t.stage] })],
    ),
    dailyTallies: table(
      'daily_tallies',
      {
        storeId: text().notNull(),
        date: text().notNull(),
        /** 1: inside the window, 0: outside it. */
        inWindow: integer().notNull(),
        ...tallyColumns(d),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.date, t.inWindow] })],
    ),
    /** What a date showed when it ended: written once, never changed. `in_window` as in daily_tallies. */
    reportedTallies: table(
      'reported_tallies',
      {
        storeId: text().notNull(),
        date: text().notNull(),
        inWindow: integer().notNull(),
        /** Epoch ms of the look that these are of. */
        reportedAt: integer().notNull(),
        ...tallyColumns(d),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.date, t.inWindow] })],
    ),
    /** What changed a date after it was reported, summed by cause and device. Differences: now less as reported. */
    restatements: table(
      'restatements',
      {
        storeId: text().notNull(),
        date: text().notNull(),
        inWindow: integer().notNull(),
        cause: text().$type<'late' | 'corrected' | 'accepted' | 'voided' | 'takenOut' | 'settings'>().notNull(),
        deviceId: text().notNull(),
        /** How many changes, and when the first and last of them came. */
        changes: integer().notNull().default(0),
        firstAt: integer().notNull(),
        lastAt: integer().notNull(),
        passersByDoubled: integer().notNull().default(0),
        entriesDoubled: integer().notNull().default(0),
        exits: integer().notNull().default(0),
        purchases: integer().notNull().default(0),
        grossSalesMinor: integer().notNull().default(0),
        returnsMinor: integer().notNull().default(0),
        netTaxMinor: integer().notNull().default(0),
        items: integer().notNull().default(0),
        otherTransactions: integer().notNull().default(0),
        otherNetSalesMinor: integer().notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.date, t.inWindow, t.cause, t.deviceId] })],
    ),
    /** Of which dates of a store there are reports. A store's first is the one in which it was set up: no history is reported. */
    reporting: table('reporting', {
      storeId: text().primaryKey(),
      /** The first date that is, or will be, reported. */
      firstDate: text().notNull(),
      /** null: none has ended yet. */
      lastDate: text(),
    }),
    /** Dates whose daily tallies are not to be trusted until they are made again. */
    staleDays: table(
      'stale_days',
      {
        storeId: text().notNull(),
        date: text().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.date] })],
    ),
    /** Stores whose rollups are to be made again because a setting that counts has changed. */
    rebuilds: table('rebuilds', {
      storeId: text().primaryKey(),
      requestedAt: integer().notNull(),
    }),
  };
}
