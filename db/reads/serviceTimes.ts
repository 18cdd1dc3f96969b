import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** How long customers took at the tills of a queue, as sums. */
export interface ServedSums {
  readonly queue: string;
  readonly people: number;
  readonly seconds: number;
  readonly squaredSeconds: number;
}

/** A receipt of a till that is named. */
export interface TillReceipt {
  readonly till: string;
  readonly at: number;
}

/** Somebody's look at the length of a line. */
export interface SeenLength {
  readonly at: number;
  readonly length: number;
}

export interface ServiceTimes {
  /** Of the served of the last four weeks, by queue. */
  readonly visits: readonly ServedSums[];
  /** Of the last week, in order of till and time; empty where visits were measured. */
  readonly receipts: readonly TillReceipt[];
  /** Of the last week, in order; empty likewise. */
  readonly lengths: readonly SeenLength[];
}

const dayMs = 24 * 60 * 60_000;
const visitsMs = 28 * dayMs;
const receiptsMs = 7 * dayMs;

/** What service times are worked out from; null for a store that the scope may not see. */
export async function readServiceTimes(
  sql: Sql,
  scope: Scope,
  { settings, storeId, now }: { readonly settings: Settings; readonly storeId: string; readonly now: number },
): Promise<ServiceTimes | null> {
  const store = settings.stores.get(storeId);
  if (store === undefined || !canSeeStore(scope, store)) return null;
  return sql.transaction(async (snapshot) => {
    const visits = await readServed(snapshot, store, now);
    if (visits.length > 0) return { visits, receipts: [], lengths: [] };
    const lengths = await readLengths(snapshot, store, now);
    return { visits, lengths, receipts: lengths.length === 0 ? [] : await readReceipts(snapshot, store, now) };
  });
}

async function readServed(sql: Sql, store: Store, now: number): Promise<ServedSums[]> {
  const seconds = 'cast(left_at - called_at as double precision) / 1000';
  return sql.all<ServedSums>(
    `select queue, count(*) as "people", sum(${seconds}) as "seconds", sum(${seconds} * ${seconds}) as "squaredSeconds"
    from queue_visits where store_id = ? and joined_at >= ? and joined_at < ? and queue is not null and left_at >= called_at
      and coalesce(outcome, 'served') = 'served'
    group by queue`,
    [store.id, now - visitsMs, now],
  );
}

async function readReceipts(sql: Sql, store: Store, now: number): Promise<TillReceipt[]> {
  return sql.all<TillReceipt>(
    `select till, at from sales where store_id = ? and at >= ? and at < ? and till is not null and type <> 'void'
      and is_training = 0 and channel = 'store'
    order by till, at`,
    [store.id, now - receiptsMs, now],
  );
}

/** The key begins with the slot, so every slot of every device is sought on its own. */
async function readLengths(sql: Sql, store: Store, now: number): Promise<SeenLength[]> {
  const slots = [Math.floor((now - receiptsMs) / bucketMs), Math.floor((now - 1) / bucketMs)];
  return sql.all<SeenLength>(
    `with recursive ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })},
      slots(device_id, slot, hi) as (
        select device_id, lo, hi from wanted union all select device_id, slot + 1, hi from slots where slot < hi)
    select f.at, f.length from slots cross join ${soughtIn(sql, 'queue_samples', {
      name: 'f',
      where: 'f.slot = slots.slot and f.device_id = slots.device_id',
    })}
    order by f.at`,
    [JSON.stringify(store.devices.map((device) => [device.id, ...slots]))],
  );
}
