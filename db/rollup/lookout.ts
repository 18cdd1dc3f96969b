import { type BucketPlan, bucketMs, type Span, windowSpans } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { type DeviceReports, expectedUntil, noReports, observedSpans } from './coverage.ts';
import { entriesMs, entryDevices, passersByDevices, salesDevices } from './measuring.ts';
import type { QuarterCountRow } from './quarterRows.ts';
import type { QuarterSaleRow } from './saleRows.ts';
import { SpanWalk } from './spans.ts';
import type { StatusChange } from './status.ts';
import { installation, observedByRows, observedBySpans, RowWalk, type Watch } from './watch.ts';

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

/** With the instants that decide what of it is looked at. */
export interface WatchedFacts extends StoreFacts {
  readonly now: number;
  /** Nothing from this instant on is looked at; the rows of its bucket must be cut already. */
  readonly until?: number;
}

/** Everything that is walked along the buckets. */
export interface Lookout {
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

/** Places a watch for every device of every step. */
export function lookoutOf(input: WatchedFacts): Lookout {
  const { store, plan } = input;
  const horizon = Math.min(input.now, input.until ?? input.now);
  const counts = rowsByDevice(input.counts);
  const sales = rowsByDevice(input.sales);
  const stretches = windowSpans(store, plan.startAt, plan.endAt);
  const bySpans = (device: Device): Watch => feedWatch(input, device, stretches);
  const byRows = (device: Device, msOf: (row: QuarterCountRow) => number): CountWatch => {
    const rows = counts.get(device.id) ?? [];
    const watch = device.mode === 'event' ? bySpans(device) : reportWatch(input, device, observedByRows(rows, msOf));
    return { ...watch, rows: new RowWalk(rows) };
  };
  return {
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

/** Watches a device that reports at its own pace. */
export function reportWatch(input: WatchedFacts, device: Device, observedMs: Watch['observedMs']): Watch {
  const reports = input.reports.get(device.id) ?? noReports;
  return {
    ...installation(device, reports),
    expectedUntil: expectedUntil(device, reports, input.now),
    observedMs,
  };
}

/** Watches a device that speaks only when something happens. */
export function feedWatch(input: WatchedFacts, device: Device, stretches: readonly Span[]): Watch {
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
