import { lastFinalDate } from '../rollup/finality.ts';
import type { WatchedFacts } from '../rollup/lookout.ts';
import type { PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readDays } from './days.ts';
import { readKnown } from './known.ts';
import { type Known, readStoreFacts } from './storeFacts.ts';

export interface OccupancyQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** null: the business date that is running. */
  readonly date: string | null;
  readonly now: number;
}

export interface OccupancyFacts {
  readonly date: string;
  readonly facts: WatchedFacts;
  /** Complete dates before it, at most 14. */
  readonly closings: readonly PeriodTally[];
}

const closingDates = 14;

/** What a date's occupancy is worked out from; null for a store that the scope may not see. */
export async function readOccupancy(sql: Sql, scope: Scope, query: OccupancyQuery): Promise<OccupancyFacts | null> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return null;
  const date = query.date ?? businessDateAt(store, query.now);
  return sql.transaction(async (snapshot) => {
    const known = await readKnown(snapshot, [store], query.now);
    const [facts] = await readStoreFacts(snapshot, [{ store, from: date, to: date }], known);
    if (facts === undefined) throw new Error('a stretch was asked for and not answered');
    const closings = await readClosings(snapshot, store, { date, known, now: query.now });
    return { date, facts: { ...facts, now: query.now }, closings };
  });
}

/** The tallies of the trusted dates among the last 14 before a date. */
export async function readClosings(
  sql: Sql,
  store: Store,
  { date, known, now }: { readonly date: string; readonly known: Known; readonly now: number },
): Promise<PeriodTally[]> {
  const final = lastFinalDate(store, known.reports, now);
  const last = addDays(date, -1);
  const to = final < last ? final : last;
  const [days] = await readDays(sql, [{ storeId: store.id, from: addDays(date, -closingDates), to }]);
  return [...(days?.values() ?? [])];
}
