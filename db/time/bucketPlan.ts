import type { Store } from '../vocabulary/place.ts';
import { datesBetween, endOfDate, startOfDate } from './businessDate.ts';
import { minuteMs } from './calendar.ts';
import { openSpans, type Span, windowSpans } from './opening.ts';

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

export type PlanClock = Pick<Store, 'timezone' | 'dayStartsAtMinutes' | 'openingHours'>;

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
