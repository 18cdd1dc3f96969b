import type { Store } from '../vocabulary/place.ts';
import {
  addDays,
  type BusinessClock,
  datesBetween,
  daysBetween,
  endOfDate,
  nextMonthStart,
  startOfDate,
  weekStart,
} from './businessDate.ts';
import { dateText, dayMs, minuteMs } from './calendar.ts';
import { bucketMs, type Span } from './opening.ts';
import { instantOfLocal, localMsAt, offsetChanges, offsetMsAt } from './zone.ts';

export const seriesUnits = ['15m', 'hour', 'day', 'week', 'month'] as const;
export type SeriesUnit = (typeof seriesUnits)[number];

/** Business dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface ComparisonRange extends DateRange {
  /** How many days earlier than the period compared. */
  readonly shiftDays: number;
}

const hourMs = 60 * minuteMs;

/**
 * The steps of a series over the business dates `from` to `to`, cut to them, in order, without gaps; none is empty. Hours break
 * at local minute 0 and where the zone's offset changes; weeks begin on Monday.
 */
export function seriesSteps(store: BusinessClock, { from, to }: DateRange, by: SeriesUnit): Span[] {
  const startAt = startOfDate(store, from);
  const endAt = endOfDate(store, to);
  if (by === '15m') return spansBetween(quarters(startAt, endAt), endAt);
  if (by === 'hour') return spansBetween(hours(store.timezone, startAt, endAt), endAt);
  return spansBetween(
    stepDates(from, to, by).map((date) => startOfDate(store, date)),
    endAt,
  );
}

/**
 * The dates to compare with: `previous` moves back by the smallest multiple of 7 days that is at least the length (so weekdays
 * face weekdays), `lastYear` by 364 days.
 */
export function comparisonRange(from: string, to: string, kind: 'previous' | 'lastYear'): ComparisonRange {
  const length = daysBetween(from, to) + 1;
  const shiftDays = kind === 'lastYear' ? 364 : Math.ceil(length / 7) * 7;
  return { from: addDays(from, -shiftDays), to: addDays(to, -shiftDays), shiftDays };
}

/** The instant at the same local time `shiftDays` earlier: where to cut a comparison with a period that is not over. */
export function cutAt(store: Pick<Store, 'timezone'>, now: number, shiftDays: number): number {
  return instantOfLocal(store.timezone, localMsAt(store.timezone, now) - shiftDays * dayMs);
}

/** RFC 3339 with the zone's offset, `2026-03-29T00:00:00+03:00`; milliseconds only where there are any. */
export function formatInstant(zone: string, at: number): string {
  // An offset on the wire is whole minutes; some zones had seconds in theirs before 1972.
  const offsetMinutes = Math.round(offsetMsAt(zone, at) / minuteMs);
  const local = at + offsetMinutes * minuteMs;
  const time = new Date(local).toISOString().slice(-13, local % 1000 === 0 ? -5 : -1);
  const size = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return `${dateText(Math.floor(local / dayMs))}T${time}${offset}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function stepDates(from: string, to: string, by: 'day' | 'week' | 'month'): string[] {
  if (by === 'day') return datesBetween(from, to);
  const dates = [from];
  for (let date = nextStep(from, by); date <= to; date = nextStep(date, by)) dates.push(date);
  return dates;
}

function nextStep(date: string, by: 'week' | 'month'): string {
  return by === 'week' ? addDays(weekStart(date), 7) : nextMonthStart(date);
}

function quarters(startAt: number, endAt: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.round((endAt - startAt) / bucketMs)) },
    (_, i) => startAt + i * bucketMs,
  );
}

function hours(zone: string, startAt: number, endAt: number): number[] {
  const stretches = [startAt, ...offsetChanges(zone, startAt, endAt)];
  return stretches.flatMap((stretchAt, i) => wholeHours(zone, stretchAt, stretches[i + 1] ?? endAt));
}

/** Starts of the hours of a stretch with one offset; the first one is cut where the stretch begins within an hour. */
function wholeHours(zone: string, startAt: number, endAt: number): number[] {
  const offset = offsetMsAt(zone, startAt);
  const starts = [startAt];
  const next = Math.floor((startAt + offset) / hourMs) * hourMs - offset + hourMs;
  for (let at = next; at < endAt; at += hourMs) starts.push(at);
  return starts;
}

function spansBetween(starts: readonly number[], endAt: number): Span[] {
  return starts
    .map((startAt, i) => ({ startAt, endAt: starts[i + 1] ?? endAt }))
    .filter((span) => span.endAt > span.startAt);
}
