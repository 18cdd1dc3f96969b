import type { DeviceDays } from '../../../db/rollup/daySlots.ts';
import type { PeriodTally } from '../../../db/rollup/tally.ts';
import type { Store } from '../../../db/vocabulary/place.ts';

export const checkCodes = [
  'never_reported',
  'silence',
  'problem',
  'battery_low',
  'clock_skew',
  'clock_unset',
  'flat_line',
  'in_out_balance',
  'conversion_over_100',
  'sales_without_traffic',
  'share_shift',
  'missing_receipts',
] as const;
/** What is wrong (docs/trust.md says when each is raised). */
export type CheckCode = (typeof checkCodes)[number];

export const severities = ['high', 'medium', 'low'] as const;
/** `high`: figures are wrong or missing now; `medium`: they may be; `low`: it will come to that. */
export type Severity = (typeof severities)[number];

/** Something that does not fit together; instants in epoch ms. */
export interface Finding {
  readonly code: CheckCode;
  /** null: it concerns the store, not one device. */
  readonly deviceId: string | null;
  readonly severity: Severity;
  /** null: nobody can say. */
  readonly since: number | null;
  /** null: it goes on. */
  readonly until: number | null;
  /** What it was judged by. */
  readonly figures: Readonly<Record<string, number | string>>;
}

/** One business date of a store with what was counted. */
export interface CheckedDate {
  readonly date: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly tally: PeriodTally;
}

/** What the checks that need some weeks look at: whole dates in order, the last of them the present one. */
export interface CheckedWeeks {
  readonly store: Store;
  readonly now: number;
  readonly dates: readonly CheckedDate[];
  /** Over the same dates, in the same order. */
  readonly devices: readonly DeviceDays[];
}

/** Checks look back so many dates; what is older has been seen, or is too late to mend. */
export const recentDates = 7;
/** A date is judged where at least this share of the time was covered. */
export const wellCovered = 0.9;

/** Dates that are over, with their place in the list, the latest last. */
export function completeDates({ dates, now }: CheckedWeeks): (CheckedDate & { readonly place: number })[] {
  return dates.map((date, place) => ({ ...date, place })).filter((date) => date.endAt <= now);
}

/** Was a step of a date expected and nearly all of it covered? */
export function isWellSeen({ tally: { window } }: CheckedDate, step: 'entries' | 'purchases'): boolean {
  const expected = window[`${step}ExpectedMs`];
  return expected > 0 && window[`${step}ObservedMs`] >= wellCovered * expected;
}
