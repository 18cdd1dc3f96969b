import { bucketMs, bucketOf, type Span } from '../time/opening.ts';

/** A part of an interval that lies in one bucket and between two edges. */
export interface Cell {
  readonly bucket: number;
  readonly startAt: number;
  readonly ms: number;
}

/** Cuts spans at the edges of buckets, and at `edges`, which are in order. */
export function cellsOf(spans: readonly Span[], edges: readonly number[] = []): Cell[] {
  const cells: Cell[] = [];
  for (const span of spans) {
    let next = 0;
    for (let startAt = span.startAt; startAt < span.endAt; ) {
      const bucket = bucketOf(startAt);
      while (next < edges.length && (edges[next] as number) <= startAt) next++;
      const endAt = Math.min(span.endAt, bucket + bucketMs, edges[next] ?? span.endAt);
      cells.push({ bucket, startAt, ms: endAt - startAt });
      startAt = endAt;
    }
  }
  return cells;
}

/**
 * Spreads whole people over parts in proportion to their weights (whole ms, 24 h at most together): what is left over after rounding
 * down goes one by one to the largest remainders, the earliest first where they tie. The answer sums up to `count` exactly.
 */
export function spread(count: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [count];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // count * weight may pass 2^53; whole multiples of the total are dealt with apart.
  const whole = Math.floor(count / total);
  const rest = count % total;
  const parts = weights.map((weight) => whole * weight + Math.floor((rest * weight) / total));
  const remainders = weights.map((weight) => (rest * weight) % total);
  let left = count - parts.reduce((sum, part) => sum + part, 0);
  const order = weights.map((_, i) => i).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const i of order) {
    if (left-- <= 0) break;
    parts[i] = (parts[i] ?? 0) + 1;
  }
  return parts;
}
