import type { SaleType } from '../vocabulary/event.ts';
import type { Dialect } from './columns.ts';

/** Every accepted reading, receipt and status under its natural key. Instants are epoch ms; flags are 0 and 1. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of tables
export function factTables(d: Dialect) {
  const { table, text, integer, real, serial, primaryKey, index } = d;
  return {
    /** Keyed by time first: an append dirties the last page, not one page a device. */
    countIntervals: table(
      'count_intervals',
      {
        /** floor(start_at / 900000). */
        slot: integer().notNull(),
        deviceId: text().notNull(),
        line: text().notNull(),
        startAt: integer().notNull(),
        endAt: integer().notNull(),
        countIn: integer(),
        countOut: integer(),
        passersBy: integer(),
        staffIn: integer(),
        staffOut: integer(),
        groups: integer(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
        /** 1: an earlier one of the line ends after its start, so it counts nowhere. */
        isOverlap: integer().notNull().default(0),
        /** The item as it was sent, only where it differs from the canonical one. */
        body: text(),
      },
      (t) => [primaryKey({ columns: [t.slot, t.deviceId, t.line, t.startAt] })],
    ),
    /** What a cumulative counter showed: its totals at an instant; differences between readings are worked out from these. */
    countReadings: table(
      'count_readings',
      {
        /** floor(at / 900000). */
        slot: integer().notNull(),
        deviceId: text().notNull(),
        line: text().notNull(),
        at: integer().notNull(),
        totalIn: integer(),
        totalOut: integer(),
        totalPassersBy: integer(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.slot, t.deviceId, t.line, t.at] })],
    ),
    /** The UTC days of which a line has readings: the way to the reading before a gap of any length. */
    readingDays: table(
      'reading_days',
      {
        deviceId: text().notNull(),
        line: text().notNull(),
        /** floor(at / 86400000). */
        day: integer().notNull(),
        /** Which totals its readings carry, at least: 1 in, 2 out, 4 passers-by. A correction may leave one too many. */
        totals: integer().notNull().default(7),
      },
      (t) => [primaryKey({ columns: [t.deviceId, t.line, t.day] })],
    ),
    /** One row a person or small group that an event counter saw. */
    countEvents: table(
      'count_events',
      {
        /** floor(at / 900000). */
        slot: integer().notNull(),
        deviceId: text().notNull(),
        line: text().notNull(),
        at: integer().notNull(),
        direction: text().$type<'in' | 'out' | 'passerBy'>().notNull(),
        /** '' where the device gives none. */
        id: text().notNull(),
        /** Which of the equal ones without id in its message: 0, 1, … */
        place: integer().notNull(),
        count: integer().notNull(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.slot, t.deviceId, t.line, t.at, t.direction, t.id, t.place] })],
    ),
    /** What someone said of a difference that was held; holds only for exactly this difference. */
    heldDecisions: table(
      'held_decisions',
      {
        deviceId: text().notNull(),
        line: text().notNull(),
        startAt: integer().notNull(),
        endAt: integer().notNull(),
        countIn: integer(),
        countOut: integer(),
        passersBy: integer(),
        decision: text().$type<'accepted' | 'dropped'>().notNull(),
        actor: text().notNull(),
        decidedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.deviceId, t.line, t.endAt, t.startAt] })],
    ),
    /** A span of a device or feed taken out by hand: time with a problem, its counts shown apart. Reversible. */
    takeOuts: table(
      'take_outs',
      {
        id: text().primaryKey(),
        storeId: text().notNull(),
        deviceId: text().notNull(),
        fromAt: integer().notNull(),
        toAt: integer().notNull(),
        reason: text().notNull(),
        note: text(),
        madeBy: text().notNull(),
        madeAt: integer().notNull(),
        revertedBy: text(),
        revertedAt: integer(),
      },
      (t) => [
        index('take_outs_by_device').on(t.deviceId, t.fromAt),
        index('take_outs_by_store').on(t.storeId, t.fromAt),
      ],
    ),
    /** Counts made by hand beside a device, to know how well it counts. */
    manualCounts: table(
      'manual_counts',
      {
        /** Made on the phone, so that what is sent twice is kept once. */
        id: text().primaryKey(),
        storeId: text().notNull(),
        deviceId: text().notNull(),
        startAt: integer().notNull(),
        endAt: integer().notNull(),
        /** null: this direction was not counted. */
        countIn: integer(),
        countOut: integer(),
        note: text(),
        madeBy: text().notNull(),
        receivedAt: integer().notNull(),
        withdrawnBy: text(),
        withdrawnAt: integer(),
      },
      (t) => [
        index('manual_counts_by_device').on(t.deviceId, t.endAt),
        index('manual_counts_by_store').on(t.storeId, t.endAt),
      ],
    ),
    /** Digests of contents without updatedAt that were replaced: a repeat of one never comes back. */
    superseded: table(
      'superseded',
      {
        kind: text().notNull(),
        owner: text().notNull(),
        key: text().notNull(),
        digest: text().notNull(),
      },
      (t) => [primaryKey({ columns: [t.kind, t.owner, t.key, t.digest] })],
    ),
    sales: table(
      'sales',
      {
        storeId: text().notNull(),
        source: text().notNull(),
        id: text().notNull(),
        deviceId: text().notNull(),
        at: integer().notNull(),
        type: text().$type<SaleType>().notNull(),
        totalMinor: integer().notNull(),
        taxMinor: integer(),
        items: integer(),
        till: text(),
        employee: text(),
        channel: text().notNull(),
        isTraining: integer().notNull().default(0),
        original: text(),
        isVoided: integer().notNull().default(0),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [
        primaryKey({ columns: [t.storeId, t.source, t.id] }),
        index('sales_by_time').on(t.storeId, t.at),
        index('sales_by_original').on(t.storeId, t.source, t.original),
      ],
    ),
    statuses: table(
      'statuses',
      {
        deviceId: text().notNull(),
        at: integer().notNull(),
        state: text().$type<'online' | 'offline'>().notNull(),
        problem: text(),
        battery: real(),
        firmware: text(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.deviceId, t.at] })],
    ),
    deviceStates: table('device_states', {
      deviceId: text().primaryKey(),
      /** By the facts' own times: the earliest start and the latest end. */
      firstReportAt: integer(),
      lastReportAt: integer(),
      /** By receipt. */
      lastSeenAt: integer(),
      longestIntervalMs: integer(),
      latestIntervalMs: integer(),
      /** Business date up to which a batch feed has delivered. */
      completeTo: text(),
      state: text().$type<'online' | 'offline'>(),
      problem: text(),
      stateAt: integer(),
      battery: real(),
      firmware: text(),
      corrections: integer().notNull().default(0),
      hasStatusSince: integer(),
    }),
    /** When ingest was connected: by the main way, or to the broker of a source. */
    ingestRuns: table(
      'ingest_runs',
      {
        id: serial(),
        /** null: the main way. */
        source: text(),
        startedAt: integer().notNull(),
        aliveAt: integer().notNull(),
      },
      (t) => [index('ingest_runs_by_time').on(t.aliveAt)],
    ),
    quarantine: table(
      'quarantine',
      {
        id: serial(),
        receivedAt: integer().notNull(),
        lastAt: integer().notNull(),
        storeId: text(),
        deviceId: text(),
        topic: text().notNull(),
        kind: text(),
        reason: text().notNull(),
        detail: text().notNull(),
        digest: text().notNull(),
        /** JSON of the item; of an unreadable or over-large body its first 4 KiB as text. */
        body: text().notNull(),
        /** Bytes and hash of the whole body, where body is only its beginning. */
        length: integer(),
        sha256: text(),
        count: integer().notNull().default(1),
      },
      (t) => [
        d.uniqueIndex('quarantine_by_content').on(t.topic, t.reason, t.digest),
        index('quarantine_by_device').on(t.deviceId),
        index('quarantine_by_store').on(t.storeId, t.reason),
        index('quarantine_by_time').on(t.lastAt),
      ],
    ),
    /** How many rows of a topic were let go because it had too many. */
    quarantineLetGo: table('quarantine_let_go', {
      topic: text().primaryKey(),
      count: integer().notNull(),
    }),
  };
}
