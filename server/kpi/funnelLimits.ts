import { z } from './wilson.ts';

/*
 * A funnel plot: shares of stores of different sizes beside the limits within which they would fall if all stores were equal
 * (Spiegelhalter 2005, Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185–1202).
 */

/** How much lies beyond each limit if all are equal: 2.5 % and 0.1 % on either side, as usual in funnel plots. */
export const funnelTails = { usual: 0.025, rare: 0.001 } as const;
export type FunnelTail = keyof typeof funnelTails;

/** The normal scores that leave these tails. */
const scores: Readonly<Record<FunnelTail, number>> = { usual: z, rare: 3.090232306167813 };

/** Above this variance the sum over all counts is long, and the normal distribution with its skewness put right good to a hundredth of a count. */
const normalFrom = 200;

export type ShareLimits = readonly [low: number, high: number];

/**
 * The limits [low, high], as fractions of 1, of the share of `trials` that a store with the chain's `rate` (0…1) shows by chance:
 * exact binomial tails, made continuous between whole counts as in the paper's appendix. A store that shows fewer lies below the
 * low limit exactly if so few or fewer have less than the tail's probability; likewise above.
 * null where there is nothing to compare: no trials, or a rate outside 0…1.
 */
export function funnelLimits(rate: number, trials: number, tail: FunnelTail): ShareLimits | null {
  if (!(rate >= 0 && rate <= 1) || !(trials > 0)) return null;
  if (rate === 0 || rate === 1) return [rate, rate];
  const low = leastCount(rate, trials, tail) / trials;
  const high = 1 - leastCount(1 - rate, trials, tail) / trials;
  return [Math.max(0, low), Math.min(1, high)];
}

/** The count, between two whole ones, that as few or fewer reach with the tail's probability. */
function leastCount(rate: number, trials: number, tail: FunnelTail): number {
  const variance = trials * rate * (1 - rate);
  if (variance > normalFrom) {
    // Cornish and Fisher's expansion to the skewness, and half a count since counts are whole.
    const score = scores[tail];
    return trials * rate - score * Math.sqrt(variance) + ((score ** 2 - 1) * (1 - 2 * rate)) / 6 - 0.5;
  }
  const whole = Math.max(1, Math.round(trials));
  const probability = funnelTails[tail];
  const count =
    rate <= 0.5 ? countReaching(whole, rate, probability) : whole - 1 - countReaching(whole, 1 - rate, 1 - probability);
  return (count / whole) * trials;
}

/** Where P(count ≤ x), drawn straight between whole counts, reaches a probability; below 0 where none at all is likelier. `rate` ≤ ½. */
function countReaching(trials: number, rate: number, probability: number): number {
  const odds = rate / (1 - rate);
  let point = (1 - rate) ** trials;
  let sum = point;
  let count = 0;
  while (sum < probability && count < trials) {
    point *= ((trials - count) / (count + 1)) * odds;
    sum += point;
    count += 1;
  }
  return count - (sum - probability) / point;
}

export type Standing = 'farBelow' | 'below' | 'within' | 'above' | 'farAbove';

/** Where a store's share lies: within what chance gives equal stores, outside the 95 % limits, or far outside (99.8 %). null: nothing to compare. */
export function standingOf(share: number, trials: number, rate: number): Standing | null {
  const usual = funnelLimits(rate, trials, 'usual');
  const rare = funnelLimits(rate, trials, 'rare');
  if (usual === null || rare === null) return null;
  if (share < rare[0]) return 'farBelow';
  if (share > rare[1]) return 'farAbove';
  if (share < usual[0]) return 'below';
  return share > usual[1] ? 'above' : 'within';
}
