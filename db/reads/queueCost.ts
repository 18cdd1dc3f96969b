import type { PeriodStep } from '../rollup/fineSeries.ts';
import { tallyBuckets } from '../rollup/tallies.ts';
import type { PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { seriesSteps } from '../time/steps.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readKnown } from './known.ts';
import { readStoreFacts } from './storeFacts.ts';

export interface WaitedQuartersQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly now: number;
}

/** The waits that were measured in one queue of those who joined in a bucket. */
export interface MeasuredWaits {
  readonly bucket: number;
  readonly queue: string;
  readonly waits: number;
  readonly waitMs: number;
}

export interface WaitedQuarters {
  /** Of 15 minutes each, inside the window, in order. */
  readonly quarters: readonly PeriodStep[];
  readonly waits: readonly MeasuredWaits[];
}

/** What happened in each quarter at the doors and tills, and how long people waited; null for a store that the scope may not see. */
export async function readWaitedQuarters(
  sql: Sql,
  scope: Scope,
  { settings, storeId, from, to, now }: WaitedQuartersQuery,
): Promise<WaitedQuarters | null> {
  const store = settings.stores.get(storeId);
  if (store === undefined || !canSeeStore(scope, store)) return null;
  return sql.transaction(async (snapshot) => {
    const known = await readKnown(snapshot, [store], now);
    const [facts] = await readStoreFacts(snapshot, [{ store, from, to }], known);
    if (facts === undefined) throw new Error('a stretch was asked for and not answered');
    const steps = seriesSteps(store, { from, to }, '15m');
    const tallies = tallyBuckets({ ...facts, now, steps, isFine: true });
    const waits = await snapshot.all<MeasuredWaits>(
      `select bucket, queue, waits, wait_ms as "waitMs" from quarter_queues
      where store_id = ? and bucket >= ? and bucket < ? and waits > 0`,
      [storeId, facts.plan.startAt, facts.plan.endAt],
    );
    // Steps of 15 minutes are the plan's buckets, one by one.
    const quarters = steps.flatMap((step, i) => {
      return facts.plan.isInWindow[i] === 1 ? [{ ...step, ...(tallies[i] as PeriodTally) }] : [];
    });
    return { quarters, waits };
  });
}
