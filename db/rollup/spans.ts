import type { Span } from '../time/opening.ts';

/* Arithmetic of stretches of time. Lists are sorted and disjoint, and so are the answers. */

/** What lies in both lists. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const both: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as Span;
    const right = b[j] as Span;
    const startAt = Math.max(left.startAt, right.startAt);
    const endAt = Math.min(left.endAt, right.endAt);
    if (endAt > startAt) both.push({ startAt, endAt });
    if (left.endAt < right.endAt) i++;
    else j++;
  }
  return both;
}

/** What lies in `spans` but not in `less`. */
export function subtractSpans(spans: readonly Span[], less: readonly Span[]): readonly Span[] {
  if (less.length === 0) return spans;
  const left: Span[] = [];
  let first = 0;
  for (const span of spans) {
    while (first < less.length && (less[first] as Span).endAt <= span.startAt) first++;
    let startAt = span.startAt;
    for (let i = first; i < less.length && (less[i] as Span).startAt < span.endAt; i++) {
      const hole = less[i] as Span;
      if (hole.startAt > startAt) left.push({ startAt, endAt: hole.startAt });
      startAt = Math.max(startAt, hole.endAt);
    }
    if (startAt < span.endAt) left.push({ startAt, endAt: span.endAt });
  }
  return left;
}

/** What lies in [startAt, endAt). */
export function clipSpans(spans: readonly Span[], { startAt, endAt }: Span): readonly Span[] {
  const inside = (span: Span): boolean => span.startAt >= startAt && span.endAt <= endAt;
  return spans.every(inside) ? spans : intersectSpans(spans, [{ startAt, endAt }]);
}

/** Walks along a list of spans with times that never go back; tells how much of each stretch it covers. */
export class SpanWalk {
  readonly #spans: readonly Span[];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /** Covered ms of [startAt, endAt); `startAt` must not be before an earlier call's. */
  coveredMs(startAt: number, endAt: number): number {
    while (this.#next < this.#spans.length && (this.#spans[this.#next] as Span).endAt <= startAt) this.#next++;
    let sum = 0;
    for (let i = this.#next; i < this.#spans.length; i++) {
      const span = this.#spans[i] as Span;
      if (span.startAt >= endAt) break;
      sum += Math.min(span.endAt, endAt) - Math.max(span.startAt, startAt);
    }
    return sum;
  }
}
