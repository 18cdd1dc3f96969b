/** One observation of a regression whose groups each have a level of their own. */
export interface Point {
  /** Those of one cluster resemble each other: they are drawn together. */
  readonly cluster: string;
  readonly group: number;
  readonly weight: number;
  readonly x: number;
  readonly y: number;
}

export interface Slope {
  readonly middle: number;
  /** 95 %, of whole clusters drawn anew. */
  readonly low: number;
  readonly high: number;
}

/** Σ w, Σ wx, Σ wy, Σ wxx, Σ wxy. */
const sumsPerGroup = 5;
const draws = 999;

/** What each cluster adds to each group it has points of, one cell after the other: a year is drawn in a fraction of a second. */
interface Cells {
  readonly groups: number;
  /** By cluster, where its cells begin; one more at the end. */
  readonly starts: Int32Array;
  /** By cell, its group's place among the totals, and its sums. */
  readonly places: Int32Array;
  readonly sums: Float64Array;
}

/**
 * The weighted least squares slope of y on x within groups, and its interval by drawing clusters with replacement (Cameron, Gelbach and
 * Miller 2008, pairs cluster bootstrap, percentiles); the draws are the same every time. null where x does not vary within any group.
 */
export function slopeWithinGroups(points: readonly Point[]): Slope | null {
  const cells = cellsOf(points);
  const clusters = cells.starts.length - 1;
  const times = new Int32Array(clusters).fill(1);
  const middle = slopeOf(cells, times);
  if (middle === null) return null;
  const random = drawsOf(0x9e3779b9);
  const slopes: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let i = 0; i < clusters; i++) {
      const drawn = Math.floor(random() * clusters);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    const slope = slopeOf(cells, times);
    if (slope !== null) slopes.push(slope);
  }
  slopes.sort((a, b) => a - b);
  return { middle, low: quantile(slopes, 0.025), high: quantile(slopes, 0.975) };
}

function cellsOf(points: readonly Point[]): Cells {
  const places = new Map<number, number>();
  const clusters = new Map<string, Map<number, Float64Array>>();
  for (const { cluster, group, weight, x, y } of points) {
    const place = places.get(group) ?? places.size * sumsPerGroup;
    places.set(group, place);
    const cells = clusters.get(cluster) ?? new Map<number, Float64Array>();
    const sums = cells.get(place) ?? new Float64Array(sumsPerGroup);
    const added = [weight, weight * x, weight * y, weight * x * x, weight * x * y];
    for (const [i, sum] of added.entries()) sums[i] = (sums[i] ?? 0) + sum;
    clusters.set(cluster, cells.set(place, sums));
  }
  const starts = [0];
  for (const cells of clusters.values()) starts.push((starts.at(-1) ?? 0) + cells.size);
  const flat = [...clusters.values()].flatMap((cells) => [...cells]);
  return {
    groups: places.size,
    starts: Int32Array.from(starts),
    places: Int32Array.from(flat, ([place]) => place),
    sums: Float64Array.from(flat.flatMap(([, sums]) => [...sums])),
  };
}

/** `times`: how often each cluster counts. The casts hold because every index is one of `cellsOf`. */
function slopeOf({ groups, starts, places, sums }: Cells, times: Int32Array): number | null {
  const totals = new Float64Array(groups * sumsPerGroup);
  for (let cluster = 0; cluster < times.length; cluster++) {
    const count = times[cluster] as number;
    if (count === 0) continue;
    const end = starts[cluster + 1] as number;
    for (let cell = starts[cluster] as number; cell < end; cell++) {
      const to = places[cell] as number;
      const from = cell * sumsPerGroup;
      for (let i = 0; i < sumsPerGroup; i++) {
        totals[to + i] = (totals[to + i] as number) + count * (sums[from + i] as number);
      }
    }
  }
  return slopeOfTotals(totals);
}

function slopeOfTotals(totals: Float64Array): number | null {
  let together = 0;
  let spread = 0;
  for (let place = 0; place < totals.length; place += sumsPerGroup) {
    const weight = totals[place] as number;
    if (weight === 0) continue;
    const x = totals[place + 1] as number;
    spread += (totals[place + 3] as number) - (x * x) / weight;
    together += (totals[place + 4] as number) - (x * (totals[place + 2] as number)) / weight;
  }
  // What is left of rounding where x is the same everywhere.
  return spread > 1e-9 ? together / spread : null;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * (sorted.length + 1)))] as number;
}

/** From 0 to below 1, the same for the same seed (mulberry32). */
function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
