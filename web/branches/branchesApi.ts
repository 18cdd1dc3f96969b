import type { AttentionAnswer } from '../../server/contracts/attention.ts';
import type { CompareSeriesAnswer } from '../../server/contracts/compareSeries.ts';
import type { NumericKpi } from '../../server/kpi/numericKpis.ts';
import { call } from '../api.ts';
import type { Compare } from '../api-types.ts';
import { addDays } from '../format/dates.ts';
import type { Comparison, DateRange } from '../selection/period.ts';

export type Courses = CompareSeriesAnswer;

interface Filter {
  readonly region: string | null;
  readonly tags: readonly string[];
}

export interface BranchesQuery extends Filter {
  readonly range: DateRange;
  readonly compare: Comparison;
}

export interface CoursesQuery extends Filter {
  readonly range: DateRange;
  readonly metric: NumericKpi;
}

/** Several stores have no usual of their own together: the period before stands in for it. */
const comparisons = { none: undefined, previous: 'previous', year: 'lastYear', usual: 'previous' } as const;

export function askBranches({ range, region, tags, compare }: BranchesQuery): Promise<Compare> {
  const filter = { region: region ?? undefined, tag: [...tags] };
  return call('/api/v1/compare', { query: { ...range, ...filter, compare: comparisons[compare] } });
}

export function askCourses({ range, metric, region, tags }: CoursesQuery): Promise<Courses> {
  const everyDays = daysIn(range) > longestDaily ? '7' : undefined;
  const filter = { region: region ?? undefined, tag: [...tags] };
  return call('/api/v1/compare/series', { query: { ...range, ...filter, metric, everyDays } });
}

export interface LookQuery extends Filter {
  readonly range: DateRange;
}

export function askAttention({ range, region, tags }: LookQuery): Promise<AttentionAnswer> {
  return call('/api/v1/attention', { query: { ...range, region: region ?? undefined, tag: [...tags] } });
}

/** More days than a line the size of a word has room for are drawn by seven. */
const longestDaily = 63;
const shortestDays = 28;

function daysIn({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/**
 * The dates whose course is drawn: the period, at least four weeks, and without the day that still runs, since a line would fall where
 * a day is only half over.
 */
export function courseRange(range: DateRange, today: string): DateRange {
  const to = range.to < today ? range.to : addDays(today, -1);
  return { from: addDays(to, 1 - Math.max(shortestDays, daysIn(range))), to };
}
