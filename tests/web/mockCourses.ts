import type { CompareSeriesAnswer } from '../../server/contracts/compareSeries.ts';
import { addDays } from '../../web/format/dates.ts';

/** A course of each store, day by day, with a gap in the middle; whatever the figure. */
export function mockCourses(query: URLSearchParams, stores: readonly string[]): CompareSeriesAnswer {
  const [from, to] = [query.get('from') ?? '2026-02-14', query.get('to') ?? '2026-03-13'];
  const metric = query.get('metric') ?? 'conversionRate';
  const steps: CompareSeriesAnswer['steps'] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) steps.push({ from: date, to: date });
  const valuesOf = (level: number): (number | null)[] =>
    steps.map((_, i) => (i === 9 ? null : level + Math.sin(i * level) / 20));
  return {
    ...{ from, to, steps, total: { [metric]: valuesOf(0.25) } },
    stores: stores.map((store, i) => ({ store, values: { [metric]: valuesOf(0.2 + i / 10) } })),
  };
}
