import { type BucketPlan, bucketMs, type Span, windowSpans } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { type DeviceReports, expectedUntil, noReports, observedSpans } from './coverage.ts';
import {
  entriesDoubled,
  entriesMs,
  entryDevices,
  netIn,
  netOut,
  passersByDevices,
  salesDevices,
} from './measuring.ts';
import type { QuarterCountRow } from './quarterRows.ts';
import type { QuarterSaleRow } from './saleRows.ts';
import { SpanWalk } from './spans.ts';
import type { StatusChange } from './status.ts';
import { emptyTally, type Tally } from './tally.ts';
import { installation, observedByRows, observedBySpans, RowWalk, type Sight, sightOf, type Watch } from './watch.ts';

/** What was counted inside the window and outside it. */
export interface PeriodTally {
  readonly window: Tally;
  readonly outside: Tally;
}

/** What is known of one store over a plan's buckets. */
export interface StoreFacts {
  readonly store: Store;
  readonly plan: BucketPlan;
  /** In order of buckets. */
  readonly counts: readonly QuarterCountRow[];
  readonly sales: readonly QuarterSaleRow[];
  /** By device id, as are the next two. */
  readonly reports: ReadonlyMap<string, DeviceReports>;
  /** In order of time, with the last one before the plan; only of devices that are judged by silence. */
  readonly statuses: ReadonlyMap<string, readonly StatusChange[]>;
  /** Instants of messages in order, also those of `silentAfter` before and after the plan. */
  readonly messages: ReadonlyMap<string, readonly number[]>;
  readonly ingestGaps: readonly Span[];
}

export interface TallyInput extends StoreFacts {
  /** In order, of whole buckets. */
  readonly steps: readonly Span[];
  /** Steps shorter than a day: coarse buckets are not valid, and no balance of in and out is kept. */
  readonly isFine: boolean;
  readonly now: number;
  /** Nothing from this instant on is looked at; the rows of its bucket must be cut already. */
  readonly until?: number;
}

/** What a store's steps of some time add up to, one for each of `steps` (contract 4 and 5), in one pass over the buckets. */
export function tallyBuckets(input: TallyInput): PeriodTally[] {
  const periods = input.steps.map(() => ({ window: emptyTally(), outside: emptyTally() }));
  const { plan } = input;
  const lookout = lookoutOf(input);
  const until = input.until ?? Number.POSITIVE_INFINITY;
  let step = 0;
  for (let i = 0; i < plan.count; i++) {
    const bucket = plan.startAt + i * bucketMs;
    while (step < input.steps.length && (input.steps[step] as Span).endAt <= bucket) step++;
    const period = periods[step];
    if (period === undefined || bucket >= until) break;
    if ((input.steps[step] as Span).startAt > bucket) continue;
    addBucket(plan.isInWindow[i] === 1 ? period.window : period.outside, lookout, {
      bucket,
      isOpen: plan.isOpen[i] === 1,
    });
  }
  return periods;
}

/** Everything that is walked along the buckets. */
interface Lookout {
  readonly isFine: boolean;
  readonly horizon: number;
  /** End of the last date that is over. */
  readonly overUntil: number;
  readonly arePassersByApart: boolean;
  readonly passersBy: readonly CountWatch[];
  readonly entries: readonly EntryWatch[];
  readonly purchases: readonly SalesWatch[];
}

interface CountWatch extends Watch {
  readonly rows: RowWalk<QuarterCountRow>;
}

interface EntryWatch extends CountWatch {
  readonly countAs: 'in' | 'out' | 'average';
}

interface SalesWatch extends Watch {
  readonly rows: RowWalk<QuarterSaleRow>;
}

