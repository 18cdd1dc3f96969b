import { AppError } from '../vocabulary/errors.ts';
import { type DayOpenings, type OpeningHoursEdition, type Store, weekdays } from '../vocabulary/place.ts';
import { datesBetween, endOfDate, startOfDate } from './businessDate.ts';
import { dateText, dayMs, dayNumber, minuteMs } from './calendar.ts';
import { instantOf, localMsAt, weekdayOfDay } from './zone.ts';

/** From `startAt` until before `endAt`, epoch ms. */
export interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

/** Minutes after the midnight of the date on which the opening begins; `endMinutes` is above 1440 where it passes midnight. */
export interface Opening {
  readonly startMinutes: number;
  readonly endMinutes: number;
}

/** What of a store decides when it is open. */
export type OpeningClock = Pick<Store, 'timezone' | 'openingHours'> &
  Partial<Pick<Store, 'opensOn' | 'closesOn' | 'dayStartsAtMinutes'>>;

/** The window of the KPIs is the opening hours widened by this at both ends. */
export const windowMarginMs = 30 * minuteMs;
/** How far beyond what was asked for a stretch of the window is followed. */
export const stretchLookaroundMs = 2 * dayMs;

const pattern = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/;
const wholeDay: readonly Opening[] = [{ startMinutes: 0, endMinutes: 1440 }];
const parsed = new Map<string, Opening>();

/**
 * `"10:00-22:00"`, `"18:00-02:00"` (past midnight), `"00:00-24:00"`; equal times mean a whole day from that time on.
 * Throws an AppError `invalid` for anything else, and for times that are not multiples of 15 minutes.
 */
export function parseOpening(text: string): Opening {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const [startHour, startMinute, endHour, endMinute] = (pattern.exec(text) ?? []).slice(1).map(Number);
  const startMinutes = clockMinutes(startHour, startMinute);
  const endMinutes = clockMinutes(endHour, endMinute);
  if (startMinutes === null || endMinutes === null || startMinutes === 1440) {
    throw new AppError('invalid', `Opening hours "${text}" must look like "10:00-22:00", in steps of 15 minutes.`);
  }
  const opening = { startMinutes, endMinutes: endMinutes > startMinutes ? endMinutes : endMinutes + 1440 };
  if (parsed.size < 10_000) parsed.set(text, opening);
  return opening;
}

/** The openings that begin on a local calendar date: its exception, else its weekday's, of the edition in force then. */
export function openingsOf(store: OpeningClock, date: string): readonly Opening[] {
  const edition = editionOn(store.openingHours, date);
  if (edition === undefined) return wholeDay;
  const weekday = weekdays[weekdayOfDay(dayNumber(date))] ?? 'mon';
  const openings: DayOpenings = edition.exceptions[date] ?? edition.week[weekday] ?? [];
  return openings.map(parseOpening);
}

/**
 * When the store is open between two instants: merged, in order, cut to them. No opening hours: always. Never before the date on which
 * it opens for the first time (`opensOn`), nor after its last (`closesOn`).
 */
export function openSpans(store: OpeningClock, fromAt: number, toAt: number): Span[] {
  const asked = { startAt: fromAt, endAt: toAt };
  return clip(mergeSpans(rawSpans(store, asked, { marginMs: 0, isTradingOnly: true })), fromAt, toAt);
}

/**
 * The stretches of the window that touch [fromAt, toAt): opening hours widened by 30 minutes, merged, each followed to its
 * own ends, though no further than 48 h beyond what was asked for. No opening hours: one stretch without end.
 */
export function windowSpans(store: OpeningClock, fromAt: number, toAt: number): Span[] {
  const far = { startAt: fromAt - stretchLookaroundMs, endAt: toAt + stretchLookaroundMs };
  const stretches = clip(
    mergeSpans(rawSpans(store, far, { marginMs: windowMarginMs, isTradingOnly: false })),
    far.startAt,
    far.endAt,
  );
  return stretches.filter((span) => span.endAt > fromAt && span.startAt < toAt);
}

/** Joins spans that touch or overlap; answers them in order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { startAt: number; endAt: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.startAt - b.startAt)) {
    const last = merged.at(-1);
    if (last !== undefined && span.startAt <= last.endAt) last.endAt = Math.max(last.endAt, span.endAt);
    else if (span.endAt > span.startAt) merged.push({ startAt: span.startAt, endAt: span.endAt });
  }
  return merged;
}

/** Facts are kept in buckets of this length, which begin at whole quarters of an hour of UTC. */
export const bucketMs = 15 * minuteMs;

export interface DateBuckets {
  readonly date: string;
  readonly firstBucketIndex: number;
  /** Included; before `firstBucketIndex` for a date that its zone skipped altogether. */
  readonly lastBucketIndex: number;
}

/** Every bucket of some business dates, in order: bucket `i` begins at `startAt + i * bucketMs`. 1 means yes. */
export interface BucketPlan {
  readonly startAt: number;
  readonly endAt: number;
  readonly count: number;
  readonly isOpen: Uint8Array;
  readonly isInWindow: Uint8Array;
  readonly dates: readonly DateBuckets[];
}

export type PlanClock = OpeningClock & Pick<Store, 'dayStartsAtMinutes'>;

/** The start of the bucket that holds an instant (epoch ms). */
export function bucketOf(at: number): number {
  return Math.floor(at / bucketMs) * bucketMs;
}

