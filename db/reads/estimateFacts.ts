import type { WatchedFacts } from '../rollup/lookout.ts';
import type { Sql } from '../sql/port.ts';
import { addDays } from '../time/businessDate.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { runsOf } from './dayTallies.ts';
import { readKnown } from './known.ts';
import { readStoreFacts } from './storeFacts.ts';

export interface EstimateQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** The business dates with gaps. */
  readonly dates: readonly string[];
  /** How many weeks before each are read as well, the same weekday. */
  readonly weeks: number;
  readonly now: number;
}

/** The dates asked for and the same weekdays before them, in runs of dates; empty for a store that the scope may not see. */
export async function readEstimateFacts(sql: Sql, scope: Scope, query: EstimateQuery): Promise<WatchedFacts[]> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return [];
  const wanted = query.dates.flatMap((date) =>
    Array.from({ length: query.weeks + 1 }, (_, week) => addDays(date, -7 * week)),
  );
  const stretches = runsOf([...new Set(wanted)].sort()).map((run) => ({ store, ...run }));
  return sql.transaction(async (snapshot) => {
    const facts = await readStoreFacts(snapshot, stretches, await readKnown(snapshot, [store], query.now));
    return facts.map((one) => ({ ...one, now: query.now }));
  });
}
