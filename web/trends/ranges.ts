import { addDays } from '../format/dates.ts';
import type { Comparison, DateRange } from '../selection/period.ts';

export const stepSizes = ['15m', 'hour', 'day', 'week', 'month'] as const;
export type StepSize = (typeof stepSizes)[number];

const dayMs = 86_400_000;

/** Business dates of a range, both ends included. */
export function daysIn({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** The longest range that each size of step is offered for, and the shortest. */
const limits: Readonly<Record<StepSize, readonly [least: number, most: number]>> = {
  '15m': [1, 3],
  hour: [1, 28],
  day: [2, 400],
  week: [14, 1500],
  month: [56, 10_000],
};

/** The sizes of step in which a range can be read; service is known by day alone. */
export function sizesOf(range: DateRange, isByDay: boolean): readonly StepSize[] {
  const days = daysIn(range);
  const fitting = stepSizes.filter((size) => {
    const [least, most] = limits[size];
    if (isByDay && (size === '15m' || size === 'hour')) return false;
    return days >= least && days <= most;
  });
  return fitting.length === 0 ? ['day'] : fitting;
}

/** The size that the address names where it fits, else the one that shows the range best. */
export function sizeOf(asked: string | null, range: DateRange, isByDay: boolean): StepSize {
  const sizes = sizesOf(range, isByDay);
  const wished = sizes.find((size) => size === asked);
  if (wished !== undefined) return wished;
  const days = daysIn(range);
  const best: StepSize = days === 1 ? 'hour' : days <= 92 ? 'day' : days <= 400 ? 'week' : 'month';
  return sizes.find((size) => size === best) ?? sizes[0] ?? 'day';
}

/** How long a comparison reaches back: whole weeks, so that weekdays face weekdays; 52 of them for a year; as the server does (db/time/steps.ts). */
export function shiftDays(range: DateRange, compare: 'previous' | 'year'): number {
  return compare === 'year' ? 364 : Math.ceil(daysIn(range) / 7) * 7;
}

/** How many whole months a range touches. */
export function monthsIn({ from, to }: DateRange): number {
  const [months, first] = [to, from].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  return (months ?? 0) - (first ?? 0) + 1;
}

/** The same day some months earlier, the month's last where it has no such day. */
export function monthsEarlier(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(`${addDays(first, 31).slice(0, 8)}01`, -1);
  const wished = `${first.slice(0, 8)}${date.slice(8)}`;
  return wished < last ? wished : last;
}

/** How many weeks back a usual looks: the median of as many same weekdays (server/kpi/usual.ts). */
const usualWeeks = 8;

/**
 * What is asked for to be drawn behind: the earlier range, by month the same months of the year before or the months just before, or the
 * weeks before the range from which the usual follows. null: nothing is compared, or the usual of weeks and months, which there is none of.
 */
export function rangeBehind(range: DateRange, by: StepSize, compare: Comparison): DateRange | null {
  if (compare === 'none') return null;
  if (compare === 'usual') {
    if (by === 'week' || by === 'month') return null;
    return { from: addDays(range.from, -7 * usualWeeks), to: addDays(range.to, -7) };
  }
  if (by === 'month') {
    const months = compare === 'year' ? 12 : monthsIn(range);
    return { from: monthsEarlier(range.from, months), to: monthsEarlier(range.to, months) };
  }
  const shift = shiftDays(range, compare);
  return { from: addDays(range.from, -shift), to: addDays(range.to, -shift) };
}

/** What a step shows when it is opened; null: it is a quarter of an hour, and there is nothing finer. */
export interface Opened {
  readonly range: DateRange;
  readonly by: StepSize;
}

export function openedOf(step: { readonly from: string; readonly to: string }, by: StepSize): Opened | null {
  if (by === '15m') return null;
  const range = { from: step.from, to: step.to };
  if (by === 'hour') return { range, by: '15m' };
  return { range, by: by === 'day' ? 'hour' : 'day' };
}

const wider = [1, 7, 28, 91, 364] as const;

/** The next longer period around a range, up to today; null: it is a year already. */
export function widerOf(range: DateRange, today: string): DateRange | null {
  const days = daysIn(range);
  const next = wider.find((length) => length > days);
  if (next === undefined) return null;
  const middle = addDays(range.to, Math.floor((next - days) / 2));
  const to = middle < today ? middle : today;
  return { from: addDays(to, 1 - next), to };
}
