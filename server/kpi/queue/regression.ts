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

/** What a cluster adds to a group: Σ w, Σ wx, Σ wy, Σ wxx, Σ wxy. */
interface Cell {
  readonly group: number;
  readonly sums: Float64Array;
}

const sumsPerGroup = 5;
const draws = 999;

/**
 * The weighted least squares slope of y on x within groups, and its interval by drawing clusters with replacement (Cameron, Gelbach and
 * Miller 2008, pairs cluster bootstrap, percentiles); the draws are the same every time. null where x does not vary within any group.
 */
export function slopeWithinGroups(points: readonly Point[]): Slope | null {
  const groups = numbered(points.map((point) => point.group));
  const clusters = cellsByCluster(points, groups);
  const middle = slopeOf(clusters, groups.size);
  if (middle === null) return null;
  const random = drawsOf(0x9e3779b9);
  const slopes: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = clusters.map(() => clusters[Math.floor(random() * clusters.length)] as Cell[]);
    const slope = slopeOf(drawn, groups.size);
    if (slope !== null) slopes.push(slope);
  }
  slopes.sort((a, b) => a - b);
  return { middle, low: quantile(slopes, 0.025), high: quantile(slopes, 0.975) };
}

function numbered(keys: readonly number[]): Map<number, number> {
  return new Map([...new Set(keys)].map((key, i) => [key, i]));
}

function cellsByCluster(points: readonly Point[], groups: ReadonlyMap<number, number>): Cell[][] {
  const clusters = new Map<string, Map<number, Cell>>();
  for (const { cluster, group, weight, x, y } of points) {
    const cells = clusters.get(cluster) ?? new Map<number, Cell>();
    const cell = cells.get(group) ?? { group: groups.get(group) ?? 0, sums: new Float64Array(sumsPerGroup) };
    const added = [weight, weight * x, weight * y, weight * x * x, weight * x * y];
    for (const [i, sum] of added.entries()) cell.sums[i] = (cell.sums[i] ?? 0) + sum;
    clusters.set(cluster, cells.set(group, cell));
  }
  return [...clusters.values()].map((cells) => [...cells.values()]);
}

function slopeOf(clusters: readonly (readonly Cell[])[], groups: number): number | null {
  const totals = new Float64Array(groups * sumsPerGroup);
  for (const cells of clusters) {
    for (const { group, sums } of cells) {
      const place = group * sumsPerGroup;
      for (let i = 0; i < sumsPerGroup; i++) {
        totals[place + i] = (totals[place + i] as number) + (sums[i] as number);
      }
    }
  }
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
