import type { PeriodStep } from '../../db/rollup/fineSeries.ts';
import { addTally, emptyTally, type PeriodTally } from '../../db/rollup/tally.ts';
import { addDays } from '../../db/time/businessDate.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { CompareSeriesAnswer, CompareSeriesQuery } from '../contracts/compareSeries.ts';
import { kpisOf } from '../kpi/kpis.ts';
import type { NumericKpi } from '../kpi/numericKpis.ts';
import { isWellCovered } from '../kpi/trust.ts';
import type { ReadPeriods } from './funnel.ts';

export interface CompareSeriesQuestion extends Omit<CompareSeriesQuery, 'region' | 'tag' | 'store'> {
  /** Those asked for that the caller may see, in the order to answer. */
  readonly stores: readonly Store[];
  readonly now: number;
}

/** Stores whose days are held at once: a year of a thousand stores would be hundreds of megabytes. */
const storesAtOnce = 50;

type Values = Record<string, (number | null)[]>;

/** The course of some figures of every store and of all together, by steps of whole days that end with `to`. */
export async function compareSeriesOf(
  read: ReadPeriods,
  question: CompareSeriesQuestion,
): Promise<CompareSeriesAnswer> {
  const { stores, from, to, hours, now } = question;
  const steps = stepsOf(question);
  const sums = steps.map(emptyPeriod);
  const answered: CompareSeriesAnswer['stores'] = [];
  for (let i = 0; i < stores.length; i += storesAtOnce) {
    const storeIds = stores.slice(i, i + storesAtOnce).map((store) => store.id);
    for (const { storeId, series } of await read({ storeIds, from, to, by: 'day', hours, now })) {
      const tallies = steppedTallies(series, question);
      tallies.forEach((tally, step) => {
        addPeriod(sums[step] as PeriodTally, tally);
      });
      answered.push({ store: storeId, values: valuesOf(tallies, question) });
    }
  }
  const hasOneCurrency = new Set(stores.map((store) => store.currency)).size < 2;
  return { from, to, steps, total: valuesOf(sums, question, hasOneCurrency), stores: answered };
}

function stepsOf({ from, to, everyDays }: CompareSeriesQuestion): CompareSeriesAnswer['steps'] {
  const steps = [];
  for (let last = to; last >= from; last = addDays(last, -everyDays)) {
    const first = addDays(last, 1 - everyDays);
    steps.push({ from: first < from ? from : first, to: last });
  }
  return steps.reverse();
}

/** Days, which come in order and without a gap, added up from the end. */
function steppedTallies(days: readonly PeriodStep[], { everyDays }: CompareSeriesQuestion): readonly PeriodTally[] {
  if (everyDays === 1) return days;
  const count = Math.ceil(days.length / everyDays);
  const tallies = Array.from({ length: count }, emptyPeriod);
  days.forEach((day, i) => {
    const back = Math.floor((days.length - 1 - i) / everyDays);
    addPeriod(tallies[count - 1 - back] as PeriodTally, day);
  });
  return tallies;
}

function valuesOf(
  tallies: readonly PeriodTally[],
  { metric, hours }: CompareSeriesQuestion,
  hasOneCurrency = true,
): Values {
  const figures = tallies.map((tally) => kpisOf(tally, { hours, isPartial: false }));
  const known = metric.map((name): [NumericKpi, (number | null)[]] => {
    if (!hasOneCurrency && name.endsWith('Minor')) return [name, figures.map(() => null)];
    return [name, figures.map((kpis) => (isWellCovered(name, kpis.coverage) ? kpis[name] : null))];
  });
  return Object.fromEntries(known);
}

function emptyPeriod(): PeriodTally {
  return { window: emptyTally(), outside: emptyTally() };
}

function addPeriod(sum: PeriodTally, more: PeriodTally): void {
  addTally(sum.window, more.window);
  addTally(sum.outside, more.outside);
}
