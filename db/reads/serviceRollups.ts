import { type ServiceTally, serviceTallyFields } from '../rollup/serviceTally.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import type { StoreDates } from './days.ts';
import { type DateRun, monthsIn } from './trustedRuns.ts';
import { soughtIn, wantedRows } from './wanted.ts';

const key = 'd.kind, d.process, d.criterion, d.stage';
const wantedSpans = { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' } as const;

/** The sums of a store's runs of trusted dates: whole months from service_months, the days around them from service_days. */
export async function readServiceSumsOf(
  sql: Sql,
  stores: readonly { readonly storeId: string; readonly runs: readonly DateRun[] }[],
): Promise<ServiceTally[][]> {
  const parts = stores.map(({ runs }) => runs.map(monthsIn));
  const spans = (runsOf: (part: ReturnType<typeof monthsIn>) => readonly DateRun[]): Placed[] =>
    stores.flatMap(({ storeId }, place) =>
      (parts[place] ?? []).flatMap(runsOf).map((run) => ({ place, storeId, ...run })),
    );
  const lists: ServiceTally[][] = stores.map(() => []);
  const put = (place: number, tally: ServiceTally): unknown => lists[place]?.push(tally);
  await readSums(
    sql,
    { table: 'service_months', time: 'month', spans: spans(({ months }) => (months === null ? [] : [months])) },
    put,
  );
  await readSums(sql, { table: 'service_days', time: 'date', spans: spans(({ days }) => days) }, put);
  return lists;
}

interface Placed extends StoreDates {
  readonly place: number;
}

interface SumsQuestion {
  readonly table: 'service_days' | 'service_months';
  readonly time: 'date' | 'month';
  readonly spans: readonly Placed[];
}

/** Each store is grouped by itself: sorting a chain's year at once takes SQLite twice as long. */
async function readSums(
  sql: Sql,
  { table, time, spans }: SumsQuestion,
  put: (place: number, tally: ServiceTally) => unknown,
): Promise<void> {
  const sums = serviceTallyFields.map((field) => `sum(d.${field})`).join(', ');
  if (sql.dialect === 'postgres') {
    const rows = await sql.values(
      `with ${wantedRows(sql, wantedSpans)} select wanted.place, g.* from wanted cross join lateral (
        select ${key}, ${sums} from ${table} d
        where d.store_id = wanted.store_id and d.${time} >= wanted.lo and d.${time} <= wanted.hi group by ${key}) g`,
      [paramOf(spans)],
    );
    for (const [place, ...row] of rows) put(Number(place), tallyOf(row));
    return;
  }
  const text = `select ${key}, ${sums} from ${table} d where d.store_id = ? and d.${time} >= ? and d.${time} <= ? group by ${key}`;
  for (const { place, storeId, from, to } of spans) {
    for (const row of await sql.values(text, [storeId, from, to])) put(place, tallyOf(row));
  }
}

/** The tallies of each date of a store's runs of dates. */
export async function readServiceDates(
  sql: Sql,
  storeId: string,
  runs: readonly DateRun[],
): Promise<Map<string, ServiceTally[]>> {
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedSpans)}
    select d.date, ${key}, ${columns} from wanted cross join ${soughtIn(sql, 'service_days', {
      name: 'd',
      where: 'd.store_id = wanted.store_id and d.date >= wanted.lo and d.date <= wanted.hi',
    })}`,
    [paramOf(runs.map((run, place) => ({ place, storeId, ...run })))],
  );
  return byTime(rows);
}

/** The tallies of every month of a store, whether or not all its days are to be trusted. */
export async function readServiceMonths(sql: Sql, storeId: string): Promise<Map<string, ServiceTally[]>> {
  return byTime(
    await sql.values(`select d.month, ${key}, ${columns} from service_months d where d.store_id = ?`, [storeId]),
  );
}

const columns = serviceTallyFields.map((field) => `d.${field}`).join(', ');

function byTime(rows: readonly (readonly SqlValue[])[]): Map<string, ServiceTally[]> {
  const times = new Map<string, ServiceTally[]>();
  for (const [first, ...row] of rows) {
    const time = String(first);
    const tallies = times.get(time);
    if (tallies === undefined) times.set(time, [tallyOf(row)]);
    else tallies.push(tallyOf(row));
  }
  return times;
}

function paramOf(spans: readonly Placed[]): string {
  return JSON.stringify(spans.map(({ place, storeId, from, to }) => [place, storeId, from, to]));
}

/** From the values of kind, process, criterion, stage and serviceTallyFields; the casts hold because only these are ever written. */
function tallyOf(row: readonly SqlValue[]): ServiceTally {
  const [kind, process, criterion, stage] = row;
  const [answers = 0, total = 0, squares = 0, good = 0, middling = 0, bad = 0] = row.slice(4).map(Number);
  return {
    kind: kind as ServiceTally['kind'],
    process: String(process),
    criterion: String(criterion),
    stage: stage as ServiceTally['stage'],
    ...{ answers, total, squares, good, middling, bad },
  };
}
