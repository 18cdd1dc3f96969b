import type { Comparison } from '../selection/period.ts';
import { isSum } from './kpis.ts';
import type { TrendPlace } from './steps.ts';
import type { Trend } from './trend.ts';

/** How a figure stands to what it is compared with. */
export interface Versus {
  readonly kind: Exclude<Comparison, 'none'>;
  readonly value: number;
  /** (now − then) / |then| */
  readonly change: number;
  /** now − then */
  readonly difference: number;
}

/**
 * Of sums, over the steps that are over and known on both sides, so that half a day is not held against a whole one; of the others, the
 * whole against the whole. null: nothing is compared, or it is compared with nothing.
 */
export function versusOf({ query, places, total, totalBehind }: Trend): Versus | null {
  const { compare, kpi } = query;
  if (compare === 'none' || !isFaced(places)) return null;
  if (!isSum(kpi)) return versus(compare, total.value, totalBehind);
  const known = places.filter(
    ({ figure, behind, isPartial }) => figure.value !== null && behind !== null && !isPartial,
  );
  if (known.length === 0) return null;
  const sum = (of: (place: TrendPlace) => number | null): number => known.reduce((all, one) => all + (of(one) ?? 0), 0);
  return versus(
    compare,
    sum(({ figure }) => figure.value),
    sum(({ behind }) => behind),
  );
}

/** At least half of the steps that are known face a known one: else a few of them would speak for all. */
export function isFaced(places: readonly TrendPlace[]): boolean {
  const known = places.filter(({ figure, isPartial }) => figure.value !== null && !isPartial);
  return known.filter(({ behind }) => behind !== null).length * 2 >= known.length;
}

function versus(kind: Versus['kind'], now: number | null, then: number | null): Versus | null {
  if (now === null || then === null || then === 0) return null;
  return { kind, value: then, change: (now - then) / Math.abs(then), difference: now - then };
}

/** The least and the most of the steps that are over; null: fewer than two of them are known. */
export function extremesOf(
  places: readonly TrendPlace[],
): { readonly least: TrendPlace; readonly most: TrendPlace } | null {
  const known = places.filter(
    ({ figure, state, isPartial }) => state === 'shown' && figure.value !== null && !isPartial,
  );
  const sorted = known.toSorted((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least === undefined || most === undefined || least === most ? null : { least, most };
}
