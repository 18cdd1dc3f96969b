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

/** How many waits fell into each of the sketch's classes, by the class's key; waits of 0 under `zero`. */
export interface WaitSketch {
  zero: number;
  readonly classes: Map<number, number>;
}
