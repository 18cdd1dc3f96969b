import { addSketch, emptySketch, subtractSketch, type WaitSketch } from './waitSketch.ts';

/**
 * What happened in a queue over some time, kept as sums that can be added: a quarter, a day, a month, all queues and a chain are all
 * tallies. Times in ms. Sketches are those of db/rollup/waitSketch.ts; null: nothing in them.
 */
export interface QueueTally {
  /** By joining (visits) or start (statistics). */
  served: number;
  abandoned: number;
  /** Visits and statistics there were: 0 makes served and abandoned null. */
  reports: number;
  /** Those of them that say who gave up: 0 makes abandoned null. */
  abandonReports: number;
  /** Those served whose wait is known, and the sum of their waits. */
  waits: number;
  waitMs: number;
  /** Those of which it is known how long they waited beside the target, and those of them who waited no longer (interpolated inside a bin). */
  judged: number;
  withinTarget: number;
  services: number;
  serviceMs: number;
  /** Σ length × time over the time of which the length is known. */
  lengthMs: number;
  knownMs: number;
  /** null: unknown. */
  maxLength: number | null;
  /** Σ open tills × time over the time of which it is known. */
  openMs: number;
  openKnownMs: number;
  /** People of whose wait only the bin is known: percentiles with any of them are coarse. */
  binned: number;
  waitSketch: WaitSketch | null;
  serviceSketch: WaitSketch | null;
}

/** The numbers of a tally that are summed; `maxLength` and the sketches are put together otherwise. */
export const queueSums = [
  'served',
  'abandoned',
  'reports',
  'abandonReports',
  'waits',
  'waitMs',
  'judged',
  'withinTarget',
  'services',
  'serviceMs',
  'lengthMs',
  'knownMs',
  'openMs',
  'openKnownMs',
  'binned',
] as const satisfies readonly (keyof QueueTally)[];

export function emptyQueueTally(): QueueTally {
  return {
    served: 0,
    abandoned: 0,
    reports: 0,
    abandonReports: 0,
    waits: 0,
    waitMs: 0,
    judged: 0,
    withinTarget: 0,
    services: 0,
    serviceMs: 0,
    lengthMs: 0,
    knownMs: 0,
    maxLength: null,
    openMs: 0,
    openKnownMs: 0,
    binned: 0,
    waitSketch: null,
    serviceSketch: null,
  };
}

/** Adds `more` into `sum`, in place; `more` stays as it is. */
export function addQueueTally(sum: QueueTally, more: QueueTally): QueueTally {
  for (const field of queueSums) sum[field] += more[field];
  sum.maxLength = greaterOf(sum.maxLength, more.maxLength);
  sum.waitSketch = sketchSum(sum.waitSketch, more.waitSketch);
  sum.serviceSketch = sketchSum(sum.serviceSketch, more.serviceSketch);
  return sum;
}

/** Takes `less`, which is part of it, out of `sum`, in place. What the greatest length was of the rest is not known: it stays. */
export function subtractQueueTally(sum: QueueTally, less: QueueTally): void {
  for (const field of queueSums) sum[field] -= less[field];
  if (sum.waitSketch !== null && less.waitSketch !== null) subtractSketch(sum.waitSketch, less.waitSketch);
  if (sum.serviceSketch !== null && less.serviceSketch !== null) subtractSketch(sum.serviceSketch, less.serviceSketch);
}

/** What a queue's time holds inside the window and outside it. */
export interface QueuePeriod {
  readonly window: QueueTally;
  readonly outside: QueueTally;
}

export function emptyQueuePeriod(): QueuePeriod {
  return { window: emptyQueueTally(), outside: emptyQueueTally() };
}

/** Adds `more` into `sum`, in place. */
export function addQueuePeriod(sum: QueuePeriod, more: QueuePeriod): QueuePeriod {
  addQueueTally(sum.window, more.window);
  addQueueTally(sum.outside, more.outside);
  return sum;
}

/** The greater of two, where null is unknown. */
export function greaterOf(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function sketchSum(sum: WaitSketch | null, more: WaitSketch | null): WaitSketch | null {
  if (more === null) return sum;
  const own = sum ?? emptySketch();
  addSketch(own, more);
  return own;
}
