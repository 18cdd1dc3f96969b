import { emptyTally, type PeriodTally, type Tally, tallyFields } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import type { StoreDates } from './days.ts';
import { columnsAs, soughtIn, wantedRows } from './wanted.ts';

/** What a date showed when it ended, and when that was looked at (epoch ms). */
export interface ReportedDay extends PeriodTally {
  readonly reportedAt: number;
}

type Row = Tally & {
  readonly place: number;
  readonly date: string;
  readonly inWindow: number;
  readonly reportedAt: number;
};

/** The reports of each list of dates, by date. */
export async function readReportedDays(sql: Sql, wanted: readonly StoreDates[]): Promise<Map<string, ReportedDay>[]> {
  const lists = wanted.map(() => new Map<string, ReportedDay>());
  const rows = await sql.all<Row>(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' })}
    select wanted.place, r.date, r.in_window as "inWindow", r.reported_at as "reportedAt", ${columnsAs('r', tallyFields)}
    from wanted cross join ${soughtIn(sql, 'reported_tallies', {
      name: 'r',
      where: 'r.store_id = wanted.store_id and r.date >= wanted.lo and r.date <= wanted.hi',
    })}`,
    [JSON.stringify(wanted.map(({ storeId, from, to }, place) => [place, storeId, from, to]))],
  );
  for (const { place, date, inWindow, reportedAt, ...tally } of rows) {
    const day = lists[place]?.get(date) ?? { reportedAt, window: emptyTally(), outside: emptyTally() };
    lists[place]?.set(date, inWindow === 1 ? { ...day, window: tally } : { ...day, outside: tally });
  }
  return lists;
}
