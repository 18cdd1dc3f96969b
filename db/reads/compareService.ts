import { addedTallies, type ServiceTally, serviceTallyFields } from '../rollup/serviceTally.ts';
import { standardsOf } from '../rollup/zones.ts';
import type { Sql } from '../sql/port.ts';
import { addDays } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import type { RollupDifference } from './compareRollups.ts';
import { spanOf, talliesByDate } from './serviceDays.ts';
import { readServiceFacts } from './serviceFacts.ts';
import { readServiceDates, readServiceMonths } from './serviceRollups.ts';
import { type DateRun, readTrustedRuns } from './trustedRuns.ts';

const daysAtOnce = 31;

/** Compares what a store's finished days hold of service with the facts, and its months with the days. */
export async function compareService(
  sql: Sql,
  settings: Settings,
  { store, limit }: { readonly store: Store; readonly limit: number },
): Promise<RollupDifference[]> {
  const found: RollupDifference[] = [];
  for (const run of await runsOfAll(sql, store)) {
    for (let { from } = run; from <= run.to; from = addDays(from, daysAtOnce)) {
      const last = addDays(from, daysAtOnce - 1);
      const piece = { from, to: last < run.to ? last : run.to };
      found.push(...(await sql.transaction((snapshot) => compareDates(snapshot, settings, { store, piece }))));
      if (found.length >= limit) return found.slice(0, limit);
    }
  }
  found.push(...(await sql.transaction((snapshot) => compareMonths(snapshot, store))));
  return found.slice(0, limit);
}

/** The trusted dates of all that there are. */
async function runsOfAll(sql: Sql, store: Store): Promise<readonly DateRun[]> {
  const [row] = await sql.all<{ from: string | null; to: string | null }>(
    'select min(date) as "from", max(date) as "to" from daily_tallies where store_id = ?',
    [store.id],
  );
  if (row === undefined || row.from === null || row.to === null) return [];
  const [runs = []] = await readTrustedRuns(sql, [{ storeId: store.id, from: row.from, to: row.to }]);
  return runs;
}

async function compareDates(
  sql: Sql,
  settings: Settings,
  { store, piece }: { readonly store: Store; readonly piece: DateRun },
): Promise<RollupDifference[]> {
  // What was to be trusted a moment ago may be stale by now, where the server is at work.
  const [runs = []] = await readTrustedRuns(sql, [{ storeId: store.id, ...piece }]);
  const standardOf = standardsOf(settings.standards);
  const expected = new Map<string, ServiceTally[]>();
  for (const facts of await readServiceFacts(
    sql,
    runs.map((run) => spanOf(store, run)),
  )) {
    for (const [date, tallies] of talliesByDate(store, facts, standardOf)) expected.set(date, tallies);
  }
  const found = await readServiceDates(sql, store.id, runs);
  return differences(expected, found).map((one) => ({ table: 'service_days', storeId: store.id, ...one }));
}

/** Months are sums of the days that there are, trusted or not. */
async function compareMonths(sql: Sql, store: Store): Promise<RollupDifference[]> {
  const days = await readServiceDates(sql, store.id, [{ from: '0000-01-01', to: '9999-12-31' }]);
  const expected = new Map<string, ServiceTally[]>();
  for (const [date, tallies] of days) {
    const month = date.slice(0, 7);
    expected.set(month, addedTallies([...(expected.get(month) ?? []), ...tallies]));
  }
  const found = await readServiceMonths(sql, store.id);
  return differences(expected, found).map((one) => ({ table: 'service_months', storeId: store.id, ...one }));
}

type Tallies = ReadonlyMap<string, readonly ServiceTally[]>;

function differences(expected: Tallies, found: Tallies): Pick<RollupDifference, 'where' | 'expected' | 'found'>[] {
  const [wanted, there] = [expected, found].map(
    (all) => new Map([...all].map(([time, tallies]) => [time, textOf(tallies)])),
  ) as [Map<string, string>, Map<string, string>];
  return [...new Set([...wanted.keys(), ...there.keys()])]
    .map((where) => ({ where, expected: wanted.get(where) ?? null, found: there.get(where) ?? null }))
    .filter((one) => one.expected !== one.found);
}

/** The same sums in any order are the same text; of values with decimals the last digits depend on the order they were added in. */
function textOf(tallies: readonly ServiceTally[]): string {
  return tallies
    .map((one) => {
      const sums = serviceTallyFields.map((field) => Number(one[field].toPrecision(9)));
      return JSON.stringify([one.kind, one.process, one.criterion, one.stage, ...sums]);
    })
    .toSorted()
    .join(' ');
}
