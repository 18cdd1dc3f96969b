import { mergeSpans, type Span } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import type { StandingInterval } from './quarterRows.ts';
import { clipSpans, intersectSpans, subtractSpans } from './spans.ts';
import { problemSpans, type StatusChange } from './status.ts';

export interface ObservedInput {
  readonly device: Device;
  /** Everything that shows a field at work, in any order; also differences that enter no bucket because they are held. */
  readonly intervals: readonly StandingInterval[];
  readonly statuses: readonly StatusChange[];
  /** In order and disjoint. */
  readonly takenOut: readonly Span[];
  /** Nothing outside is asked for. */
  readonly asked: Span;
}

/**
 * When a device that reports intervals or totals was observed (contract 4): on every line that it lists at once (on any line where it
 * lists none), from `installedAt` to
 * `removedAt`, without a problem and not taken out by hand.
 */
export function observedTime({ device, intervals, statuses, takenOut, asked }: ObservedInput): readonly Span[] {
  const lines = device.lines.map((line) => mergeSpans(intervals.filter((interval) => interval.line === line)));
  const seen = lines.length === 0 ? mergeSpans(intervals) : lines.slice(1).reduce(intersectSpans, lines[0] ?? []);
  const installed = {
    startAt: Math.max(asked.startAt, device.installedAt ?? asked.startAt),
    endAt: Math.min(asked.endAt, device.removedAt ?? asked.endAt),
  };
  const spans = clipSpans(seen, installed);
  if (statuses.length === 0 && takenOut.length === 0) return spans;
  return subtractSpans(spans, mergeSpans([...problemSpans(statuses), ...takenOut]));
}
