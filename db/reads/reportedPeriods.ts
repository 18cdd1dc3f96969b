import { addTally, emptyTally, type PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt, endOfDate } from '../time/businessDate.ts';
import { type SeriesUnit, seriesSteps } from '../time/steps.ts';
import type { Store } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { type PeriodsQuery, readPeriods, type StorePeriods } from './funnel.ts';
import { type ReportedDay, readReportedDays } from './reportedDays.ts';

/** How much of a period there are reports of. */
export interface ReportedPart {
  /** Dates that are as they were reported. */
  readonly dates: number;
  /** Dates that have ended without a report: they are as they are now. */
  readonly withoutReport: number;
}

export interface ReportedPeriods extends StorePeriods {
  readonly reported: ReportedPart;
}

export interface ReportedQuery extends PeriodsQuery {
  /** Quarters and hours are not kept as they were reported. */
  readonly by: 'none' | Exclude<SeriesUnit, '15m' | 'hour'>;
}

/** What readPeriods answers, of each date what it showed when it ended where there is a report of it. */
export async function readReportedPeriods(sql: Sql, scope: Scope, query: ReportedQuery): Promise<ReportedPeriods[]> {
  return sql.transaction(async (snapshot) => {
    const periods = await readPeriods(snapshot, scope, { ...query, by: 'day', hours: 'all' });
    const wanted = periods.map(({ storeId }) => ({ storeId, from: query.from, to: query.to }));
    const reports = await readReportedDays(snapshot, wanted);
    return periods.map((one, i) => {
      // readPeriods answers stores that are set up.
      const store = query.settings.stores.get(one.storeId) as Store;
      return putTogether(one, { query, store, reports: reports[i] ?? new Map() });
    });
  });
}

interface Basis {
  readonly query: ReportedQuery;
  readonly store: Store;
  readonly reports: ReadonlyMap<string, ReportedDay>;
}

function putTogether(now: StorePeriods, { query, store, reports }: Basis): ReportedPeriods {
  const total = emptyPeriod();
  const steps = query.by === 'none' ? [] : seriesSteps(store, query, query.by);
  const series = steps.map((step) => ({ ...step, ...emptyPeriod() }));
  const cut = query.cuts?.[store.id];
  const horizon = Math.min(query.now, cut ?? query.now);
  const reported = { dates: 0, withoutReport: 0 };
  let step = 0;
  for (const day of now.series) {
    const date = businessDateAt(store, day.startAt);
    const isOver = endOfDate(store, date) <= horizon;
    const report = isOver ? reports.get(date) : undefined;
    if (report !== undefined) reported.dates++;
    else if (isOver) reported.withoutReport++;
    while (step < series.length - 1 && (series[step] as { endAt: number }).endAt <= day.startAt) step++;
    addPeriod(total, report ?? day);
    const sum = series[step];
    if (sum !== undefined) addPeriod(sum, report ?? day);
  }
  return { storeId: store.id, total, series, reported };
}

function emptyPeriod(): PeriodTally {
  return { window: emptyTally(), outside: emptyTally() };
}

function addPeriod(sum: PeriodTally, more: PeriodTally): void {
  addTally(sum.window, more.window);
  addTally(sum.outside, more.outside);
}
