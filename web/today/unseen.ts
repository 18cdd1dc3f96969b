import type { Funnel, Kpis } from '../api-types.ts';
import type { Formats } from '../format/formats.ts';
import type { Estimate, Estimates } from './dayTypes.ts';
import { stepNames } from './dayView.ts';
import { insideMessages } from './insideMessages.ts';

/** What the gaps of a day probably hide. */
export interface EstimatedDay {
  readonly total: Estimates;
  /** Of entries, by the start of the hour. */
  readonly hours: ReadonlyMap<string, Estimate>;
}

/** Is anything of the day not covered? */
export function hasGap({ coverage }: Kpis): boolean {
  return stepNames.some((step) => (coverage[step] ?? 1) < 1);
}

/** null where the answer has no estimates. */
export function estimatedDay({ estimates, series = [] }: Funnel): EstimatedDay | null {
  if (estimates === undefined) return null;
  const hours = series.flatMap(({ start, estimates: of }): [string, Estimate][] =>
    of?.entries ? [[start, of.entries]] : [],
  );
  return { total: estimates, hours: new Map(hours) };
}

/** A gap shorter than this is not worth a word when nobody can say what it hides. */
const worthSaying = 15 * 60;
/** A report that came late for a minute would be spoken of all day. */
const leastShare = 0.01;

/** `about 35 more in gaps (20–52)`; null where nothing is missing to speak of. */
export function unseenText(estimate: Estimate | null, formats: Formats): string | null {
  if (estimate === null) return null;
  const { estimated, low, high, share, gapSeconds } = estimate;
  if (estimated === null || low === null || high === null) {
    return gapSeconds < worthSaying ? null : insideMessages.cannot;
  }
  if (estimated < 1 || (share ?? 0) < leastShare) return null;
  return insideMessages.inGaps(formats.count(estimated), formats.count(low), formats.count(high));
}
