import { addDays } from '../format/dates.ts';

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
