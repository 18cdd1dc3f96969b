import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { FetchWanted } from '../vocabulary/event.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Something that a vendor's message named, to be asked for by a feed's account. */
export type WantedBy = Pick<FetchWanted, 'resource' | 'key' | 'version'> & { readonly feed: string };

/** A question to a vendor, taken by one process until `dueAt`. */
export interface ClaimedFetch extends WantedBy {
  readonly id: number;
  readonly noticedAt: number;
  /** How often it has been asked without an answer of use, this time not counted. */
  readonly attempts: number;
}

/**
 * Notes what is to be asked for, inside the caller's transaction. What waits already with the same version stays as it is; a new
 * version, or one that was given up, is asked for anew. Answers for each whether anything changed. No key may occur twice.
 */
export async function wantFetches(
  sql: Sql,
  _scope: Scope,
  { wanted, now }: { readonly wanted: readonly WantedBy[]; readonly now: number },
): Promise<boolean[]> {
  const changed: boolean[] = [];
  for (const { feed, resource, key, version } of wanted) {
    const rows = await sql.run(
      `insert into fetches (feed, resource, key, version, noticed_at, due_at, attempts) values (?, ?, ?, ?, ?, ?, 0)
       on conflict (feed, resource, key) do update set version = excluded.version, noticed_at = excluded.noticed_at,
         due_at = excluded.due_at, attempts = 0, error = null, failed_at = null
       where fetches.version <> excluded.version or fetches.failed_at is not null`,
      [feed, resource, key, version, now, now],
    );
    changed.push(rows > 0);
  }
  return changed;
}

/** Takes questions that are due, so that no other process asks them before `until`; a feed in `without` is left alone. */
export async function claimFetches(
  sql: Sql,
  scope: Scope,
  {
    now,
    until,
    most,
    without,
  }: { readonly now: number; readonly until: number; readonly most: number; readonly without: readonly string[] },
): Promise<ClaimedFetch[]> {
  requireOwner(scope, 'ask vendors');
  const others = without.length === 0 ? '' : `and feed not in (${without.map(() => '?').join(', ')})`;
  // Looked at again outside: on PostgreSQL another process may have taken them while this one waited for the rows.
  const rows = await sql.all<{
    id: number;
    feed: string;
    resource: string;
    key: string;
    version: string;
    noticed_at: number;
    attempts: number;
  }>(
    `update fetches set due_at = ? where due_at <= ? and failed_at is null and id in (
       select id from fetches where due_at <= ? and failed_at is null ${others} order by due_at, id limit ?
     ) returning id, feed, resource, key, version, noticed_at, attempts`,
    [until, now, now, ...without, most],
  );
  return rows
    .map(({ noticed_at, ...row }) => ({ ...row, noticedAt: noticed_at }))
    .sort((one, other) => one.noticedAt - other.noticedAt || one.id - other.id);
}

/** Answered and stored: it is not asked again, unless a newer version was named meanwhile. */
export async function completeFetch(
  sql: Sql,
  scope: Scope,
  { id, version }: Pick<ClaimedFetch, 'id' | 'version'>,
): Promise<void> {
  requireOwner(scope, 'ask vendors');
  await sql.run('delete from fetches where id = ? and version = ?', [id, version]);
}

export interface FetchPutOff extends Pick<ClaimedFetch, 'id' | 'version' | 'attempts'> {
  /** Why, in a sentence. */
  readonly error: string;
  readonly dueAt: number;
  /** Given up then; null: tried again at `dueAt`. */
  readonly failedAt: number | null;
}

/** Not answered: when it is tried again, or that it was given up. */
export async function putOffFetch(sql: Sql, scope: Scope, off: FetchPutOff): Promise<void> {
  requireOwner(scope, 'ask vendors');
  await sql.run('update fetches set due_at = ?, attempts = ?, error = ?, failed_at = ? where id = ? and version = ?', [
    off.dueAt,
    off.attempts,
    off.error,
    off.failedAt,
    off.id,
    off.version,
  ]);
}

/** All of a feed's that wait or were given up are due now: its key is another one, say. Answers how many. */
export async function releaseFetches(
  sql: Sql,
  scope: Scope,
  { feed, now }: { readonly feed: string; readonly now: number },
): Promise<number> {
  requireOwner(scope, 'ask vendors');
  await sql.run('update polls set tried_at = null where feed = ?', [feed]);
  return sql.run('update fetches set due_at = ?, attempts = 0, failed_at = null where feed = ?', [now, feed]);
}

/** A vendor's account that this process asks what has changed. */
export interface ClaimedPoll {
  /** In the vendor's own form; null: never asked before. */
  readonly cursor: string | null;
}

/** Takes a feed's turn, if its last was `everyMs` ago and no other process has it; null: it is not due. */
export async function claimPoll(
  sql: Sql,
  scope: Scope,
  { feed, now, everyMs }: { readonly feed: string; readonly now: number; readonly everyMs: number },
): Promise<ClaimedPoll | null> {
  requireOwner(scope, 'ask vendors');
  await sql.run('insert into polls (feed) values (?) on conflict (feed) do nothing', [feed]);
  const [row] = await sql.all<{ cursor: string | null }>(
    'update polls set tried_at = ? where feed = ? and (tried_at is null or tried_at <= ?) returning cursor',
    [now, feed, now - everyMs],
  );
  return row === undefined ? null : { cursor: row.cursor };
}

/** How a feed's turn went; without `error` it was read up to `cursor`. `triedAt` may lie ahead: it is not asked before. */
export async function notePoll(
  sql: Sql,
  scope: Scope,
  {
    feed,
    triedAt,
    outcome,
  }: {
    readonly feed: string;
    readonly triedAt: number;
    readonly outcome: { readonly cursor: string | null } | { readonly error: string } | null;
  },
): Promise<void> {
  requireOwner(scope, 'ask vendors');
  if (outcome === null) await sql.run('update polls set tried_at = ? where feed = ?', [triedAt, feed]);
  else if ('error' in outcome)
    await sql.run('update polls set tried_at = ?, error = ? where feed = ?', [triedAt, outcome.error, feed]);
  else
    await sql.run('update polls set tried_at = ?, succeeded_at = ?, error = null, cursor = ? where feed = ?', [
      triedAt,
      triedAt,
      outcome.cursor,
      feed,
    ]);
}
