import { z } from './wilson.ts';

/*
 * The few tail probabilities that checks and estimates need. Each says where its formula is from; tests compare them with exact sums.
 */

/**
 * P(Z > z) of the standard normal distribution. Fractional error below 1.2e-7 everywhere, so that thresholds of one in a million mean
 * what they say (Press et al., Numerical Recipes, 2nd ed., 6.2: erfc by a Chebyshev fit).
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const fit = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ].reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = 0.5 * t * Math.exp(-x * x + fit);
  return z >= 0 ? tail : 1 - tail;
}

/**
 * The normal score that is as unlikely as `t` of Student's distribution with `df` degrees of freedom (Wallace 1959): a variance guessed
 * from a few days makes large scores likelier than the normal distribution says. Signed as `t`.
 */
export function normalOfStudent(t: number, df: number): number {
  const score = ((8 * df + 1) / (8 * df + 3)) * Math.sqrt(df * Math.log1p((t * t) / df));
  return t < 0 ? -score : score;
}

/** The 97.5th percentile of Student's distribution with 1 to 8 degrees of freedom. */
const studentQuantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306];

export function studentQuantile(df: number): number {
  return studentQuantiles[Math.min(df, studentQuantiles.length) - 1] ?? Number.POSITIVE_INFINITY;
}

/**
 * The same with however many degrees of freedom: beyond the table by the expansion about the normal quantile in powers of 1/df
 * (Abramowitz and Stegun, 26.7.5), which is right to five digits there.
 */
export function studentAt975(df: number): number {
  if (df <= studentQuantiles.length) return studentQuantile(df);
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduceRight((sum, term) => sum / df + term, 0);
}

/**
 * How likely nobody comes where `expected` people usually do. Days differ in level with the squared coefficient of variation
 * `variation`, which makes counts negative binomial: P(0) = (1 + expected · variation)^(−1 / variation); with no variation Poisson's
 * e^(−expected).
 */
export function noneCame(expected: number, variation: number): number {
  if (variation <= 0) return Math.exp(-expected);
  return Math.exp(-Math.log1p(expected * variation) / variation);
}

/** How many standard deviations two counts of what should be the same differ by, if each is a Poisson count: (|a − b| − 1) / √(a + b), at least 0. */
export function differenceScore(a: number, b: number): number {
  const sum = a + b;
  return sum <= 0 ? 0 : Math.max(0, Math.abs(a - b) - 1) / Math.sqrt(sum);
}
