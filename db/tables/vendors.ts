import type { Dialect } from './columns.ts';

/** What vendors' counters and tills need beside facts: placing without a clock, questions to their APIs, and looking on as they are set up. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of tables
export function vendorTables(d: Dialect) {
  const { table, text, integer, serial, primaryKey, index } = d;
  return {
    /**
     * Where something was placed whose device has no clock to be trusted: by the first receipt of this content, so that a repeat meets it
     * again.
     */
    placements: table(
      'placements',
      {
        deviceId: text().notNull(),
        /** Digest of what it is known by: its content, counter or package, and the time the device claimed. */
        key: text().notNull(),
        /** Where it was placed. */
        at: integer().notNull(),
        receivedAt: integer().notNull(),
        /** `unset`: a clock before 2015; `frozen`: one that repeats itself; `none`: the message gives no time. */
        reason: text().$type<'unset' | 'frozen' | 'none'>().notNull(),
      },
      (t) => [primaryKey({ columns: [t.deviceId, t.key] }), index('placements_by_time').on(t.deviceId, t.receivedAt)],
    ),
    /** What a till says at the end of a shift, to be compared with the receipts that arrived. */
    zReports: table(
      'z_reports',
      {
        storeId: text().notNull(),
        source: text().notNull(),
        id: text().notNull(),
        deviceId: text().notNull(),
        till: text(),
        /** null: the end of the shift before. */
        openedAt: integer(),
        closedAt: integer().notNull(),
        salesCount: integer(),
        salesMinor: integer(),
        returnsCount: integer(),
        returnsMinor: integer(),
        /** Of whatever kind, where it does not tell them apart. */
        receiptsCount: integer(),
        updatedAt: integer(),
        receivedAt: integer().notNull(),
      },
      (t) => [
        primaryKey({ columns: [t.storeId, t.source, t.id] }),
        index('z_reports_by_time').on(t.storeId, t.closedAt),
      ],
    ),
    /** What a vendor's message only named, and is still to be asked for. */
    fetches: table(
      'fetches',
      {
        id: serial(),
        /** The device or source whose account it is asked by. */
        feed: text().notNull(),
        resource: text().notNull(),
        key: text().notNull(),
        /** As the vendor says it; a later one is asked for again. */
        version: text().notNull(),
        noticedAt: integer().notNull(),
        dueAt: integer().notNull(),
        attempts: integer().notNull().default(0),
        error: text(),
        /** Given up; null: still to be done. */
        failedAt: integer(),
      },
      (t) => [d.uniqueIndex('fetches_by_key').on(t.feed, t.resource, t.key), index('fetches_by_time').on(t.dueAt)],
    ),
    /** How far a vendor's account was read by asking it again and again. */
    polls: table('polls', {
      feed: text().primaryKey(),
      /** In the vendor's own form. */
      cursor: text(),
      triedAt: integer(),
      succeededAt: integer(),
      error: text(),
    }),
    /** What arrived while someone was watching, raw beside understood; bounded and kept for a short time. */
    seenMessages: table(
      'seen_messages',
      {
        id: serial(),
        /** The device's or source's id, or `*` of what nobody claims. */
        subject: text().notNull(),
        receivedAt: integer().notNull(),
        topic: text().notNull(),
        /** Without personal data; at most 4 KiB. */
        raw: text().notNull(),
        /** A JSON list of what was understood of it, in events and reasons. */
        understood: text().notNull(),
      },
      (t) => [index('seen_messages_by_subject').on(t.subject, t.id)],
    ),
    /** An installer's walks through a door, which are taken out of the counts by themselves. */
    walkTests: table(
      'walk_tests',
      {
        id: text().primaryKey(),
        storeId: text().notNull(),
        deviceId: text().notNull(),
        startedAt: integer().notNull(),
        endedAt: integer(),
        walkedIn: integer(),
        walkedOut: integer(),
        /** The take-out that keeps the walks out of the counts. */
        takeOutId: text(),
        madeBy: text().notNull(),
      },
      (t) => [index('walk_tests_by_device').on(t.deviceId, t.startedAt)],
    ),
  };
}
