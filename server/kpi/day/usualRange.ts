import { studentAt975 } from '../probability.ts';

/** The median of some days, and where 19 of 20 such days lie. */
export interface UsualRange {
  readonly usual: number;
  readonly low: number;
  readonly high: number;
}

/** A share as it was counted. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Below five on either side chance has no bell shape, and the range would promise too much. */
const leastExpected = 5;

/**
 * Where a count lies on 19 of 20 usual days. Days differ by chance (a count of m people varies by m, as Poisson's) and by what they are;
 * the second is what the days' own variance has beyond the first. null where fewer than five are usual. `days`: at least two.
 */
export function countRange(days: readonly number[]): UsualRange | null {
  const usual = median(days);
  if (usual < leastExpected) return null;
  return rangeOf({ figures: days, noise: mean(days), noiseNow: usual });
}

/**
 * Where a share of `denominator` people lies on 19 of 20 usual days: as `countRange`, chance being that of p·(1 − p) / n. A morning of
 * twenty visitors has a wide range, a full day a narrow one. null where fewer than five would be counted on either side.
 */
export function shareRange(denominator: number, days: readonly Share[]): UsualRange | null {
  const known = days.filter((day) => day.denominator > 0);
  const figures = known.map((day) => day.numerator / day.denominator);
  const usual = median(figures);
  if (Math.min(usual, 1 - usual) * denominator < leastExpected) return null;
  const chance = usual * (1 - usual);
  const noise = mean(known.map((day) => chance / day.denominator));
  return rangeOf({ figures, noise, noiseNow: chance / denominator });
}

/**
 * Where a figure lies of which nobody knows what chance does to it (money, items per purchase): as far as the days differ. null where
 * they don't, or where none is above 0.
 */
export function spreadRange(days: readonly number[]): UsualRange | null {
  return variance(days) === 0 || median(days) <= 0 ? null : rangeOf({ figures: days, noise: 0, noiseNow: 0 });
}

interface Spread {
  readonly figures: readonly number[];
  /** The variance that chance alone gives such a figure: of the days on average, and of today. */
  readonly noise: number;
  readonly noiseNow: number;
}

/**
 * Median ± t · √(variance between days + chance today + the median's own error), t of Student's distribution with as many degrees of
 * freedom as the days less one: what is known from few days is known badly. The median of k normal figures varies by π/2 · variance / k.
 */
function rangeOf({ figures, noise, noiseNow }: Spread): UsualRange {
  const usual = median(figures);
  const between = Math.max(0, variance(figures) - noise);
  const ownError = ((Math.PI / 2) * (between + noise)) / figures.length;
  const half = studentAt975(figures.length - 1) * Math.sqrt(between + noiseNow + ownError);
  return { usual, low: Math.max(0, usual - half), high: usual + half };
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

function variance(figures: readonly number[]): number {
  const middle = mean(figures);
  return figures.reduce((sum, figure) => sum + (figure - middle) ** 2, 0) / (figures.length - 1);
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
