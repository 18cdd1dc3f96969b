import { businessDateAt } from '../time/businessDate.ts';
import { type BucketPlan, bucketMs, bucketPlan, type Span } from '../time/opening.ts';
import type { Cause } from '../vocabulary/cause.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import { sharesOf } from './causes.ts';
import type { QuarterCountRow } from './quarterRows.ts';
import type { QuarterSaleRow } from './saleRows.ts';
import type { TouchedSpan } from './touched.ts';
import { addSums, areNothing, noSums, type RestatedSums, type Worth, worthIn } from './worth.ts';

/** The quarter rows of the touched buckets. */
export interface TouchedRows {
  readonly counts: readonly QuarterCountRow[];
  readonly sales: readonly QuarterSaleRow[];
}

/** What one cause changed of a date at one device, `''` for all of them; inside the window (1) or outside it (0). */
export interface RestatedRow {
  readonly storeId: string;
  readonly date: string;
  readonly inWindow: 0 | 1;
  readonly cause: Cause;
  readonly deviceId: string;
  readonly sums: RestatedSums;
}

export interface Change {
  readonly settings: Settings;
  readonly touched: readonly TouchedSpan[];
  /** What stands taken out, by device. */
  readonly takeOuts: ReadonlyMap<string, readonly Span[]>;
  readonly before: TouchedRows;
  readonly after: TouchedRows;
}

/** What a change of quarter rows changed, by date, window, cause and device; what went and came again is not among it. */
export function restated({ settings, touched, takeOuts, before, after }: Change): RestatedRow[] {
  const groundOf = remembered((storeId) => groundIn(settings, storeId));
  const touchedOf = byDevice(touched);
  const rows = new Map<string, RestatedRow>();
  for (const { storeId, deviceId, bucket, sums } of changedBuckets(before, after, groundOf)) {
    const ground = groundOf(storeId);
    const device = settings.devices.get(deviceId);
    if (ground === null || device === undefined) continue;
    const of = { touched: touchedOf.get(deviceId) ?? [], takeOuts: takeOuts.get(deviceId) ?? [] };
    const changed = { store: ground.store, device, bucket, sums, ...of };
    const place = { storeId, deviceId, ...ground.placeOf(bucket) };
    for (const [cause, share] of sharesOf(changed, ground.worth)) addShare(rows, { ...place, cause, sums: share });
  }
  return [...rows.values()].filter(({ sums }) => !areNothing(sums));
}

function addShare(rows: Map<string, RestatedRow>, share: RestatedRow): void {
  const key = [share.storeId, share.date, share.inWindow, share.cause, share.deviceId].join(' ');
  const row = rows.get(key);
  if (row === undefined) rows.set(key, share);
  else addSums(row.sums, share.sums);
}

interface ChangedRow {
  readonly storeId: string;
  readonly deviceId: Device['id'];
  readonly bucket: number;
  readonly sums: RestatedSums;
}

/** What each bucket of a device is worth now, less what it was. */
function changedBuckets(
  before: TouchedRows,
  after: TouchedRows,
  groundOf: (storeId: string) => Ground | null,
): Iterable<ChangedRow> {
  const buckets = new Map<string, ChangedRow>();
  const add = (row: QuarterCountRow | QuarterSaleRow, sums: RestatedSums | undefined, sign: 1 | -1): void => {
    if (sums === undefined) return;
    const { storeId, deviceId, bucket } = row;
    const key = `${deviceId} ${bucket}`;
    const changed = buckets.get(key) ?? { storeId, deviceId, bucket, sums: noSums() };
    addSums(changed.sums, sums, sign);
    buckets.set(key, changed);
  };
  const addAll = ({ counts, sales }: TouchedRows, sign: 1 | -1): void => {
    for (const row of counts) add(row, groundOf(row.storeId)?.worth.ofCounts(row), sign);
    for (const row of sales) add(row, groundOf(row.storeId)?.worth.ofSales(row), sign);
  };
  addAll(before, -1);
  addAll(after, 1);
  return buckets.values();
}

/** What a store's settings say of its rows. */
interface Ground {
  readonly store: Store;
  readonly worth: Worth;
  placeOf(bucket: number): Pick<RestatedRow, 'date' | 'inWindow'>;
}

function groundIn(settings: Settings, storeId: string): Ground | null {
  const store = settings.stores.get(storeId);
  if (store === undefined) return null;
  const planOf = remembered((date): BucketPlan => bucketPlan(store, date, date));
  return {
    store,
    worth: worthIn(store),
    placeOf(bucket) {
      const date = businessDateAt(store, bucket);
      const plan = planOf(date);
      return { date, inWindow: plan.isInWindow[Math.round((bucket - plan.startAt) / bucketMs)] === 1 ? 1 : 0 };
    },
  };
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function byDevice(touched: readonly TouchedSpan[]): Map<string, TouchedSpan[]> {
  const lists = new Map<string, TouchedSpan[]>();
  for (const span of touched) {
    const list = lists.get(span.deviceId);
    if (list === undefined) lists.set(span.deviceId, [span]);
    else list.push(span);
  }
  return lists;
}
