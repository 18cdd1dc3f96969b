import { readCourses, type StoreCourse } from '../../db/reads/courses.ts';
import type { PeriodTally } from '../../db/rollup/tally.ts';
import type { Sql } from '../../db/sql/port.ts';
import { addDays } from '../../db/time/businessDate.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { CompareSeriesAnswer, CompareSeriesQuery } from '../contracts/compareSeries.ts';
import { kpisOf } from '../kpi/kpis.ts';
import type { NumericKpi } from '../kpi/numericKpis.ts';
import { fieldsOf } from '../kpi/tallyFields.ts';
import { sumTallies } from '../kpi/total.ts';
import { isWellCovered } from '../kpi/trust.ts';

export interface CompareSeriesQuestion {
  readonly settings: Settings;
  /** Those asked for that the caller may see, in the order to answer. */
  readonly stores: readonly Store[];
  readonly query: CompareSeriesQuery;
  readonly now: number;
}

type Values = Record<string, (number | null)[]>;

/** The course of some figures of every store and of all together, by steps of whole days that end with `to`. */
export async function compareSeriesOf(
  sql: Sql,
  scope: Scope,
  { settings, stores, query, now }: CompareSeriesQuestion,
): Promise<CompareSeriesAnswer> {
  const steps = stepsOf(query);
  const storeIds = stores.map((store) => store.id);
  const courses = await readCourses(sql, scope, { settings, storeIds, steps, fields: fieldsOf(query.metric), now });
  const isOneCurrency = new Set(stores.map((store) => store.currency)).size < 2;
  const inTotal = query.metric.filter((metric) => isOneCurrency || !metric.endsWith('Minor'));
  const total = valuesOf(totals(courses, steps.length), query);
  return {
    ...{ from: query.from, to: query.to, steps },
    total: Object.fromEntries(inTotal.map((metric) => [metric, total[metric] ?? []])),
    stores: courses.map(({ storeId, tallies }) => ({ store: storeId, values: valuesOf(tallies, query) })),
  };
}

function stepsOf({ from, to, everyDays }: CompareSeriesQuery): CompareSeriesAnswer['steps'] {
  const steps = [];
  for (let last = to; last >= from; last = addDays(last, -everyDays)) {
    const first = addDays(last, 1 - everyDays);
    steps.push({ from: first < from ? from : first, to: last });
  }
  return steps.reverse();
}

function totals(courses: readonly StoreCourse[], count: number): PeriodTally[] {
  return Array.from({ length: count }, (_, step) => sumTallies(courses.flatMap(({ tallies }) => tallies[step] ?? [])));
}

function valuesOf(tallies: readonly PeriodTally[], { metric, hours }: CompareSeriesQuery): Values {
  const figures = tallies.map((tally) => kpisOf(tally, { hours, isPartial: false }));
  const known = metric.map((name): [NumericKpi, (number | null)[]] => [
    name,
    figures.map((kpis) => (isWellCovered(name, kpis.coverage) ? kpis[name] : null)),
  ]);
  return Object.fromEntries(known);
}