function lookoutOf(input: TallyInput): Lookout {
  const { store, plan } = input;
  const horizon = Math.min(input.now, input.until ?? input.now);
  const counts = rowsByDevice(input.counts);
  const sales = rowsByDevice(input.sales);
  const stretches = windowSpans(store, plan.startAt, plan.endAt);
  const bySpans = (device: Device): Watch => spanWatch(input, device, stretches);
  const byRows = (device: Device, msOf: (row: QuarterCountRow) => number): CountWatch => {
    const rows = counts.get(device.id) ?? [];
    const watch = device.mode === 'event' ? bySpans(device) : rowWatch(input, device, observedByRows(rows, msOf));
    return { ...watch, rows: new RowWalk(rows) };
  };
  return {
    isFine: input.isFine,
    horizon,
    overUntil: lastEndBefore(plan, horizon),
    arePassersByApart: !store.passersByIncludesEntrants,
    passersBy: passersByDevices(store).map((device) => byRows(device, (row) => row.passersByMs)),
    entries: entryDevices(store).map(({ device, countAs }) => ({
      ...byRows(device, (row) => entriesMs(row, countAs)),
      countAs,
    })),
    purchases: salesDevices(store).map((device) => ({
      ...bySpans(device),
      rows: new RowWalk(sales.get(device.id) ?? []),
    })),
  };
}

function rowWatch(input: TallyInput, device: Device, observedMs: Watch['observedMs']): Watch {
  const reports = input.reports.get(device.id) ?? noReports;
  return {
    ...installation(device, reports),
    expectedUntil: expectedUntil(device, reports, input.now),
    observedMs,
  };
}

function spanWatch(input: TallyInput, device: Device, stretches: readonly Span[]): Watch {
  const reports = input.reports.get(device.id) ?? noReports;
  const spans = observedSpans({
    store: input.store,
    device,
    reports,
    statuses: input.statuses.get(device.id) ?? [],
    messages: input.messages.get(device.id) ?? [],
    stretches,
    ingestGaps: input.ingestGaps,
    now: input.now,
  });
  return {
    ...installation(device, reports),
    expectedUntil: input.now,
    observedMs: observedBySpans(new SpanWalk(spans)),
  };
}

function rowsByDevice<Row extends { readonly deviceId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const byDevice = new Map<string, Row[]>();
  for (const row of rows) {
    const list = byDevice.get(row.deviceId);
    if (list === undefined) byDevice.set(row.deviceId, [row]);
    else list.push(row);
  }
  return byDevice;
}

function lastEndBefore(plan: BucketPlan, horizon: number): number {
  const ends = plan.dates.map((date) => plan.startAt + (date.lastBucketIndex + 1) * bucketMs);
  return ends.findLast((end) => end <= horizon) ?? Number.NEGATIVE_INFINITY;
}

function addBucket(sum: Tally, lookout: Lookout, { bucket, isOpen }: { bucket: number; isOpen: boolean }): void {
  const passersBy = addPassersBy(sum, lookout, bucket);
  const entries = addEntries(sum, lookout, bucket);
  const purchases = addPurchases(sum, lookout, bucket);
  if (lookout.arePassersByApart && lookout.passersBy.length > 0) {
    passersBy.doubled += entries.doubled;
    sum.passersByDoubled += entries.doubled;
  }
  if (passersBy.isCoarse || entries.isCoarse) sum.coarseBuckets++;
  if (isOpen) addCoverage(sum, { passersBy: passersBy.sight, entries: entries.sight, purchases: purchases.sight });
  const areEntriesValid = entries.sight.isValid && !(lookout.isFine && entries.isCoarse);
  if (areEntriesValid && passersBy.sight.isValid && !(lookout.isFine && passersBy.isCoarse)) {
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

function addCoverage(sum: Tally, { passersBy, entries, purchases }: Record<'passersBy' | 'entries' | 'purchases', Sight>): void {
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

function addEntries(sum: Tally, lookout: Lookout, bucket: number): CountedBucket {
  const counted = { sight: sightOf(lookout.entries, bucket, lookout.horizon), doubled: 0, isCoarse: false };
  let isSeen = counted.sight.isObserved;
  let areExitsSeen = false;
  for (const watch of lookout.entries) {
    const row = watch.rows.at(bucket);
    if (row === undefined) continue;
    const doubled = entriesDoubled(row, watch.countAs);
    if (doubled !== null) isSeen = true;
    if (row.countOut !== null || row.outMs > 0) areExitsSeen = true;
    if (row.coarse === 1) counted.isCoarse = true;
    counted.doubled += doubled ?? 0;
    sum.exits += netOut(row) ?? 0;
    if (!lookout.isFine && bucket < lookout.overUntil) addBalance(sum, row);
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
    isSeen = true;
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
