import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** How a feed's vendor is being asked. Instants are epoch ms. */
export interface FetchState {
  /** A device's or source's id. */
  readonly feed: string;
  /** Still to be asked for. */
  readonly waiting: number;
  /** Given up. */
  readonly failed: number;
  /** What went wrong last, in a sentence; null: nothing is wrong. */
  readonly error: string | null;
  /** When all changes were asked for last, and when that worked last; null: never. */
  readonly polledAt: number | null;
  readonly pollSucceededAt: number | null;
}

/** Of all feeds whose vendors are asked: the owner's and the system's to see. */
export async function readFetchStates(sql: Sql, scope: Scope, _all: object): Promise<FetchState[]> {
  requireOwner(scope, 'see what is asked of vendors');
  const waiting = await sql.all<{ feed: string; waiting: number; failed: number; error: string | null }>(
    `select feed, sum(case when failed_at is null then 1 else 0 end) as waiting,
       sum(case when failed_at is null then 0 else 1 end) as failed, max(error) as error from fetches group by feed`,
  );
  const polls = await sql.all<{
    feed: string;
    tried_at: number | null;
    succeeded_at: number | null;
    error: string | null;
  }>('select feed, tried_at, succeeded_at, error from polls');
  const states = new Map<string, FetchState>();
  for (const { feed, ...row } of waiting)
    states.set(feed, {
      feed,
      waiting: Number(row.waiting),
      failed: Number(row.failed),
      error: row.error,
      polledAt: null,
      pollSucceededAt: null,
    });
  for (const { feed, tried_at, succeeded_at, error } of polls) {
    const known = states.get(feed) ?? { feed, waiting: 0, failed: 0, error: null };
    states.set(feed, { ...known, error: error ?? known.error, polledAt: tried_at, pollSucceededAt: succeeded_at });
  }
  return [...states.values()].sort((one, other) => one.feed.localeCompare(other.feed));
}

/** Whether anything is due to be asked of a vendor; cheap enough for every second. */
export async function hasDueFetches(sql: Sql, scope: Scope, { now }: { readonly now: number }): Promise<boolean> {
  requireOwner(scope, 'ask vendors');
  const rows = await sql.all('select 1 as one from fetches where due_at <= ? and failed_at is null limit 1', [now]);
  return rows.length > 0;
}
