import { readServiceTimes } from '../../db/reads/serviceTimes.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import { gapSums, type KnownServiceTime, serviceTimeOf } from '../kpi/queue/serviceTime.ts';

/** How long customers take at the tills of a store. */
export interface StoreServiceTimes {
  readonly byQueue: ReadonlyMap<string, KnownServiceTime>;
  /** By receipts, of whatever queue; null where visits were measured, or too little is known. */
  readonly byReceipts: KnownServiceTime | null;
}

interface Kept {
  readonly readAt: number;
  readonly until: number;
  readonly times: Promise<StoreServiceTimes>;
}

export interface ServiceTimesAsk {
  readonly settings: Settings;
  readonly storeId: string;
  readonly now: number;
}

/** Four weeks change little in five minutes, and are thousands of rows. */
const keptMs = 5 * 60_000;
/** As long as too little is known, what comes in is looked at sooner. */
const keptWithoutMs = 10_000;

const kept = new WeakMap<Sql, Map<string, Kept>>();

/** Looked up every few minutes: live figures ask several times a second. The caller has seen to it that the scope may see the store. */
export async function serviceTimesOf(sql: Sql, scope: Scope, ask: ServiceTimesAsk): Promise<StoreServiceTimes> {
  const stores = kept.get(sql) ?? new Map<string, Kept>();
  kept.set(sql, stores);
  const known = stores.get(ask.storeId);
  if (known !== undefined && known.readAt <= ask.now && ask.now < known.until) return known.times;
  const times = readTimes(sql, scope, ask);
  const keep = (forMs: number): void =>
    void stores.set(ask.storeId, { readAt: ask.now, until: ask.now + forMs, times });
  keep(keptWithoutMs);
  times.then(
    ({ byQueue, byReceipts }) => (byQueue.size > 0 || byReceipts !== null) && keep(keptMs),
    () => stores.delete(ask.storeId),
  );
  return times;
}

async function readTimes(sql: Sql, scope: Scope, ask: ServiceTimesAsk): Promise<StoreServiceTimes> {
  const found = await readServiceTimes(sql, scope, ask);
  if (found === null) return { byQueue: new Map(), byReceipts: null };
  const byQueue = new Map<string, KnownServiceTime>();
  for (const sums of found.visits) {
    const time = serviceTimeOf(sums, 'visits');
    if (time !== null) byQueue.set(sums.queue, time);
  }
  return { byQueue, byReceipts: serviceTimeOf(gapSums(found), 'receipts') };
}