/** The buckets of the business dates `fromDate` to `toDate`, both included, and which of them are open and in the window. */
export function bucketPlan(store: PlanClock, fromDate: string, toDate: string): BucketPlan {
  const startAt = startOfDate(store, fromDate);
  const endAt = Math.max(startAt, endOfDate(store, toDate));
  const count = Math.round((endAt - startAt) / bucketMs);
  const grid = { startAt, count };
  return {
    ...grid,
    endAt,
    isOpen: marked(grid, openSpans(store, startAt, endAt)),
    isInWindow: marked(grid, windowSpans(store, startAt, endAt)),
    dates: dateBuckets(store, startAt, datesBetween(fromDate, toDate)),
  };
}

/** The business date of one of the plan's buckets, and whether it lies in the window. */
export function partAt(plan: BucketPlan, bucket: number): { readonly date: string; readonly isInWindow: boolean } {
  const index = Math.round((bucket - plan.startAt) / bucketMs);
  // By halves, since a plan may be of years: the first date that ends with this bucket or later.
  let [low, high] = [0, plan.dates.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((plan.dates[middle] as DateBuckets).lastBucketIndex < index) low = middle + 1;
    else high = middle;
  }
  return { date: plan.dates[low]?.date ?? '', isInWindow: plan.isInWindow[index] === 1 };
}

/** The edition in force on a date: the last whose `from` is not after it; undefined: none, so nothing is known to be closed. */
function editionOn(editions: Store['openingHours'], date: string): OpeningHoursEdition | undefined {
  return editions?.findLast((edition) => edition.from === undefined || edition.from <= date);
}

interface RawSpans {
  readonly marginMs: number;
  /** Leaves out openings that begin before the store opens for the first time, or after its last date. */
  readonly isTradingOnly: boolean;
}

/** Openings that may touch `asked`, widened, neither merged nor cut. */
function rawSpans(store: OpeningClock, asked: Span, { marginMs, isTradingOnly }: RawSpans): Span[] {
  if (store.openingHours === null) return isTradingOnly ? clip([asked], ...tradingTime(store)) : [asked];
  // An opening may have begun up to two days ago: it lasts at most 24 h from a time of its own date.
  const first = Math.floor(localMsAt(store.timezone, asked.startAt - marginMs) / dayMs) - 2;
  const last = Math.floor(localMsAt(store.timezone, asked.endAt + marginMs) / dayMs);
  const spans: Span[] = [];
  for (let day = first; day <= last; day++) {
    const date = dateText(day);
    if (isSkipped(store, date) || (isTradingOnly && !isTradingOn(store, date))) continue;
    for (const opening of openingsOf(store, date)) addOpening(spans, openingSpan(store, date, opening), marginMs);
  }
  return spans;
}

function isTradingOn({ opensOn, closesOn }: OpeningClock, date: string): boolean {
  return !((opensOn && date < opensOn) || (closesOn && date > closesOn));
}

/** From when to when a store that is always open trades: its first and last business dates, whole. */
function tradingTime({ timezone, opensOn, closesOn, dayStartsAtMinutes = 0 }: OpeningClock): [number, number] {
  return [
    opensOn ? instantOf(timezone, opensOn, dayStartsAtMinutes) : Number.NEGATIVE_INFINITY,
    closesOn ? instantOf(timezone, closesOn, dayStartsAtMinutes + 1440) : Number.POSITIVE_INFINITY,
  ];
}

function openingSpan(store: OpeningClock, date: string, opening: Opening): Span {
  return {
    startAt: instantOf(store.timezone, date, opening.startMinutes),
    endAt: instantOf(store.timezone, date, opening.endMinutes),
  };
}

/** A date that its zone left out altogether (Apia, 2011-12-30) has no opening, not even one that passes midnight. */
function isSkipped(store: OpeningClock, date: string): boolean {
  return instantOf(store.timezone, date, 0) === instantOf(store.timezone, date, 1440);
}

function addOpening(spans: Span[], { startAt, endAt }: Span, marginMs: number): void {
  if (endAt > startAt) spans.push({ startAt: startAt - marginMs, endAt: endAt + marginMs });
}

function clip(spans: readonly Span[], fromAt: number, toAt: number): Span[] {
  return spans
    .map((span) => ({ startAt: Math.max(span.startAt, fromAt), endAt: Math.min(span.endAt, toAt) }))
    .filter((span) => span.endAt > span.startAt);
}

/** Minutes after midnight, 24:00 included; null for what is no clock time or no multiple of 15 minutes. */
function clockMinutes(hour: number | undefined, minute: number | undefined): number | null {
  if (hour === undefined || minute === undefined || minute > 59 || minute % 15 !== 0) return null;
  const minutes = hour * 60 + minute;
  return minutes <= 1440 ? minutes : null;
}

function dateBuckets(store: PlanClock, startAt: number, dates: readonly string[]): DateBuckets[] {
  let firstBucketIndex = 0;
  return dates.map((date) => {
    const next = Math.round((endOfDate(store, date) - startAt) / bucketMs);
    const entry = { date, firstBucketIndex, lastBucketIndex: next - 1 };
    firstBucketIndex = next;
    return entry;
  });
}

function marked(grid: { startAt: number; count: number }, spans: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(grid.count);
  for (const span of spans) {
    const first = Math.max(0, Math.round((span.startAt - grid.startAt) / bucketMs));
    const next = Math.max(0, Math.round((span.endAt - grid.startAt) / bucketMs));
    marks.fill(1, first, next);
  }
  return marks;
}
