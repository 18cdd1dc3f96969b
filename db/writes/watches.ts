import type { SeenMessage } from '../reads/seen.ts';
import { requireWatchable } from '../settings/watchable.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Long enough to mount a counter, short enough that nobody's messages are kept by oversight. */
const watchMs = 15 * 60_000;
/** Messages kept of each that is watched; the oldest go first. */
const mostSeen = 200;
/** What was seen stays this long after it came. */
const seenMs = 60 * 60_000;
/** More of a raw message is not kept. */
const mostRaw = 4096;

export interface WatchWish {
  readonly settings: Settings;
  /** A device's or source's id; `*`: what nobody claims. */
  readonly subject: string;
  readonly now: number;
}

/** Has messages of a device or source kept as they come, for a quarter of an hour from now. Answers until when. */
export async function startWatch(
  sql: Sql,
  scope: Scope,
  { settings, subject, now }: WatchWish,
): Promise<{ endsAt: number }> {
  requireWatchable(scope, settings, subject);
  const endsAt = now + watchMs;
  await sql.run(
    `insert into watches (subject, ends_at) values (?, ?)
     on conflict (subject) do update set ends_at = excluded.ends_at`,
    [subject, endsAt],
  );
  return { endsAt };
}

export interface KeptSeen extends Omit<SeenMessage, 'id'> {
  readonly subject: string;
}

/** Keeps messages of what is watched, and of each no more than the latest two hundred. */
export async function keepSeen(sql: Sql, _scope: Scope, seen: readonly KeptSeen[]): Promise<void> {
  const bySubject = new Map<string, KeptSeen[]>();
  for (const one of seen) bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []).slice(1 - mostSeen), one]);
  for (const [subject, messages] of bySubject) {
    for (const { receivedAt, topic, raw, understood } of messages) {
      await sql.run('insert into seen_messages (subject, received_at, topic, raw, understood) values (?, ?, ?, ?, ?)', [
        subject,
        receivedAt,
        topic.slice(0, 1000),
        raw.slice(0, mostRaw),
        JSON.stringify(understood),
      ]);
    }
    await sql.run(
      `delete from seen_messages where subject = ? and id <= coalesce(
         (select id from seen_messages where subject = ? order by id desc limit 1 offset ?), 0)`,
      [subject, subject, mostSeen],
    );
  }
}

/** Lets go of watches that have ended and of what was seen an hour ago. */
export async function endWatches(sql: Sql, _scope: Scope, { now }: { readonly now: number }): Promise<void> {
  await sql.run('delete from watches where ends_at <= ?', [now]);
  await sql.run('delete from seen_messages where received_at < ?', [now - seenMs]);
}
