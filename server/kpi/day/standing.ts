import type { Tally } from '../../../db/rollup/tally.ts';
import { relativeChange } from '../change.ts';
import type { Kpis } from '../schema.ts';
import { hasLowCoverage, isWellCovered } from '../trust.ts';
import { usualDaysAtLeast, usualDaysAtMost } from '../usual.ts';
import { type StandingFigure, standingFigures } from './figures.ts';
import type { Against, Standing } from './schema.ts';
import { countRange, type Share, shareRange, spreadRange, type UsualRange } from './usualRange.ts';

/** A day's figures with the sums they were made of. */
export interface SummedDay {
  readonly kpis: Kpis;
  readonly sums: Tally;
}

/**
 * How a day's figures stand to what is usual. `days`: the same weekday, open ones only, the latest first, each up to the same local time
 * where the day is not over; taken and left out as for the usual itself.
 */
export function standingOf(today: SummedDay, days: readonly SummedDay[]): Standing {
  // Object.fromEntries forgets its keys; they are exactly standingFigures.
  return Object.fromEntries(standingFigures.map((figure) => [figure, againstOf(figure, today, days)])) as Standing;
}

function againstOf(figure: StandingFigure, today: SummedDay, days: readonly SummedDay[]): Against {
  const value = today.kpis[figure];
  const known = days
    .filter(({ kpis }) => kpis[figure] !== null && isWellCovered(figure, kpis.coverage))
    .slice(0, usualDaysAtMost);
  const silent = { value, usual: null, range: null, verdict: null, change: null, days: known.length };
  if (value === null) return { ...silent, reason: 'unknown' };
  if (hasLowCoverage(figure, today.kpis.coverage)) return { ...silent, reason: 'lowCoverage' };
  if (known.length < usualDaysAtLeast) return { ...silent, reason: 'noUsual' };
  const range = rangeOf(figure, today, known);
  if (range === null) return { ...silent, reason: 'tooFew' };
  const { usual, low, high } = range;
  return {
    ...silent,
    usual,
    range: [low, high],
    verdict: value < low ? 'below' : value > high ? 'above' : 'within',
    change: relativeChange(value, usual),
    reason: null,
  };
}

function rangeOf(figure: StandingFigure, today: SummedDay, days: readonly SummedDay[]): UsualRange | null {
  const values = days.map(({ kpis }) => kpis[figure] ?? 0);
  if (figure === 'passersBy' || figure === 'entries' || figure === 'purchases') return countRange(values);
  if (figure !== 'captureRate' && figure !== 'conversionRate') return spreadRange(values);
  const shareOf = shares[figure];
  return shareRange(
    shareOf(today.sums).denominator,
    days.map(({ sums }) => shareOf(sums)),
  );
}

const shares: Readonly<Record<'captureRate' | 'conversionRate', (sums: Tally) => Share>> = {
  captureRate: (sums) => ({
    numerator: sums.captureEntriesDoubled / 2,
    denominator: sums.capturePassersByDoubled / 2,
  }),
  conversionRate: (sums) => ({
    numerator: sums.conversionPurchases,
    denominator: sums.conversionEntriesDoubled / 2,
  }),
};
