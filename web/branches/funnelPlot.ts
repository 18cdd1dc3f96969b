import { type FunnelTail, funnelLimits, type Standing } from '../../server/kpi/funnelLimits.ts';
import type { BranchRow } from './branchRows.ts';
import { chainRate } from './branchRows.ts';

/** A branch in the picture. */
export interface PlotPoint {
  readonly row: BranchRow;
  readonly entries: number;
  readonly conversion: number;
  readonly standing: Standing;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** More entries lie further left. */
  readonly isRightToLeft: boolean;
}

export interface PlotAxis {
  readonly most: number;
  readonly least: number;
  readonly ticks: readonly number[];
  /** From one tick to the next. */
  readonly step: number;
}

export interface FunnelPlot {
  readonly rate: number;
  /** By entries, fewest first. */
  readonly points: readonly PlotPoint[];
  readonly leftOut: number;
  readonly entries: PlotAxis;
  readonly conversion: PlotAxis;
  readonly curves: Readonly<Record<FunnelTail, readonly CurvePoint[]>>;
}

interface CurvePoint {
  readonly entries: number;
  readonly low: number;
  readonly high: number;
}

/** The picture of some branches beside the rate of all of them; null where fewer than two can be compared. */
export function funnelPlotOf(rows: readonly BranchRow[]): FunnelPlot | null {
  const rate = chainRate(rows);
  const points = rows.flatMap((row): PlotPoint[] => {
    const { standing, conversionRate, conversionEntries } = row;
    if (standing === null || conversionRate === null || conversionEntries === null) return [];
    return [{ row, entries: conversionEntries, conversion: conversionRate, standing }];
  });
  if (rate === null || points.length < 2) return null;
  points.sort((a, b) => a.entries - b.entries);
  const most = Math.max(...points.map(({ entries }) => entries));
  const entries = axisFrom(0, most * 1.04);
  const curves = { usual: curveOf(rate, entries.most, 'usual'), rare: curveOf(rate, entries.most, 'rare') };
  return { rate, points, leftOut: rows.length - points.length, entries, conversion: heights(points, rate), curves };
}

/** From the lowest to the highest branch, and the limits of one of middling size; what is wider near no entries runs out of the picture. */
function heights(points: readonly PlotPoint[], rate: number): PlotAxis {
  const middling = points[Math.floor(points.length / 4)]?.entries ?? 0;
  const limits = funnelLimits(rate, middling, 'rare') ?? [rate, rate];
  const shares = points.map(({ conversion }) => conversion);
  const [least, most] = [Math.min(limits[0], ...shares), Math.max(limits[1], ...shares)];
  const room = Math.max(0.005, (most - least) * 0.06);
  return axisFrom(Math.max(0, least - room), Math.min(1, most + room));
}

/** Closer together where the funnel is narrow in entries, since there it bends. */
function curveOf(rate: number, most: number, tail: FunnelTail): CurvePoint[] {
  const count = 72;
  return Array.from({ length: count }, (_, i) => {
    const entries = Math.max(1, most * ((i + 1) / count) ** 2);
    const [low, high] = funnelLimits(rate, entries, tail) ?? [rate, rate];
    return { entries, low, high };
  });
}

/** An axis with about five round ticks: 1, 2 or 5 of some power of ten apart. */
export function axisFrom(least: number, most: number): PlotAxis {
  const rough = (most - least) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let place = Math.ceil(least / step); place * step <= most; place += 1) ticks.push(place * step);
  return { least, most, ticks, step };
}

const margin = { top: 12, bottom: 40, start: 52, end: 16 } as const;

