import { countRowsFromFacts, installed, saleRowsFromFacts } from '../reads/rowsFromFacts.ts';
import { soughtIn, wantedRows } from '../reads/wanted.ts';
import type { DifferenceFate } from '../rollup/differences.ts';
import { type CountQuartersInput, countQuarters, type StandingInterval } from '../rollup/quarterRows.ts';
import { type StandingSale, saleQuarters } from '../rollup/saleRows.ts';
import { type TouchedSpan, wholeBuckets } from '../rollup/touched.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs, bucketOf } from '../time/opening.ts';
import type { Settings } from '../vocabulary/place.ts';
import { lockDevices } from './deviceLocks.ts';
import { addCounts, addSales, putCounts, putSales } from './quarterTables.ts';
import { type ChangedSpans, putStaleDays, staleDaysOf } from './staleDays.ts';

export type { TouchedSpan };

export interface AppendedInterval extends StandingInterval {
  readonly deviceId: string;
  /** Of a difference between readings; absent: an interval, which counts. */
  readonly fate?: DifferenceFate;
}

export interface AppendedSale extends StandingSale {
  readonly deviceId: string;
}

/**
 * Makes the quarter rows of the touched stretches again from intervals (those that are not overlap), differences of readings, events,
 * statuses and take-outs, inside the caller's transaction, after the facts and `is_overlap` were written. Touched are: every interval
 * and difference that came, went, changed or turned (its whole length, the old one's too), the instant of an event, for a status the
 * time from it to the next status (or now), for a take-out also what reaches over its edges.
 */
export async function refreshCountQuarters(
  sql: Sql,
  settings: Settings,
  touched: readonly TouchedSpan[],
): Promise<void> {
  if (touched.length === 0) return;
  await lockDevices(
    sql,
    touched.map((span) => span.deviceId),
  );
  const rows = await countRowsFromFacts(sql, settings, touched);
  await forgetOthers(sql, 'quarter_counts', { settings, touched, rows });
  await putCounts(sql, rows);
}

/**
 * Adds new intervals and differences to the quarter rows without reading facts. Only for one that begins at or after every known end
 * of its device and line, of at most 1 h, on a device with one line, no `problem` from its start on and no take-out that touches it.
 * Several for one device are fine.
 */
export async function appendCountQuarters(
  sql: Sql,
  settings: Settings,
  appended: readonly AppendedInterval[],
): Promise<void> {
  if (appended.length === 0) return;
  const lists = listsByDevice(appended);
  await lockDevices(sql, lists.keys());
  const rows = [...lists].flatMap(([deviceId, intervals]) => {
    const found = installed(settings, deviceId);
    if (found === undefined) return [];
    const { store, device } = found;
    const { fromAt, toAt } = hullOf(intervals);
    return countQuarters({ store, device, fromAt, toAt, statuses: [], ...byFate(intervals) });
  });
  await addCounts(sql, rows);
}

/** What counts, and what was only observed; a difference that is not placed in time is neither. */
function byFate(appended: readonly AppendedInterval[]): Pick<CountQuartersInput, 'intervals' | 'uncounted'> {
  if (appended.every(({ fate }) => fate === undefined || fate === 'placed')) return { intervals: appended };
  return {
    intervals: appended.filter(({ fate }) => fate === undefined || fate === 'placed'),
    uncounted: appended.filter(({ fate }) => fate === 'held' || fate === 'dropped'),
  };
}

/**
 * Makes the sales rows of the touched buckets again from sales, inside the caller's transaction, after the facts were written.
 * Touched is the `at` of what came, of what it replaced (under its old device and time), and, for a void, of its original.
 */
export async function refreshSaleQuarters(
  sql: Sql,
  settings: Settings,
  touched: readonly TouchedSpan[],
): Promise<void> {
  if (touched.length === 0) return;
  await lockDevices(
    sql,
    touched.map((span) => span.deviceId),
  );
  const rows = await saleRowsFromFacts(sql, settings, touched);
  await forgetOthers(sql, 'quarter_sales', { settings, touched, rows });
  await putSales(sql, rows);
}

/** Adds receipts whose keys are new, that are no voids, and that no void names; without reading facts. */
export async function appendSaleQuarters(
  sql: Sql,
  settings: Settings,
  appended: readonly AppendedSale[],
): Promise<void> {
  if (appended.length === 0) return;
  const lists = listsByDevice(appended);
  await lockDevices(sql, lists.keys());
  const rows = [...lists].flatMap(([deviceId, sales]) => {
    const storeId = settings.devices.get(deviceId)?.storeId;
    return storeId === undefined ? [] : saleQuarters({ storeId, deviceId, sales });
  });
  await addSales(sql, rows);
}

/**
 * Distrusts the daily tallies of the touched dates that are over, in the caller's transaction. To be called with everything that
 * was refreshed or appended, and also when what a device is judged by moves: first_report_at (from the new one to the old one, where
 * the device has no installedAt), last_report_at or complete_to of a batch feed (from the old one to the new one).
 */
export async function markStaleDays(sql: Sql, settings: Settings, changed: ChangedSpans): Promise<void> {
  await putStaleDays(sql, staleDaysOf(settings, changed));
}

interface Replaced {
  readonly settings: Settings;
  readonly touched: readonly TouchedSpan[];
  readonly rows: readonly RowKey[];
}

interface RowKey {
  readonly storeId: string;
  readonly bucket: number;
  readonly deviceId: string;
}

/** Deletes those rows of the touched stretches that are not among the new ones: seldom any. */
async function forgetOthers(
  sql: Sql,
  table: 'quarter_counts' | 'quarter_sales',
  { settings, touched, rows }: Replaced,
): Promise<void> {
  const wanted = wholeBuckets(touched).map(({ deviceId, fromAt, toAt }) => [
    settings.devices.get(deviceId)?.storeId ?? '',
    deviceId,
    fromAt,
    toAt,
  ]);
  const found = await sql.all<RowKey>(
    `with ${wantedRows(sql, { store_id: 'text', device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select q.store_id as "storeId", q.bucket, q.device_id as "deviceId" from wanted cross join ${soughtIn(sql, table, {
      name: 'q',
      where: `q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi
        and q.device_id = wanted.device_id`,
    })}`,
    [JSON.stringify(wanted)],
  );
  const kept = new Set(rows.map(keyText));
  for (const key of found) {
    if (kept.has(keyText(key))) continue;
    await sql.run(`delete from ${table} where store_id = ? and bucket = ? and device_id = ?`, [
      key.storeId,
      key.bucket,
      key.deviceId,
    ]);
  }
}

function keyText({ storeId, bucket, deviceId }: RowKey): string {
  return `${storeId} ${bucket} ${deviceId}`;
}

function listsByDevice<Fact extends { readonly deviceId: string }>(facts: readonly Fact[]): Map<string, Fact[]> {
  const lists = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = lists.get(fact.deviceId);
    if (list === undefined) lists.set(fact.deviceId, [fact]);
    else list.push(fact);
  }
  return lists;
}

/** The whole buckets that the intervals touch. */
function hullOf(intervals: readonly StandingInterval[]): { readonly fromAt: number; readonly toAt: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { startAt, endAt } of intervals) {
    first = Math.min(first, startAt);
    last = Math.max(last, endAt);
  }
  return { fromAt: bucketOf(first), toAt: bucketOf(last - 1) + bucketMs };
}
