import { bucketMs } from '../time/opening.ts';
import type { Cause } from '../vocabulary/cause.ts';
import type { StandingEvent, StandingInterval } from './quarterRows.ts';
import type { StandingSale } from './saleRows.ts';

/** A stretch of a device's time, [fromAt, toAt) in epoch ms, whose facts changed. */
export interface TouchedSpan {
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
  /** Why; absent: `late`, what comes late where a date is over. */
  readonly cause?: Cause;
  /** What no longer counts here, and what does in its place, where this one fact is all that the stretch is touched by. */
  readonly gone?: StandingInterval | StandingEvent | StandingSale;
  readonly came?: StandingInterval | StandingEvent | StandingSale;
}

/** The touched stretches widened to whole buckets; those of a device that are no more than `gapMs` apart are one. */
export function wholeBuckets(touched: readonly TouchedSpan[], gapMs = 0): TouchedSpan[] {
  const merged: { deviceId: string; fromAt: number; toAt: number }[] = [];
  for (const span of touched.map(widened).sort(inOrder)) {
    const last = merged.at(-1);
    if (last?.deviceId === span.deviceId && span.fromAt <= last.toAt + gapMs)
      last.toAt = Math.max(last.toAt, span.toAt);
    else merged.push({ ...span });
  }
  return merged;
}

function widened({ deviceId, fromAt, toAt }: TouchedSpan): TouchedSpan {
  const startAt = Math.floor(fromAt / bucketMs) * bucketMs;
  return { deviceId, fromAt: startAt, toAt: Math.max(startAt + bucketMs, Math.ceil(toAt / bucketMs) * bucketMs) };
}

function inOrder(a: TouchedSpan, b: TouchedSpan): number {
  if (a.deviceId !== b.deviceId) return a.deviceId < b.deviceId ? -1 : 1;
  return a.fromAt - b.fromAt;
}
