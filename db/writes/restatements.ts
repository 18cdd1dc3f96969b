import { type Reporting, readReporting } from '../reads/reporting.ts';
import { installed } from '../reads/rowsFromFacts.ts';
import { readTakeOutSpans } from '../reads/takeOutSpans.ts';
import { type DeviceBuckets, readTouchedRows } from '../reads/touchedRows.ts';
import { type RestatedRow, restated } from '../rollup/restate.ts';
import { type TouchedSpan, wholeBuckets } from '../rollup/touched.ts';
import { restatedFields } from '../rollup/worth.ts';
import type { Sql, SqlValue, Upsert } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';
import { businessDateAt, endOfDate, startOfDate } from '../time/businessDate.ts';
import { minuteMs } from '../time/calendar.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { lockDevices } from './deviceLocks.ts';

export interface Restating {
  readonly settings: Settings;
  /** Every stretch whose quarter rows may change; where several causes touch one bucket, one stretch for each. */
  readonly touched: readonly TouchedSpan[];
  readonly now: number;
  /** Makes the quarter rows of these stretches again, or adds to them. */
  readonly change: () => Promise<void>;
}

/**
 * Carries out a change of quarter rows inside the caller's transaction, and notes by cause and device what it changed of dates that
 * have been reported. Where none of them has, which is so for everything that comes in time, nothing is read.
 */
export async function noteRestatements(sql: Sql, { settings, touched, now, change }: Restating): Promise<void> {
  const reported = await reportedBuckets(sql, settings, { touched, now });
  if (reported.length === 0) return change();
  const before = await readTouchedRows(sql, reported);
  await change();
  const after = await readTouchedRows(sql, reported);
  const takeOuts = await readTakeOutSpans(sql, reported);
  await putRestatements(sql, restated({ settings, touched, takeOuts, before, after }), now);
}

/** The touched buckets of reported dates, in runs. Devices are locked first: a date that is being reported just now is waited for. */
async function reportedBuckets(
  sql: Sql,
  settings: Settings,
  { touched, now }: Pick<Restating, 'touched' | 'now'>,
): Promise<DeviceBuckets[]> {
  const over = beforeToday(settings, touched, now);
  if (over.length === 0) return [];
  await lockDevices(
    sql,
    over.map((span) => span.deviceId),
  );
  const storeIds = new Set(over.flatMap((span) => settings.devices.get(span.deviceId)?.storeId ?? []));
  const reporting = await readReporting(sql, [...storeIds]);
  return wholeBuckets(over).flatMap((span) => reportedPart(settings, span, reporting));
}

/** Another process that reports may be so far ahead. */
const clockSkewMs = 5 * minuteMs;

/** The touched stretches that begin before the business date that is running at their store. */
function beforeToday(settings: Settings, touched: readonly TouchedSpan[], now: number): TouchedSpan[] {
  const starts = new Map<Store, number>();
  return touched.filter((span) => {
    const store = installed(settings, span.deviceId)?.store;
    if (store === undefined) return false;
    let startAt = starts.get(store);
    if (startAt === undefined) {
      startAt = startOfDate(store, businessDateAt(store, now + clockSkewMs));
      starts.set(store, startAt);
    }
    return span.fromAt < startAt;
  });
}

function reportedPart(
  settings: Settings,
  { deviceId, fromAt, toAt }: TouchedSpan,
  reporting: ReadonlyMap<string, Reporting>,
): DeviceBuckets[] {
  const store = installed(settings, deviceId)?.store;
  const dates = store === undefined ? undefined : reporting.get(store.id);
  if (store === undefined || dates === undefined || dates.lastDate === null) return [];
  const from = Math.max(fromAt, startOfDate(store, dates.firstDate));
  const to = Math.min(toAt, endOfDate(store, dates.lastDate));
  return from < to ? [{ storeId: store.id, deviceId, fromAt: from, toAt: to }] : [];
}

const key = ['store_id', 'date', 'in_window', 'cause', 'device_id'];
const sumColumns = restatedFields.map(columnName);

const upsert: Upsert = {
  table: 'restatements',
  columns: [...key, 'changes', 'first_at', 'last_at', ...sumColumns],
  types: ['text', 'text', 'bigint', 'text', 'text', ...Array<string>(3 + sumColumns.length).fill('bigint')],
  conflict: `on conflict (${key.join(', ')}) do update set last_at = excluded.last_at, ${['changes', ...sumColumns]
    .map((column) => `${column} = restatements.${column} + excluded.${column}`)
    .join(', ')}`,
};

/** Adds to what is noted already, inside the caller's transaction. */
export async function putRestatements(sql: Sql, rows: readonly RestatedRow[], now: number): Promise<void> {
  const values = rows.map(({ storeId, date, inWindow, cause, deviceId, sums }): SqlValue[] => [
    storeId,
    date,
    inWindow,
    cause,
    deviceId,
    ...[1, now, now],
    ...restatedFields.map((field) => sums[field]),
  ]);
  if (values.length > 0) await sql.upsertMany(upsert, values);
}
