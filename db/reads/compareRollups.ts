import { firstDateOf } from '../rollup/finality.ts';
import { quarterCountFields } from '../rollup/quarterRows.ts';
import { quarterSaleFields } from '../rollup/saleRows.ts';
import type { PeriodTally } from '../rollup/tally.ts';
import { tallyFields } from '../rollup/tally.ts';
import type { TouchedSpan } from '../rollup/touched.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { compareQueues } from './compareQueues.ts';
import { compareReadings } from './compareReadings.ts';
import { compareService } from './compareService.ts';
import { readDays } from './days.ts';
import { readDayTallies } from './dayTallies.ts';
import { readReports } from './facts.ts';
import { readKnown } from './known.ts';
import { countRowsFromFacts, piecesOf, saleRowsFromFacts } from './rowsFromFacts.ts';
import { columnsAs } from './wanted.ts';

export interface CompareQuery {
  readonly settings: Settings;
  readonly storeId: string;
  readonly now: number;
  /** Stops after so many differences. */
  readonly limit?: number;
}

/** A rollup that is not what the facts say; `expected` is null for a row that should not be there. */
export interface RollupDifference {
  readonly table:
    | 'quarter_counts'
    | 'quarter_sales'
    | 'quarter_queues'
    | 'daily_tallies'
    | 'queue_days'
    | 'queue_months'
    | 'service_days'
    | 'service_months'
    | 'set_aside'
    | 'reading_days';
  readonly storeId: string;
  /** `DEVICE at BUCKET`, a device's line and time, or a date. */
  readonly where: string;
  readonly expected: string | null;
  readonly found: string | null;
}

const defaultLimit = 100;
const daysAtOnce = 31;

/** Compares a store's rollups with its facts; an empty list is what should be. Nothing for a store that the scope may not see. */
export async function compareRollups(sql: Sql, scope: Scope, query: CompareQuery): Promise<RollupDifference[]> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return [];
  const limit = query.limit ?? defaultLimit;
  const found: RollupDifference[] = [];
  const reports = await readReports(
    sql,
    store.devices.map((device) => device.id),
  );
  for (const device of store.devices) {
    for (const piece of piecesOf(device, reports.get(device.id), {})) {
      found.push(...(await sql.transaction((snapshot) => differencesIn(snapshot, query.settings, piece))));
      if (found.length >= limit) return found.slice(0, limit);
    }
  }
  found.push(...(await compareDays(sql, store, query.now)));
  found.push(...(await compareQueues(sql, query.settings, { store, limit })));
  found.push(...(await compareService(sql, query.settings, { store, limit })));
  return found.slice(0, limit);
}

interface KeyedRow {
  readonly bucket: number;
}

async function differencesIn(sql: Sql, settings: Settings, piece: TouchedSpan): Promise<RollupDifference[]> {
  const counts = await countRowsFromFacts(sql, settings, [piece]);
  const sales = await saleRowsFromFacts(sql, settings, [piece]);
  const compare = async (
    table: 'quarter_counts' | 'quarter_sales',
    fields: readonly string[],
    expected: readonly KeyedRow[],
  ): Promise<RollupDifference[]> => {
    const storeId = settings.devices.get(piece.deviceId)?.storeId ?? '';
    const rows = await sql.all<KeyedRow>(
      `select ${columnsAs('q', fields)} from ${table} q where q.store_id = ? and q.bucket >= ? and q.bucket < ? and q.device_id = ?`,
      [storeId, piece.fromAt, piece.toAt, piece.deviceId],
    );
    const textOf = (row: KeyedRow): string => JSON.stringify(row, [...fields]);
    return unequal(keyed(expected, textOf), keyed(rows, textOf)).map(({ key, ...texts }) => ({
      table,
      storeId,
      where: `${piece.deviceId} at ${new Date(Number(key)).toISOString()}`,
      ...texts,
    }));
  };
  return [
    ...(await compare('quarter_counts', quarterCountFields, counts)),
    ...(await compare('quarter_sales', quarterSaleFields, sales)),
    ...(await compareReadings(sql, settings, piece)),
  ];
}

function keyed(rows: readonly KeyedRow[], textOf: (row: KeyedRow) => string): Map<string, string> {
  return new Map(rows.map((row) => [String(row.bucket), textOf(row)]));
}

/** Trusted daily tallies against what the quarter rows add up to. */
async function compareDays(sql: Sql, store: Store, now: number): Promise<RollupDifference[]> {
  const found: RollupDifference[] = [];
  const { reports } = await readKnown(sql, [store], now);
  const first = firstDateOf(store, reports);
  if (first === null) return found;
  const last = businessDateAt(store, now);
  for (let from = first; from <= last; from = addDays(from, daysAtOnce)) {
    const span = { from, to: addDays(from, daysAtOnce - 1) };
    found.push(...(await sql.transaction((snapshot) => daysUnequal(snapshot, store, { ...span, now }))));
  }
  return found;
}

async function daysUnequal(
  sql: Sql,
  store: Store,
  { from, to, now }: { from: string; to: string; now: number },
): Promise<RollupDifference[]> {
  const [trusted = new Map<string, PeriodTally>()] = await readDays(sql, [{ storeId: store.id, from, to }]);
  if (trusted.size === 0) return [];
  const known = await readKnown(sql, [store], now);
  const [made = new Map<string, PeriodTally>()] = await readDayTallies(sql, [{ store, from, to }], { known, now });
  const texts = (days: ReadonlyMap<string, PeriodTally>): Map<string, string> =>
    new Map([...days].filter(([date]) => trusted.has(date)).map(([date, tally]) => [date, tallyText(tally)]));
  return unequal(texts(made), texts(trusted)).map(({ key, ...rest }) => ({
    table: 'daily_tallies',
    storeId: store.id,
    where: key,
    ...rest,
  }));
}

function tallyText({ window, outside }: PeriodTally): string {
  return JSON.stringify([window, outside].map((tally) => tallyFields.map((field) => tally[field])));
}

function unequal(
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): { key: string; expected: string | null; found: string | null }[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])];
  return keys
    .map((key) => ({ key, expected: expected.get(key) ?? null, found: found.get(key) ?? null }))
    .filter((one) => one.expected !== one.found);
}
