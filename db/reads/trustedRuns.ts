import type { Sql } from '../sql/port.ts';
import { addDays, datesBetween, daysBetween } from '../time/businessDate.ts';
import { readTrustedDates, type StoreDates } from './days.ts';
import { runsOf } from './dayTallies.ts';
import { soughtIn, wantedRows } from './wanted.ts';

const wantedDates = { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' } as const;

/**
 * The runs of dates of each list that have no daily tallies to be trusted, and so nothing else that is made with them. Where the
 * trusted ones have no gap, which is nearly always, only their ends are read.
 */
export async function readUntrustedRuns(
  sql: Sql,
  wanted: readonly StoreDates[],
): Promise<Pick<StoreDates, 'from' | 'to'>[][]> {
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedDates)}
    select wanted.place, count(*), min(d.date), max(d.date) from wanted cross join ${soughtIn(sql, 'daily_tallies', {
      name: 'd',
      where: `d.in_window = 1 and d.store_id = wanted.store_id and d.date >= wanted.lo and d.date <= wanted.hi
        and not exists (select 1 from stale_days s where s.store_id = d.store_id and s.date = d.date)`,
    })}
    group by wanted.place`,
    [JSON.stringify(wanted.map(({ storeId, from, to }, place) => [place, storeId, from, to]))],
  );
  const ends = new Map(
    rows.map(([place, days, from, to]) => [
      Number(place),
      { days: Number(days), from: String(from), to: String(to) } as const,
    ]),
  );
  const broken = wanted.filter((_, i) => isBroken(ends.get(i)));
  const trusted = new Map((await readTrustedDates(sql, broken)).map((dates, i) => [broken[i], dates]));
  return wanted.map((one, i) => {
    const dates = trusted.get(one);
    if (dates !== undefined) return runsOf(datesBetween(one.from, one.to).filter((date) => !dates.has(date)));
    const run = ends.get(i);
    if (run === undefined) return [{ from: one.from, to: one.to }];
    const around = [
      { from: one.from, to: addDays(run.from, -1) },
      { from: addDays(run.to, 1), to: one.to },
    ];
    return around.filter(({ from, to }) => from <= to);
  });
}

interface Run {
  readonly days: number;
  readonly from: string;
  readonly to: string;
}

function isBroken(run: Run | undefined): boolean {
  return run !== undefined && run.days !== daysBetween(run.from, run.to) + 1;
}
