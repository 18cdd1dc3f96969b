import { bucketMs, type Span } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import { validBucketCoverage } from '../vocabulary/quality.ts';
import type { DeviceReports } from './coverage.ts';
import type { SpanWalk } from './spans.ts';

/** A device of a step, watched along the buckets of a period in their order. */
export interface Watch {
  readonly installedAt: number;
  readonly removedAt: number;
  /** Up to when its reports are expected. */
  readonly expectedUntil: number;
  /** Observed ms of the part of a bucket in which it was installed. */
  readonly observedMs: (bucket: number, part: Span) => number;
}

/** How well the devices of a step saw one bucket. */
export interface Sight {
  /** At least one was installed, and each that was covers enough of its part of the bucket. */
  isValid: boolean;
  /** Any of them was observed. */
  isObserved: boolean;
  expectedMs: number;
  observedMs: number;
}

/** From when to when a device counts as installed; never, where it has neither reported nor a date. */
export function installation(device: Device, reports: DeviceReports): Pick<Watch, 'installedAt' | 'removedAt'> {
  return {
    installedAt: device.installedAt ?? reports.firstReportAt ?? Number.POSITIVE_INFINITY,
    removedAt: device.removedAt ?? Number.POSITIVE_INFINITY,
  };
}

/** Looks at one bucket with all devices of a step; nothing after `horizon` is judged. */
export function sightOf(watches: readonly Watch[], bucket: number, horizon: number): Sight {
  const sight = { isValid: true, isObserved: false, expectedMs: 0, observedMs: 0 };
  let installed = 0;
  for (const watch of watches) {
    const { startAt, endAt } = partOf(watch, bucket, horizon);
    const partMs = Math.max(0, endAt - startAt);
    const observedMs = Math.min(partMs, watch.observedMs(bucket, { startAt, endAt }));
    if (observedMs > 0) sight.isObserved = true;
    if (partMs === 0) continue;
    installed++;
    if (observedMs < validBucketCoverage * partMs) sight.isValid = false;
    const expectedMs = Math.max(0, Math.min(endAt, watch.expectedUntil) - startAt);
    sight.expectedMs += expectedMs;
    sight.observedMs += Math.min(observedMs, expectedMs);
  }
  sight.isValid &&= installed > 0;
  return sight;
}

/** Whether a device was observed at all in a bucket. */
export function isObserved(watch: Watch, bucket: number, horizon: number): boolean {
  const part = partOf(watch, bucket, horizon);
  return part.endAt > part.startAt && watch.observedMs(bucket, part) > 0;
}

/** What of a bucket a device was installed for; empty or backwards where it was not. */
function partOf(watch: Watch, bucket: number, horizon: number): Span {
  return {
    startAt: Math.max(bucket, watch.installedAt),
    endAt: Math.min(bucket + bucketMs, watch.removedAt, horizon),
  };
}

/** Finds a device's row of a bucket; buckets must be asked for in order. */
export class RowWalk<Row extends { readonly bucket: number }> {
  readonly #rows: readonly Row[];
  #next = 0;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  at(bucket: number): Row | undefined {
    while (this.#next < this.#rows.length && (this.#rows[this.#next] as Row).bucket < bucket) this.#next++;
    const row = this.#rows[this.#next];
    return row?.bucket === bucket ? row : undefined;
  }
}

/** Observed time of a device by rows that carry it; these leave out already what was not installed. */
export function observedByRows<Row extends { readonly bucket: number }>(
  rows: readonly Row[],
  msOf: (row: Row) => number,
): Watch['observedMs'] {
  const walk = new RowWalk(rows);
  return (bucket) => {
    const row = walk.at(bucket);
    return row === undefined ? 0 : msOf(row);
  };
}

/** Observed time of a device by stretches. */
export function observedBySpans(walk: SpanWalk): Watch['observedMs'] {
  return (_bucket, part) => (part.endAt > part.startAt ? walk.coveredMs(part.startAt, part.endAt) : 0);
}
