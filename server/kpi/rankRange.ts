/** Best and worst place, 1 the highest, that a store may really have. */
export type RankRange = readonly [best: number, worst: number];

/**
 * The places that stores may have by what is known of them: behind all whose interval lies wholly above theirs, before all whose lies
 * wholly below. Where intervals overlap the order is not known, and the places overlap too; null stays null and counts for nobody.
 * Overlapping intervals are a stricter test than 95 % (about 99 % for two of the same width), so that with many stores at once few
 * differences are shown that are chance (Goldstein and Healy 1995, The graphical presentation of a collection of means).
 */
export function rankRanges(intervals: readonly (readonly [number, number] | null)[]): (RankRange | null)[] {
  const known = intervals.filter((interval) => interval !== null);
  const lows = known.map(([low]) => low).sort((a, b) => a - b);
  const highs = known.map(([, high]) => high).sort((a, b) => a - b);
  return intervals.map((interval) => {
    if (interval === null) return null;
    const [low, high] = interval;
    const above = lows.length - firstAbove(lows, high);
    const below = firstAtLeast(highs, low);
    return [above + 1, known.length - below];
  });
}

/** How many of a sorted list are at most `value`. */
function firstAbove(sorted: readonly number[], value: number): number {
  return place(sorted, (one) => one > value);
}

/** How many of a sorted list are below `value`. */
function firstAtLeast(sorted: readonly number[], value: number): number {
  return place(sorted, (one) => one >= value);
}

function place(sorted: readonly number[], isBeyond: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // The middle lies inside the list as long as low < high.
    if (isBeyond(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
