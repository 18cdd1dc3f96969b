import { emptyTally, type PeriodTally, type Tally } from '../../../db/rollup/tally.ts';
import { kpisOf } from '../../../server/kpi/kpis.ts';
import type { Kpis } from '../../../server/kpi/schema.ts';

/** A tally with these sums and nothing else. */
export function tally(sums: Partial<Tally> = {}): Tally {
  return { ...emptyTally(), ...sums };
}

export function period(window: Partial<Tally>, outside: Partial<Tally> = {}): PeriodTally {
  return { window: tally(window), outside: tally(outside) };
}

/** A store with everything measured on one hour of a good day: 400 pass, 100 come in, 25 buy for 500.00. */
export const goodHour = {
  passersBySeen: 4,
  entriesSeen: 4,
  exitsSeen: 4,
  purchasesSeen: 4,
  passersByDoubled: 800,
  entriesDoubled: 200,
  exits: 95,
  purchases: 25,
  grossSalesMinor: 52_000,
  returnsMinor: 2_000,
  netTaxMinor: 8_000,
  receipts: 26,
  receiptsWithTax: 26,
  items: 60,
  purchasesWithItems: 24,
  passersByExpectedMs: 3_600_000,
  passersByObservedMs: 3_600_000,
  entriesExpectedMs: 3_600_000,
  entriesObservedMs: 3_600_000,
  purchasesExpectedMs: 3_600_000,
  purchasesObservedMs: 3_600_000,
  captureEntriesDoubled: 200,
  capturePassersByDoubled: 800,
  captureBuckets: 4,
  conversionPurchases: 25,
  conversionEntriesDoubled: 200,
  conversionNetSalesMinor: 50_000,
  conversionBuckets: 4,
  balanceIn: 100,
  balanceOut: 95,
} as const satisfies Partial<Tally>;

/** The good hour's KPIs, but for these. */
export function day(changes: Partial<Kpis> = {}): Kpis {
  return { ...kpisOf(period(goodHour), { hours: 'open', isPartial: false }), ...changes };
}