/** Where things stand, in pixels from the left and the top. */
export interface PlotScale {
  readonly x: (entries: number) => number;
  readonly y: (conversion: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function scaleOf({ entries, conversion }: FunnelPlot, { width, height, isRightToLeft }: PlotSize): PlotScale {
  const [left, right] = isRightToLeft ? [margin.end, width - margin.start] : [margin.start, width - margin.end];
  const [top, bottom] = [margin.top, height - margin.bottom];
  const along = (value: number): number => (value - entries.least) / (entries.most - entries.least);
  const up = (value: number): number => (value - conversion.least) / (conversion.most - conversion.least);
  return {
    x: (value) => tenth(isRightToLeft ? right - along(value) * (right - left) : left + along(value) * (right - left)),
    y: (value) => tenth(bottom - up(value) * (bottom - top)),
    ...{ left, right, top, bottom },
  };
}

export function limitPath(curve: readonly CurvePoint[], side: 'low' | 'high', { x, y }: PlotScale): string {
  return curve.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.entries)} ${y(point[side])}`).join('');
}

/** The ground between two limits. */
export function bandPath(curve: readonly CurvePoint[], { x, y }: PlotScale): string {
  const there = curve.map((point) => `${x(point.entries)} ${y(point.high)}`);
  const back = curve.toReversed().map((point) => `${x(point.entries)} ${y(point.low)}`);
  return `M${[...there, ...back].join('L')}Z`;
}

/** Many points as one path of dots: a round pen that is put down and hardly moved. */
export function dotsPath(points: readonly PlotPoint[], { x, y }: PlotScale): string {
  return points.map((point) => `M${x(point.entries)} ${y(point.conversion)}h.01`).join('');
}

/** Triangles round the points: their tips say on which side of the limits they lie. */
export function trianglesPath(points: readonly PlotPoint[], { x, y }: PlotScale, tip: 'up' | 'down'): string {
  const turn = tip === 'up' ? 1 : -1;
  return points
    .map((point) => `M${x(point.entries)} ${tenth(y(point.conversion) - turn * 6)}l5.5 ${turn * 10}h-11z`)
    .join('');
}

export interface PlotLabel {
  readonly point: PlotPoint;
  readonly x: number;
  readonly y: number;
  /** Written to the left of its point instead of to the right. */
  readonly isLeft: boolean;
}

const lineHeight = 15;
const letterWidth = 6.6;
/** A name that has no room beside its point stands a little above or below. */
const shifts = [0, -12, 12, -20, 20] as const;
const mostLabels = 14;
/** So few are all named. */
const fewPoints = 20;

/** Names beside all points where they are few, else beside those furthest outside, as far as they have room: no name over another or over the edge. */
export function labelsOf({ points, rate }: FunnelPlot, scale: PlotScale): PlotLabel[] {
  const isFew = points.length <= fewPoints;
  const named = isFew ? points : points.filter(({ standing }) => standing !== 'within');
  const byDistance = named.toSorted((a, b) => distance(b, rate) - distance(a, rate));
  const placed: (PlotLabel & { readonly from: number; readonly to: number })[] = [];
  for (const point of byDistance) {
    if (!isFew && placed.length === mostLabels) break;
    const [x, middle] = [scale.x(point.entries), scale.y(point.conversion)];
    const width = point.row.name.length * letterWidth;
    const sides = (isFew ? shifts : [0]).flatMap((shift) =>
      [false, true].map((isLeft) => ({ isLeft, from: isLeft ? x - 8 - width : x + 8, y: middle + shift })),
    );
    const free = sides.find(({ from, y }) => {
      const to = from + width;
      if (from < scale.left || to > scale.right || y < scale.top || y > scale.bottom) return false;
      return placed.every((other) => Math.abs(other.y - y) >= lineHeight || to < other.from || from > other.to);
    });
    if (free) placed.push({ point, x, y: free.y, isLeft: free.isLeft, from: free.from, to: free.from + width });
  }
  return placed;
}

/** In standard deviations of what chance does. */
function distance({ entries, conversion }: PlotPoint, rate: number): number {
  return Math.abs(conversion - rate) / Math.sqrt((rate * (1 - rate)) / entries);
}

/** The point nearest to a place, if one is near enough to be meant. */
export function nearestPoint(
  points: readonly PlotPoint[],
  { x, y }: PlotScale,
  place: { readonly x: number; readonly y: number },
): number | null {
  let [nearest, best] = [-1, 32 ** 2];
  for (const [i, point] of points.entries()) {
    const square = (x(point.entries) - place.x) ** 2 + (y(point.conversion) - place.y) ** 2;
    if (square < best) [nearest, best] = [i, square];
  }
  return nearest < 0 ? null : nearest;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
