import { differenceScore } from '../probability.ts';
import { type CheckedDate, type CheckedWeeks, completeDates, type Finding, recentDates } from './finding.ts';

/** Standard deviations by which purchases must exceed entries: one day in 700 if all who came in bought, which no shop knows. */
const leastScore = 3;

/**
 * More purchases than people who came in, over the last 7 complete dates together or the latest alone; 15-minute buckets valid for
 * both only. Two receipts for one person, or a slip of an hour, do not make it: the excess must be beyond noise.
 */
export function conversionFindings(weeks: CheckedWeeks): Finding[] {
  const dates = completeDates(weeks).slice(-recentDates);
  const latest = dates.slice(-1);
  const judged = [dates, latest].find((some) => isBeyondNoise(some));
  const first = judged?.find((date) => isBeyondNoise([date])) ?? judged?.[0];
  if (judged === undefined || first === undefined) return [];
  return [
    {
      code: 'conversion_over_100',
      deviceId: null,
      severity: 'high',
      since: first.startAt,
      until: null,
      figures: { ...boughtAndCame(judged), days: judged.length },
    },
  ];
}

function isBeyondNoise(dates: readonly CheckedDate[]): boolean {
  const { purchases, entries } = boughtAndCame(dates);
  return purchases > entries && entries >= 0 && differenceScore(purchases, entries) > leastScore;
}

/** Over buckets valid for entries and purchases. */
export function boughtAndCame(dates: readonly CheckedDate[]): {
  readonly purchases: number;
  readonly entries: number;
} {
  return dates.reduce(
    (sum, { tally: { window } }) => ({
      purchases: sum.purchases + window.conversionPurchases,
      entries: sum.entries + window.conversionEntriesDoubled / 2,
    }),
    { purchases: 0, entries: 0 },
  );
}
