import { mergeSpans, type Span } from '../time/opening.ts';
import type { StandingEvent, StandingInterval } from './quarterRows.ts';
import { clipSpans, intersectSpans } from './spans.ts';

export interface SpanCountInput {
  /** Lines that together make the device observed. */
  readonly lines: readonly string[];
  /** All that touch the span: intervals, and differences that are placed. */
  readonly intervals: readonly StandingInterval[];
  readonly events: readonly StandingEvent[];
  readonly span: Span;
}

/** One direction over a span. */
export interface DirectionCount {
  /** People with their staff; of an interval that reaches beyond the span its share by time. null: none was sent. */
  readonly count: number | null;
  /** Of the span, by intervals on all lines at once; 0 for what an event counter saw. */
  readonly observedMs: number;
}

export interface SpanCount {
  readonly in: DirectionCount;
  readonly out: DirectionCount;
  /** Every interval lies wholly in the span: no figure is a share by time. */
  readonly isAligned: boolean;
}

/** What one device counted between two instants, however its reports are cut: for comparison with a count by hand. */
export function spanCount(input: SpanCountInput): SpanCount {
  const touching = input.intervals.filter((one) => shareOf(one, input.span) > 0);
  return {
    in: directionCount(input, touching, 'in'),
    out: directionCount(input, touching, 'out'),
    isAligned: touching.every((one) => shareOf(one, input.span) === 1),
  };
}

function directionCount(
  { lines, events, span }: SpanCountInput,
  touching: readonly StandingInterval[],
  direction: 'in' | 'out',
): DirectionCount {
  const sent = touching.filter((one) => one[direction] !== null);
  const seen = events.filter((one) => one.direction === direction && one.at >= span.startAt && one.at < span.endAt);
  const shares = sent.map((one) => (one[direction] ?? 0) * shareOf(one, span));
  const counts = [...shares, ...seen.map((one) => one.count)];
  const spans = lines.map((line) => mergeSpans(sent.filter((one) => one.line === line)));
  const onEveryLine = spans.slice(1).reduce<readonly Span[]>(intersectSpans, spans[0] ?? []);
  return {
    count: counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0),
    observedMs: clipSpans(onEveryLine, span).reduce((sum, one) => sum + one.endAt - one.startAt, 0),
  };
}

/** The share of an interval's time that lies in the span. */
function shareOf({ startAt, endAt }: Span, span: Span): number {
  const ms = Math.min(endAt, span.endAt) - Math.max(startAt, span.startAt);
  return ms <= 0 ? 0 : ms / (endAt - startAt);
}
