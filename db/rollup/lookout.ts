import { type BucketPlan, bucketMs, type Span, windowSpans } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { type DeviceReports, expectedUntil, noReports, observedSpans, salesExpectedUntil } from './coverage.ts';
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
  /** What was taken out by hand, of devices that are judged by silence; the rows of the others leave it out already. */
  readonly takeOuts: ReadonlyMap<string, readonly Span[]>;
  /** When ingest was not connected by the main way. */
  readonly ingestGaps: readonly Span[];
  /** When it was not connected to the broker of a source, by the source's id. */
  readonly sourceGaps?: ReadonlyMap<string, readonly Span[]>;
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
  /** Observed whole, both directions, rather than by the fields it sent. */
  readonly isByMessages: boolean;
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
  const byRows = (device: Device, msOf: (row: QuarterCountRow) => number): CountWatch => {
    const rows = counts.get(device.id) ?? [];
    return { ...countWatch(input, { device, stretches, rows }, msOf), rows: new RowWalk(rows) };
  };
  return {
    horizon,
    overUntil: lastEndBefore(plan, horizon),
    arePassersByApart: !store.passersByIncludesEntrants,
    passersBy: passersByDevices(store).map((device) => byRows(device, (row) => row.passersByMs)),
    entries: entryDevices(store).map(({ device, countAs }) => ({
      ...byRows(device, (row) => entriesMs(row, countAs)),
      countAs,
      isByMessages: device.mode === 'event',
    })),
    purchases: salesDevices(store).map((device) => ({
      ...salesWatch(input, device, stretches),
      rows: new RowWalk(sales.get(device.id) ?? []),
    })),
  };
}

/** A device that counts, with the stretches of the window and its own rows. */
export interface Counting {
  readonly device: Device;
  readonly stretches: readonly Span[];
  readonly rows: readonly QuarterCountRow[];
}

/** Watches a device that counts: by its messages where it sends events, else by what its reports cover. */
export function countWatch(
  input: WatchedFacts,
  { device, stretches, rows }: Counting,
  msOf: (row: QuarterCountRow) => number,
): Watch {
  if (device.mode === 'event') return silenceWatch(input, { device, stretches, speaks: 'live' });
  const reports = input.reports.get(device.id) ?? noReports;
  return {
    ...installation(device, reports),
    expectedUntil: expectedUntil(device, reports, input.now),
    observedMs: observedByRows(rows, msOf),
  };
}

/** Watches a sales feed. */
export function salesWatch(input: WatchedFacts, device: Device, stretches: readonly Span[]): Watch {
  const reports = input.reports.get(device.id) ?? noReports;
  const watch = silenceWatch(input, { device, stretches, speaks: device.feed });
  return { ...watch, expectedUntil: salesExpectedUntil(input.store, device, { reports, now: input.now }) };
}

interface Speaking extends Pick<Counting, 'device' | 'stretches'> {
  readonly speaks: 'live' | 'batch';
}

function silenceWatch(input: WatchedFacts, { device, stretches, speaks }: Speaking): Watch {
  const reports = input.reports.get(device.id) ?? noReports;
  const spans = observedSpans({
    store: input.store,
    device,
    speaks,
    reports,
    statuses: input.statuses.get(device.id) ?? [],
    messages: input.messages.get(device.id) ?? [],
    takeOuts: input.takeOuts.get(device.id) ?? [],
    stretches,
    ingestGaps: input.sourceGaps?.get(device.connection?.source ?? '') ?? input.ingestGaps,
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
