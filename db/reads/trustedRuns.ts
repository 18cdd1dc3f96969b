import type { Sql } from '../sql/port.ts';
import { addDays, daysBetween, monthStart, nextMonthStart } from '../time/businessDate.ts';
import { readTrustedDates, type StoreDates } from './days.ts';
import { runsOf } from './dayTallies.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** Business dates, both included. */
export type DateRun = Pick<StoreDates, 'from' | 'to'>;

const wantedDates = { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' } as const;

/**
 * The runs of dates of each list that have daily tallies to be trusted, and so everything else that is made with them. Where they
 * have no gap, which is nearly always, only their ends are read.
 */
export async function readTrustedRuns(sql: Sql, wanted: readonly StoreDates[]): Promise<DateRun[][]> {
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
    if (dates !== undefined) return runsOf([...dates].sort());
    const run = ends.get(i);
    return run === undefined ? [] : [{ from: run.from, to: run.to }];
  });
}

function isBroken(run: (DateRun & { readonly days: number }) | undefined): boolean {
  return run !== undefined && run.days !== daysBetween(run.from, run.to) + 1;
}

/** What is left of a period; `runs` in order. */
export function otherRuns({ from, to }: DateRun, runs: readonly DateRun[]): DateRun[] {
  const starts = [from, ...runs.map((run) => addDays(run.to, 1))];
  const ends = [...runs.map((run) => addDays(run.from, -1)), to];
  return starts.flatMap((start, i) => runOrNone(start, ends[i] as string));
}

/** A run as whole months (`YYYY-MM`, both included; null: there is none in it) and the days before and after them. */
export function monthsIn({ from, to }: DateRun): { readonly months: DateRun | null; readonly days: DateRun[] } {
  const first = from === monthStart(from) ? from : nextMonthStart(from);
  const end = monthStart(addDays(to, 1));
  if (first >= end) return { months: null, days: [{ from, to }] };
  const months = { from: first.slice(0, 7), to: addDays(end, -1).slice(0, 7) };
  return { months, days: [...runOrNone(from, addDays(first, -1)), ...runOrNone(end, to)] };
}

function runOrNone(from: string, to: string): DateRun[] {
  return from <= to ? [{ from, to }] : [];
}
