import { bucketMs, type Span } from '../time/opening.ts';
import { type Lookout, lookoutOf, type WatchedFacts } from './lookout.ts';
import { entriesDoubled, netIn, netOut } from './measuring.ts';
import type { QuarterCountRow } from './quarterRows.ts';
import type { QuarterSaleRow } from './saleRows.ts';
import { emptyTally, type PeriodTally, type Tally } from './tally.ts';
import { isObserved, type Sight, sightOf } from './watch.ts';

export interface TallyInput extends WatchedFacts {
  /** In order, of whole buckets. */
  readonly steps: readonly Span[];
  /** Steps shorter than a day: coarse buckets are not valid, and no balance of in and out is kept. */
  readonly isFine: boolean;
}

/** What a store's steps of some time add up to, one for each of `steps` (contract 4 and 5), in one pass over the buckets. */
export function tallyBuckets(input: TallyInput): PeriodTally[] {
  const periods = input.steps.map(() => ({ window: emptyTally(), outside: emptyTally() }));
  const { plan } = input;
  const walk = { lookout: lookoutOf(input), isFine: input.isFine };
  const until = input.until ?? Number.POSITIVE_INFINITY;
  let step = 0;
  for (let i = 0; i < plan.count; i++) {
    const bucket = plan.startAt + i * bucketMs;
    while (step < input.steps.length && (input.steps[step] as Span).endAt <= bucket) step++;
    const period = periods[step];
    if (period === undefined || bucket >= until) break;
    if ((input.steps[step] as Span).startAt > bucket) continue;
    addBucket(plan.isInWindow[i] === 1 ? period.window : period.outside, walk, {
      bucket,
      isOpen: plan.isOpen[i] === 1,
    });
  }
  return periods;
}

interface Walk {
  readonly lookout: Lookout;
  readonly isFine: boolean;
}

function addBucket(
  sum: Tally,
  { lookout, isFine }: Walk,
  { bucket, isOpen }: { bucket: number; isOpen: boolean },
): void {
  const passersBy = addPassersBy(sum, lookout, bucket);
  const entries = addEntries(sum, lookout, { bucket, isFine });
  const purchases = addPurchases(sum, lookout, bucket);
  if (lookout.arePassersByApart && lookout.passersBy.length > 0) {
    passersBy.doubled += entries.doubled;
    sum.passersByDoubled += entries.doubled;
  }
  if (passersBy.isCoarse || entries.isCoarse) sum.coarseBuckets++;
  if (isOpen) addCoverage(sum, { passersBy: passersBy.sight, entries: entries.sight, purchases: purchases.sight });
  const areEntriesValid = entries.sight.isValid && !(isFine && entries.isCoarse);
  if (areEntriesValid && passersBy.sight.isValid && !(isFine && passersBy.isCoarse)) {
    sum.captureBuckets++;
    sum.captureEntriesDoubled += entries.doubled;
    sum.capturePassersByDoubled += passersBy.doubled;
  }
  if (areEntriesValid && purchases.sight.isValid) {
    sum.conversionBuckets++;
    sum.conversionEntriesDoubled += entries.doubled;
    sum.conversionPurchases += purchases.count;
    sum.conversionNetSalesMinor += purchases.netMinor;
  }
}

function addCoverage(
  sum: Tally,
  { passersBy, entries, purchases }: Record<'passersBy' | 'entries' | 'purchases', Sight>,
): void {
  sum.passersByExpectedMs += passersBy.expectedMs;
  sum.passersByObservedMs += passersBy.observedMs;
  sum.entriesExpectedMs += entries.expectedMs;
  sum.entriesObservedMs += entries.observedMs;
  sum.purchasesExpectedMs += purchases.expectedMs;
  sum.purchasesObservedMs += purchases.observedMs;
}

interface CountedBucket {
  readonly sight: Sight;
  doubled: number;
  isCoarse: boolean;
}

function addPassersBy(sum: Tally, lookout: Lookout, bucket: number): CountedBucket {
  const counted = { sight: sightOf(lookout.passersBy, bucket, lookout.horizon), doubled: 0, isCoarse: false };
  let isSeen = counted.sight.isObserved;
  for (const watch of lookout.passersBy) {
    const row = watch.rows.at(bucket);
    if (row === undefined) continue;
    if (row.passersBy !== null) isSeen = true;
    if (row.coarse === 1) counted.isCoarse = true;
    counted.doubled += 2 * (row.passersBy ?? 0);
  }
  if (isSeen) sum.passersBySeen++;
  sum.passersByDoubled += counted.doubled;
  return counted;
}

function addEntries(
  sum: Tally,
  lookout: Lookout,
  { bucket, isFine }: { bucket: number; isFine: boolean },
): CountedBucket {
  const counted = { sight: sightOf(lookout.entries, bucket, lookout.horizon), doubled: 0, isCoarse: false };
  let isSeen = counted.sight.isObserved;
  let areExitsSeen = false;
  for (const watch of lookout.entries) {
    if (watch.isByMessages && isObserved(watch, bucket, lookout.horizon)) areExitsSeen = true;
    const row = watch.rows.at(bucket);
    if (row === undefined) continue;
    const doubled = entriesDoubled(row, watch.countAs);
    if (doubled !== null) isSeen = true;
    if (row.countOut !== null || row.outMs > 0) areExitsSeen = true;
    if (row.coarse === 1) counted.isCoarse = true;
    counted.doubled += doubled ?? 0;
    sum.exits += netOut(row) ?? 0;
    if (!isFine && bucket < lookout.overUntil) addBalance(sum, row);
  }
  if (isSeen) sum.entriesSeen++;
  if (areExitsSeen) sum.exitsSeen++;
  sum.entriesDoubled += counted.doubled;
  return counted;
}

function addBalance(sum: Tally, row: QuarterCountRow): void {
  const ins = netIn(row);
  const outs = netOut(row);
  if (ins === null || outs === null) return;
  sum.balanceIn += ins;
  sum.balanceOut += outs;
}

function addPurchases(
  sum: Tally,
  lookout: Lookout,
  bucket: number,
): { readonly sight: Sight; count: number; netMinor: number } {
  const sold = { sight: sightOf(lookout.purchases, bucket, lookout.horizon), count: 0, netMinor: 0 };
  let isSeen = sold.sight.isObserved;
  for (const watch of lookout.purchases) {
    const row = watch.rows.at(bucket);
    if (row === undefined) continue;
    if (row.messages > 0) isSeen = true;
    sold.count += row.purchases;
    sold.netMinor += row.grossMinor - row.returnsMinor;
    addSales(sum, row);
  }
  if (isSeen) sum.purchasesSeen++;
  return sold;
}

function addSales(sum: Tally, row: QuarterSaleRow): void {
  sum.purchases += row.purchases;
  sum.grossSalesMinor += row.grossMinor;
  sum.returnsMinor += row.returnsMinor;
  sum.netTaxMinor += row.netTaxMinor;
  sum.receipts += row.receipts;
  sum.receiptsWithTax += row.receiptsWithTax;
  sum.items += row.items;
  sum.purchasesWithItems += row.purchasesWithItems;
  sum.otherTransactions += row.otherTransactions;
  sum.otherNetSalesMinor += row.otherNetMinor;
}
