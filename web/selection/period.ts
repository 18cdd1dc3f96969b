import { addDays, isDate } from '../format/dates.ts';

/** How many days each period holds; whole weeks, so that weekdays weigh alike. */
export const periodDays = { day: 1, week: 7, month: 28, quarter: 91, year: 364 } as const;
export type Period = keyof typeof periodDays;

// Guaranteed by the object they are the keys of.
export const periods = Object.keys(periodDays) as readonly Period[];

export function isPeriod(text: string | null): text is Period {
  return text !== null && Object.hasOwn(periodDays, text);
}

/** Business dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** The period that ends with `date`. */
export function rangeOf(period: Period, date: string): DateRange {
  return { from: addDays(date, 1 - periodDays[period]), to: date };
}

export function daysOf({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** The shortest period that a stretch fits into. */
export function periodOf(range: DateRange): Period {
  return periods.find((period) => daysOf(range) <= periodDays[period]) ?? 'year';
}

/** A stretch that someone chose by its dates; null where the two are none. It ends at `today` at the latest. */
export function chosenRange(from: string | null, to: string | null, today: string): DateRange | null {
  if (!isDate(from) || !isDate(to) || to < from || from > today) return null;
  return { from, to: to < today ? to : today };
}

export const comparisons = ['none', 'previous', 'year', 'usual'] as const;
export type Comparison = (typeof comparisons)[number];
