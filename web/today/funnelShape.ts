/** Which way people flow in the picture: to the right on a desk, downwards on a phone. */
export type Flow = 'right' | 'down';

export interface FunnelShape {
  /** The picture's box; its units are free, it is stretched to its place. */
  readonly width: number;
  readonly height: number;
  /** One closed path a stage; null where its count is unknown. */
  readonly stages: readonly (string | null)[];
  /** Between neighbouring stages; null where either is unknown. */
  readonly necks: readonly (string | null)[];
}

const stageLength = 100;
const breadth = 100;
/** A stage that is not empty stays visible, however small. */
const leastBreadth = 1.6;

/**
 * The funnel, drawn to scale: each stage as broad as its count is of the largest, joined by necks.
 * Stages and necks are equally long, so that a grid of equal cells lies exactly over them.
 */
export function funnelShape(counts: readonly (number | null)[], flow: Flow): FunnelShape {
  const largest = Math.max(1, ...counts.map((count) => count ?? 0));
  const breadths = counts.map((count) => (count === null ? null : breadthOf(count / largest)));
  const length = (counts.length * 2 - 1) * stageLength;
  const stages = breadths.map((own, place) =>
    own === null ? null : slab({ flow, from: place * 2 * stageLength, before: own, after: own }),
  );
  const necks = breadths.slice(1).map((after, place) => {
    const before = breadths[place];
    if (!before || !after) return null;
    return slab({ flow, from: (place * 2 + 1) * stageLength, before, after });
  });
  const box = flow === 'right' ? { width: length, height: breadth } : { width: breadth, height: length };
  return { ...box, stages, necks };
}

function breadthOf(share: number): number {
  return share <= 0 ? leastBreadth / 2 : Math.max(leastBreadth, share * breadth);
}

interface Slab {
  readonly flow: Flow;
  readonly from: number;
  readonly before: number;
  readonly after: number;
}

function slab({ flow, from, before, after }: Slab): string {
  const to = from + stageLength;
  const bend = from + stageLength / 2;
  const middle = breadth / 2;
  const point = (along: number, across: number): string =>
    flow === 'right' ? `${round(along)} ${round(across)}` : `${round(across)} ${round(along)}`;
  const edge = (side: 1 | -1): [number, number] => [middle + (side * before) / 2, middle + (side * after) / 2];
  const [startLow, endLow] = edge(-1);
  const [startHigh, endHigh] = edge(1);
  return [
    `M${point(from, startLow)}`,
    `C${point(bend, startLow)} ${point(bend, endLow)} ${point(to, endLow)}`,
    `L${point(to, endHigh)}`,
    `C${point(bend, endHigh)} ${point(bend, startHigh)} ${point(from, startHigh)}`,
    'Z',
  ].join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
