import { requireWatchable } from '../settings/watchable.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** A message that came while someone was watching. */
export interface SeenMessage {
  readonly id: number;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly topic: string;
  /** Without personal data; at most 4 KiB. */
  readonly raw: string;
  readonly understood: readonly { readonly what: string; readonly text: string }[];
}

/** What was seen, oldest first, and until when someone watches; null: nobody does any more. */
export interface Seen {
  readonly messages: readonly SeenMessage[];
  readonly endsAt: number | null;
}

const mostAtOnce = 100;

interface SeenAsk {
  readonly settings: Settings;
  /** A device's or source's id, or `*`. */
  readonly subject: string;
  /** The last message that was read before. */
  readonly after: number;
  readonly now: number;
}

/** The latest messages of what is watched, after one that was read before; someone else's device is not found. */
export async function readSeen(sql: Sql, scope: Scope, { settings, subject, after, now }: SeenAsk): Promise<Seen> {
  requireWatchable(scope, settings, subject);
  const rows = await sql.all<Omit<SeenMessage, 'understood'> & { understood: string }>(
    `select id, received_at as "receivedAt", topic, raw, understood from seen_messages
     where subject = ? and id > ? order by id desc limit ?`,
    [subject, after, mostAtOnce],
  );
  const [watch] = await sql.all<{ endsAt: number }>(
    'select ends_at as "endsAt" from watches where subject = ? and ends_at > ?',
    [subject, now],
  );
  const messages = rows
    .reverse()
    .map((row) => ({ ...row, understood: JSON.parse(row.understood) as SeenMessage['understood'] }));
  return { messages, endsAt: watch?.endsAt ?? null };
}

/** What someone watches at the moment: ids of devices and sources, and `*`. */
export async function readWatched(sql: Sql, _scope: Scope, { now }: { readonly now: number }): Promise<Set<string>> {
  const rows = await sql.all<{ subject: string }>('select subject from watches where ends_at > ?', [now]);
  return new Set(rows.map((row) => row.subject));
}
