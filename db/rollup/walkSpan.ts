import type { Span } from '../time/opening.ts';

export interface WalkReports {
  /** Every interval or difference of the device that touches the walks. */
  readonly intervals: readonly Span[];
  /** The latest time that a report speaks of; null: it never reported. */
  readonly lastReportAt: number | null;
  /** Usual time between reports, ms; null: each passage is a report of its own. */
  readonly periodMs: number | null;
}

/** A report that goes on for longer after the walks than this is not one that waited for them to end. */
const longestAfterMs = 15 * 60_000;

/**
 * The whole reports that the walks fall into: people of one report can't be told apart, so that what is taken out begins and ends where
 * reports do. Where a report has not come yet, its bounds are taken from the device's usual time between reports.
 */
export function walkSpan({ startAt, endAt }: Span, { intervals, lastReportAt, periodMs }: WalkReports): Span {
  const touching = intervals.filter((one) => one.startAt < endAt && one.endAt > startAt);
  const [from, to] = [touching.map((one) => one.startAt), touching.map((one) => one.endAt)];
  const span = { startAt: Math.min(startAt, ...from), endAt: Math.max(endAt, ...to.filter((at) => isNear(at, endAt))) };
  if (periodMs === null || (lastReportAt !== null && lastReportAt >= endAt)) return span;
  const anchor = lastReportAt ?? 0;
  const before = anchor + Math.floor((startAt - anchor) / periodMs) * periodMs;
  const after = anchor + Math.ceil((endAt - anchor) / periodMs) * periodMs;
  return {
    startAt: lastReportAt === null || startAt >= lastReportAt ? Math.min(span.startAt, before) : span.startAt,
    endAt: isNear(after, endAt) ? Math.max(span.endAt, after) : span.endAt,
  };
}

function isNear(at: number, endAt: number): boolean {
  return at - endAt <= longestAfterMs;
}
