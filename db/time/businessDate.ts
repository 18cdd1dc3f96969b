import type { Store } from '../vocabulary/place.ts';
import { dateText, dayMs, dayNumber, daysInMonth, minuteMs } from './calendar.ts';
import { instantOf, localMsAt, weekdayOfDay } from './zone.ts';

/** What of a store decides its business dates. */
export type BusinessClock = Pick<Store, 'timezone' | 'dayStartsAtMinutes'>;

interface DateSpan {
  readonly date: string;
  readonly startAt: number;
  readonly endAt: number;
}

/** The date last found for each store: facts come in runs about the same day. */
const latest = new WeakMap<BusinessClock, DateSpan>();

/** The business date (`YYYY-MM-DD`) that an instant (epoch ms) belongs to. */
export function businessDateAt(store: BusinessClock, at: number): string {
  const known = latest.get(store);
  if (known !== undefined && at >= known.startAt && at < known.endAt) return known.date;
  const found = findDate(store, at);
  latest.set(store, found);
  return found.date;
}

/** The first instant (epoch ms) of a business date. */
export function startOfDate(store: BusinessClock, date: string): number {
  return instantOf(store.timezone, date, store.dayStartsAtMinutes);
}

/** The first instant after a business date, which is the next date's start. */
export function endOfDate(store: BusinessClock, date: string): number {
  return instantOf(store.timezone, date, store.dayStartsAtMinutes + 1440);
}

export function addDays(date: string, days: number): string {
  return dateText(dayNumber(date) + days);
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/** 0 (Monday) to 6 (Sunday). */
export function weekdayOf(date: string): number {
  return weekdayOfDay(dayNumber(date));
}

/** The Monday of the date's week. */
export function weekStart(date: string): string {
  return addDays(date, -weekdayOf(date));
}

/** The first of the date's month. */
export function monthStart(date: string): string {
  return `${date.slice(0, 8)}01`;
}

/** The first of the month after the date's. */
export function nextMonthStart(date: string): string {
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return addDays(monthStart(date), days);
}

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: string, to: string): string[] {
  const first = dayNumber(from);
  const count = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, i) => dateText(first + i));
}

function findDate(store: BusinessClock, at: number): DateSpan {
  const local = localMsAt(store.timezone, at) - store.dayStartsAtMinutes * minuteMs;
  let date = dateText(Math.floor(local / dayMs));
  // The clock may have gone back over the start of a date that had begun already.
  while (endOfDate(store, date) <= at) date = addDays(date, 1);
  return { date, startAt: startOfDate(store, date), endAt: endOfDate(store, date) };
}
