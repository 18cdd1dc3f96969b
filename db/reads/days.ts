import type { PeriodTally } from '../rollup/tally.ts';
import { emptyTally, type Tally, tallyFields } from '../rollup/tally.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** Business dates of a store, both included. */
export interface StoreDates {
  readonly storeId: string;
  readonly from: string;
  readonly to: string;
}

export interface SummedDays {
  readonly sum: PeriodTally;
  /** How many dates are in the sum. */
  readonly days: number;
}

const wantedDates = { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' } as const;

const where = `d.store_id = wanted.store_id and d.date >= wanted.lo and d.date <= wanted.hi
  and not exists (select 1 from stale_days s where s.store_id = d.store_id and s.date = d.date)`;

/** The sums of the trusted daily tallies of each list of dates, in their order; fields that are not asked for are 0. */
export async function readSummedDays(
  sql: Sql,
  wanted: readonly StoreDates[],
  fields: readonly (keyof Tally)[] = tallyFields,
): Promise<SummedDays[]> {
  const sums = wanted.map(() => ({ sum: { window: emptyTally(), outside: emptyTally() }, days: 0 }));
  const columns = fields.map((field) => `sum(d.${columnName(field)})`).join(', ');
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedDates)}
    select wanted.place, d.in_window, count(*), ${columns} from wanted cross join ${soughtIn(sql, 'daily_tallies', { name: 'd', where })}
    group by wanted.place, d.in_window`,
    [paramOf(wanted)],
  );
  for (const row of rows) {
    const [place, inWindow, days] = row;
    const found = sums[Number(place)];
    if (found === undefined) continue;
    found.sum[inWindow === 1 ? 'window' : 'outside'] = tallyOf(row, fields);
    found.days = Number(days);
  }
  return sums;
}

/** The trusted daily tallies of each list of dates, by date. */
export async function readDays(sql: Sql, wanted: readonly StoreDates[]): Promise<Map<string, PeriodTally>[]> {
  const lists = wanted.map(() => new Map<string, { window: Tally; outside: Tally }>());
  const columns = tallyFields.map((field) => `d.${columnName(field)}`).join(', ');
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedDates)}
    select wanted.place, d.in_window, d.date, ${columns} from wanted cross join ${soughtIn(sql, 'daily_tallies', { name: 'd', where })}`,
    [paramOf(wanted)],
  );
  for (const row of rows) {
    const [place, inWindow, date] = row;
    const list = lists[Number(place)];
    if (list === undefined || typeof date !== 'string') continue;
    let day = list.get(date);
    if (day === undefined) {
      day = { window: emptyTally(), outside: emptyTally() };
      list.set(date, day);
    }
    day[inWindow === 1 ? 'window' : 'outside'] = tallyOf(row);
  }
  return lists;
}

/** Which dates of each list have trusted daily tallies. */
export async function readTrustedDates(sql: Sql, wanted: readonly StoreDates[]): Promise<Set<string>[]> {
  const lists = wanted.map(() => new Set<string>());
  if (wanted.length === 0) return lists;
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedDates)}
    select wanted.place, d.date from wanted cross join ${soughtIn(sql, 'daily_tallies', { name: 'd', where: `d.in_window = 1 and ${where}` })}`,
    [paramOf(wanted)],
  );
  for (const [place, date] of rows) lists[Number(place)]?.add(String(date));
  return lists;
}

function paramOf(wanted: readonly StoreDates[]): string {
  return JSON.stringify(wanted.map(({ storeId, from, to }, place) => [place, storeId, from, to]));
}

/** From a row that has the values of the fields, in their order, after three others. */
function tallyOf(row: readonly SqlValue[], fields: readonly (keyof Tally)[] = tallyFields): Tally {
  const tally = emptyTally();
  fields.forEach((field, i) => {
    tally[field] = Number(row[i + 3]);
  });
  return tally;
}
