import { clockOf } from '../format/dates.ts';
import type { OccupancyQuarter } from './dayTypes.ts';

/** Paths in a box of 100 by 40; quarters of which nothing is known break them. */
export interface InsideShape {
  readonly lines: readonly string[];
  /** The 95 % interval around the lines. */
  readonly bands: readonly string[];
  readonly most: number;
  /** Clock times at both ends. */
  readonly from: string;
  readonly to: string;
}

const width = 100;
const height = 40;

/** The people inside as a line with its interval; null where no quarter is known. */
export function insideShape(series: readonly OccupancyQuarter[]): InsideShape | null {
  const [first, last] = [series[0], series.at(-1)];
  const people = series.flatMap((quarter) => quarter.people ?? []);
  if (first === undefined || last === undefined || people.length === 0) return null;
  const top = Math.max(1, ...series.map(({ people: inside, high }) => Math.max(inside ?? 0, high ?? 0)));
  const x = (place: number): string => round(((place + 1) * width) / series.length);
  const y = (value: number): string => round(height - (value * (height - 1)) / top);
  const stretches = knownStretches(series);
  return {
    lines: stretches.map(
      (known) => `M${known.map(({ place, quarter }) => `${x(place)} ${y(quarter.people ?? 0)}`).join('L')}`,
    ),
    bands: stretches.flatMap((known) => {
      if (known.some(({ quarter }) => quarter.low === null)) return [];
      const upper = known.map(({ place, quarter }) => `${x(place)} ${y(quarter.high ?? 0)}`);
      const lower = known.map(({ place, quarter }) => `${x(place)} ${y(quarter.low ?? 0)}`).reverse();
      return [`M${[...upper, ...lower].join('L')}Z`];
    }),
    most: Math.max(...people),
    from: clockOf(first.start),
    to: clockOf(last.end),
  };
}

interface Known {
  readonly place: number;
  readonly quarter: OccupancyQuarter;
}

function knownStretches(series: readonly OccupancyQuarter[]): Known[][] {
  const stretches: Known[][] = [];
  series.forEach((quarter, place) => {
    if (quarter.people === null) return;
    const last = stretches.at(-1)?.at(-1);
    if (last?.place === place - 1) stretches.at(-1)?.push({ place, quarter });
    else stretches.push([{ place, quarter }]);
  });
  return stretches;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
