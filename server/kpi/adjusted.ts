import { addTally, emptyTally, type PeriodTally } from '../../db/rollup/tally.ts';

/** Entries as they would be if the counters saw everyone, by counts made by hand, and the rates that follow. Beside the measured. */
export interface Adjusted {
  readonly entriesAdjusted: number | null;
  readonly captureRateAdjusted: number | null;
  readonly conversionRateAdjusted: number | null;
  readonly salesPerVisitorAdjustedMinor: number | null;
}

const unknown: Adjusted = {
  entriesAdjusted: null,
  captureRateAdjusted: null,
  conversionRateAdjusted: null,
  salesPerVisitorAdjustedMinor: null,
};

/**
 * Formulas as of the measured figures (kpis.ts), with every counter's people multiplied with Σ manual / Σ device of its audits of the
 * last 90 days. All null where a counter has counted that no audit speaks for: half adjusted is neither.
 */
export function adjustedOf(
  tally: PeriodTally,
  { hours, isSpokenFor }: { readonly hours: 'open' | 'all'; readonly isSpokenFor: boolean },
): Adjusted {
  if (!isSpokenFor) return unknown;
  const main = hours === 'all' ? addTally(addTally(emptyTally(), tally.window), tally.outside) : tally.window;
  return {
    entriesAdjusted: main.entriesSeen > 0 ? main.entriesDoubled / 2 : null,
    captureRateAdjusted: quotient(main.captureEntriesDoubled, main.capturePassersByDoubled),
    conversionRateAdjusted: quotient(2 * main.conversionPurchases, main.conversionEntriesDoubled),
    salesPerVisitorAdjustedMinor: rounded(quotient(2 * main.conversionNetSalesMinor, main.conversionEntriesDoubled)),
  };
}

function quotient(numerator: number, denominator: number): number | null {
  // Adding 0 makes of -0 a plain 0.
  return denominator === 0 ? null : numerator / denominator + 0;
}

/** Half away from zero, as all money. */
function rounded(minor: number | null): number | null {
  return minor === null ? null : Math.sign(minor) * Math.round(Math.abs(minor)) + 0;
}
