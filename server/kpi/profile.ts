import { type DaySlots, slotsPerDay } from '../../db/rollup/daySlots.ts';

/* What a weekday usually looks like, quarter by quarter, and how far a date departs from it. */

/** Fewer earlier dates with the same quarter of an hour covered are too few to go by. */
export const leastPastDays = 4;
/** Days differ in level at least by this squared coefficient of variation (7 %), however alike the last few were. */
const leastVariation = 0.005;
/** Assumed where the earlier dates cannot tell. */
const usualVariation = 0.04;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** People per covered ms at a quarter of the clock, over the dates that cover it; 0 where none does. */
export function rateOf(days: readonly DaySlots[], slot: number): number {
  let count = 0;
  let ms = 0;
  for (const day of days) {
    if (day.isValid[slot] !== 1) continue;
    count += day.counts[slot] ?? 0;
    ms += day.observedMs[slot] ?? 0;
  }
  return ms === 0 ? 0 : count / ms;
}

/**
 * How busy a date is against others, by the quarters that it and `alike` cover: (1/v + counted) / (1/v + usual), v the squared
 * coefficient of variation of the others' levels. That is the mean of a gamma prior around 1 after so many Poisson counts: few
 * counts move it little, a date of which nothing is known has level 1.
 */
export function levelOf(day: DaySlots, others: readonly DaySlots[], alike: DaySlots): number {
  const weight = 1 / variationOf(others, alike);
  const { counted, usual } = comparedWith(day, others, alike);
  return (weight + counted) / (weight + usual);
}

/** What a date counted in the quarters that it, `alike` and enough of `others` cover, and what the others' rates make of them. */
export function comparedWith(
  day: DaySlots,
  others: readonly DaySlots[],
  alike: DaySlots,
): { readonly counted: number; readonly usual: number } {
  let counted = 0;
  let usual = 0;
  for (let slot = 0; slot < slotsPerDay; slot++) {
    if (day.isValid[slot] !== 1 || alike.isValid[slot] !== 1) continue;
    if (!others.some((other) => other.isValid[slot] === 1)) continue;
    counted += day.counts[slot] ?? 0;
    usual += rateOf(others, slot) * (day.observedMs[slot] ?? 0);
  }
  return { counted, usual };
}

/** The squared coefficient of variation of the dates' levels, less what chance alone makes of it. */
export function variationOf(days: readonly DaySlots[], alike: DaySlots): number {
  const spreads = days.flatMap((day) => {
    const { counted, usual } = comparedWith(
      day,
      days.filter((other) => other !== day),
      alike,
    );
    return usual < 1 ? [] : [(counted / usual - 1) ** 2 - 1 / usual];
  });
  return spreads.length < leastPastDays ? usualVariation : Math.max(leastVariation, mean(spreads));
}
