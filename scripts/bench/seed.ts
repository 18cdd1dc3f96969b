/** Fills a database with the rollups of a year, as a chain that ran for it would have: straight into the tables, no messages. */

import { type Tally, tallyFields } from '../../db/rollup/tally.ts';
import type { Sql, SqlValue, Upsert } from '../../db/sql/port.ts';
import { openSqlite } from '../../db/sql/sqlite.ts';
import { columnName } from '../../db/tables/rollups.ts';
import { addDays } from '../../db/time/businessDate.ts';
import { instantOf } from '../../db/time/zone.ts';
import { doorOf, zone } from './chain.ts';

export interface Year {
  readonly databasePath: string;
  readonly stores: number;
  /** Last business date, `YYYY-MM-DD`, exclusive: today, of which nothing is there. */
  readonly today: string;
  readonly days: number;
  /** Days before today whose quarters are there too. */
  readonly quarterDays: number;
}

const quarter = 900_000;
const openMinutes = { from: 9 * 60, to: 21 * 60 };

const counts: Upsert = {
  table: 'quarter_counts',
  columns: ['store_id', 'bucket', 'device_id', 'count_in', 'count_out', 'in_ms', 'out_ms', 'both_ms'],
  types: ['text', 'bigint', 'text', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint'],
  conflict: 'on conflict do nothing',
};

const sales: Upsert = {
  table: 'quarter_sales',
  columns: [
    'store_id',
    'bucket',
    'device_id',
    'purchases',
    'gross_minor',
    'receipts',
    'first_at',
    'last_at',
    'messages',
  ],
  types: ['text', 'bigint', 'text', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint'],
  conflict: 'on conflict do nothing',
};

const daily: Upsert = {
  table: 'daily_tallies',
  columns: ['store_id', 'date', 'in_window', ...tallyFields.map(columnName)],
  types: ['text', 'text', 'bigint', ...tallyFields.map(() => 'bigint')],
  conflict: 'on conflict do nothing',
};

const states: Upsert = {
  table: 'device_states',
  columns: [
    'device_id',
    'first_report_at',
    'last_report_at',
    'last_seen_at',
    'longest_interval_ms',
    'latest_interval_ms',
  ],
  types: ['text', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint'],
  conflict: 'on conflict do nothing',
};

/** Plausible and the same at every run. */
function people(store: number, bucket: number): number {
  return (store * 7919 + Math.floor(bucket / quarter) * 104_729) % 40;
}

function quartersOf(date: string): number[] {
  const from = instantOf(zone, date, openMinutes.from);
  const to = instantOf(zone, date, openMinutes.to);
  return Array.from({ length: (to - from) / quarter }, (_, index) => from + index * quarter);
}

function quarterRows(store: number, date: string): { counts: SqlValue[][]; sales: SqlValue[][] } {
  const { store: id, device } = doorOf(store);
  const buckets = quartersOf(date);
  const till = device.replace('door', 'till');
  return {
    counts: buckets.map((at) => [id, at, device, people(store, at), people(store, at), quarter, quarter, quarter]),
    sales: buckets.map((at) => {
      const sold = Math.floor(people(store, at) / 4);
      return [id, at, till, sold, sold * 1999, sold, at, at + quarter - 1, Math.max(1, sold)];
    }),
  };
}

/** A day of one store, its numbers from its quarters. */
function dayRow(store: number, date: string): SqlValue[] {
  const buckets = quartersOf(date);
  const entries = buckets.reduce((sum, at) => sum + people(store, at), 0);
  const purchases = buckets.reduce((sum, at) => sum + Math.floor(people(store, at) / 4), 0);
  const observed = buckets.length * quarter;
  const known: Partial<Tally> = {
    entriesSeen: buckets.length,
    exitsSeen: buckets.length,
    purchasesSeen: buckets.length,
    entriesDoubled: entries * 2,
    exits: entries,
    purchases,
    grossSalesMinor: purchases * 1999,
    receipts: purchases,
    entriesExpectedMs: observed,
    entriesObservedMs: observed,
    purchasesExpectedMs: observed,
    purchasesObservedMs: observed,
    conversionPurchases: purchases,
    conversionEntriesDoubled: entries * 2,
    conversionNetSalesMinor: purchases * 1999,
    conversionBuckets: buckets.length,
    balanceIn: entries,
    balanceOut: entries,
  };
  return [doorOf(store).store, date, 1, ...tallyFields.map((field) => known[field] ?? 0)];
}

function stateRows(year: Year, store: number): SqlValue[][] {
  const { device } = doorOf(store);
  const first = instantOf(zone, addDays(year.today, -year.days), openMinutes.from);
  const last = instantOf(zone, addDays(year.today, -1), openMinutes.to);
  return [device, device.replace('door', 'till')].map((id) => [id, first, last, last, 60_000, 60_000]);
}

async function seedStore(sql: Sql, year: Year, store: number): Promise<void> {
  const dates = Array.from({ length: year.days }, (_, index) => addDays(year.today, index - year.days));
  await sql.upsertMany(states, stateRows(year, store));
  await sql.upsertMany(
    daily,
    dates.flatMap((date) => [dayRow(store, date), [doorOf(store).store, date, 0, ...tallyFields.map(() => 0)]]),
  );
  // One store has all its quarters; the others those that a question about a month may need.
  const quarterDates = store === 1 ? dates : dates.slice(-year.quarterDays);
  for (const date of quarterDates) {
    const rows = quarterRows(store, date);
    await sql.upsertMany(counts, rows.counts);
    await sql.upsertMany(sales, rows.sales);
  }
}

/** Writes it all; nothing is left for the jobs to make again. */
export async function seedYear(year: Year): Promise<void> {
  const sql = openSqlite(year.databasePath);
  try {
    for (let store = 0; store < year.stores; store += 1) {
      await sql.transaction((inside) => seedStore(inside, year, store));
    }
    await sql.run('delete from rebuilds');
    await sql.run('delete from stale_days');
  } finally {
    await sql.close();
  }
}
