/**
 * What was counted over some time in one or several stores, kept as sums that can be added: a bucket, a day, a period and a
 * chain are all tallies. Ratios are worked out from a tally at the very end (server/kpi), never averaged.
 * Entries and passers-by are doubled, because an entrance that counts `average` counts half of in + out.
 */
export interface Tally {
  /** Buckets in which a device of the step was observed or sent a count of it; 0 makes the count null. */
  passersBySeen: number;
  entriesSeen: number;
  exitsSeen: number;
  purchasesSeen: number;
  passersByDoubled: number;
  entriesDoubled: number;
  exits: number;
  purchases: number;
  grossSalesMinor: number;
  returnsMinor: number;
  /** Tax of sales less tax of returns, over the receipts that carry it. */
  netTaxMinor: number;
  /** Receipts that count in gross or returns with an amount other than 0, and those of them that carry tax. */
  receipts: number;
  receiptsWithTax: number;
  items: number;
  purchasesWithItems: number;
  otherTransactions: number;
  otherNetSalesMinor: number;
  /** Milliseconds inside opening hours, over the devices of the step (contract 4). */
  passersByExpectedMs: number;
  passersByObservedMs: number;
  entriesExpectedMs: number;
  entriesObservedMs: number;
  purchasesExpectedMs: number;
  purchasesObservedMs: number;
  /** Over buckets valid for entries and passers-by. */
  captureEntriesDoubled: number;
  capturePassersByDoubled: number;
  captureBuckets: number;
  /** Over buckets valid for entries and purchases. */
  conversionPurchases: number;
  conversionEntriesDoubled: number;
  conversionNetSalesMinor: number;
  conversionBuckets: number;
  /** In and out of devices that measure both, on dates that are over. */
  balanceIn: number;
  balanceOut: number;
  /** Buckets touched by an interval longer than an hour. */
  coarseBuckets: number;
}

/** What was counted inside the window and outside it, of one store or of several of one currency. */
export interface PeriodTally {
  readonly window: Tally;
  readonly outside: Tally;
}

export const tallyFields = [
  'passersBySeen',
  'entriesSeen',
  'exitsSeen',
  'purchasesSeen',
  'passersByDoubled',
  'entriesDoubled',
  'exits',
  'purchases',
  'grossSalesMinor',
  'returnsMinor',
  'netTaxMinor',
  'receipts',
  'receiptsWithTax',
  'items',
  'purchasesWithItems',
  'otherTransactions',
  'otherNetSalesMinor',
  'passersByExpectedMs',
  'passersByObservedMs',
  'entriesExpectedMs',
  'entriesObservedMs',
  'purchasesExpectedMs',
  'purchasesObservedMs',
  'captureEntriesDoubled',
  'capturePassersByDoubled',
  'captureBuckets',
  'conversionPurchases',
  'conversionEntriesDoubled',
  'conversionNetSalesMinor',
  'conversionBuckets',
  'balanceIn',
  'balanceOut',
  'coarseBuckets',
] as const satisfies readonly (keyof Tally)[];

// The cast holds because tallyFields are all keys of Tally. Copied from, since making it field by field is slow.
const nothing = Object.fromEntries(tallyFields.map((field) => [field, 0])) as unknown as Tally;

export function emptyTally(): Tally {
  return { ...nothing };
}

/** Adds `more` into `sum`, in place. */
export function addTally(sum: Tally, more: Tally): Tally {
  for (const field of tallyFields) sum[field] += more[field];
  return sum;
}
