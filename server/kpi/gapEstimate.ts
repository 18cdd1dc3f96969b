import { type DaySlots, slotsPerDay } from '../../db/rollup/daySlots.ts';
import { studentQuantile } from './probability.ts';
import { leastPastDays, levelOf, mean, rateOf } from './profile.ts';

/** The profile is made of the same weekday's dates of so many weeks. */
export const pastWeeks = 8;

/** What is missing of one device's date, quarter by quarter; `none`: nothing is, `unknown`: too little is known to say. */
export type GapEstimate =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly missing: readonly MissingSlot[] }
  | {
      readonly kind: 'estimated';
      readonly missing: readonly (MissingSlot & { readonly count: number })[];
      /** The variance of an estimate of n people is n times this. */
      readonly dispersion: number;
      /** How many of these standard deviations the 95 % interval reaches to both sides. */
      readonly reach: number;
    };

export interface MissingSlot {
  /** Epoch ms at which the quarter begins. */
  readonly at: number;
  readonly missingMs: number;
}

/**
 * Estimates what a device did not see of a date: the same weekday's rate in that quarter of an hour (Σ counts / Σ covered time over
 * the earlier dates that cover it), times the time missing, times how the date's covered quarters compare with the same dates (its
 * level), as far as that has told anything about these quarters before. Its uncertainty is how far off the same method is on the
 * earlier dates themselves, the same quarters hidden, each judged by the others. `past`: the same weekday's earlier dates, at most 8.
 */
export function estimateGap(target: DaySlots, past: readonly DaySlots[]): GapEstimate {
  const gap = slotsWhere((slot) => target.isOpen[slot] === 1 && missingMs(target, slot) > 0);
  const missing = gap.map((slot) => ({ at: target.startsAt[slot] ?? 0, missingMs: missingMs(target, slot) }));
  if (missing.length === 0) return { kind: 'none' };
  if (gap.some((slot) => past.filter((day) => day.isValid[slot] === 1).length < leastPastDays)) {
    return { kind: 'unknown', missing };
  }
  const trials = past.flatMap((day) => trialOf(day, { past, gap, target }) ?? []);
  if (trials.length < leastPastDays) return { kind: 'unknown', missing };
  const factor = withinSeen(1 + heedOf(trials) * (levelOf(target, past, target) - 1), trials);
  const squares = trials.map((trial) => {
    const estimated = trial.usual + heedOf(trials.filter((other) => other !== trial)) * trial.shift;
    return (estimated - trial.counted) ** 2 / Math.max(1, estimated);
  });
  return {
    kind: 'estimated',
    missing: gap.map((slot, i) => ({
      ...(missing[i] as MissingSlot),
      count: factor * rateOf(past, slot) * missingMs(target, slot),
    })),
    dispersion: Math.max(1, mean(squares)),
    reach: studentQuantile(trials.length),
  };
}

/** An earlier date with the gap's quarters hidden. */
interface Trial {
  /** What the other dates' rates make of the gap, and by how much this date's level moves that. */
  readonly usual: number;
  readonly shift: number;
  /** What it did count there. */
  readonly counted: number;
}

/**
 * How far a date's level is heeded, 0 to 1: the slope of what the trials counted beyond the usual on what their level foretold. Begins
 * at 1, with the weight of one date's Poisson noise: where mornings say nothing about afternoons it falls to 0.
 */
function heedOf(trials: readonly Trial[]): number {
  const noise = Math.max(1, mean(trials.map(({ usual }) => usual)));
  let products = noise;
  let squares = noise;
  for (const { usual, shift, counted } of trials) {
    products += shift * (counted - usual);
    squares += shift * shift;
  }
  return Math.min(1, Math.max(0, products / squares));
}

/** No level is believed that lies more than half beyond what the earlier dates ever had in these quarters. */
function withinSeen(factor: number, trials: readonly Trial[]): number {
  const seen = trials.flatMap(({ usual, counted }) => (usual < 1 ? [] : [counted / usual]));
  return Math.min(1.5 * Math.max(1, ...seen), Math.max(factor, Math.min(1, ...seen) / 1.5));
}

/** null where the date did not cover the gap's quarters itself. */
function trialOf(
  day: DaySlots,
  { past, gap, target }: { past: readonly DaySlots[]; gap: readonly number[]; target: DaySlots },
): Trial | null {
  if (gap.some((slot) => day.isValid[slot] !== 1)) return null;
  const others = past.filter((other) => other !== day);
  const level = levelOf(day, others, target);
  let usual = 0;
  let counted = 0;
  for (const slot of gap) {
    const missing = missingMs(target, slot);
    usual += rateOf(others, slot) * missing;
    counted += ((day.counts[slot] ?? 0) / (day.observedMs[slot] ?? 1)) * missing;
  }
  return { usual, shift: (level - 1) * usual, counted };
}

function slotsWhere(is: (slot: number) => boolean): number[] {
  return Array.from({ length: slotsPerDay }, (_, slot) => slot).filter(is);
}

function missingMs(day: DaySlots, slot: number): number {
  return (day.expectedMs[slot] ?? 0) - (day.observedMs[slot] ?? 0);
}
