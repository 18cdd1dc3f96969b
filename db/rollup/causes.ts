import { bucketMs, bucketOf, type Span } from '../time/opening.ts';
import { type Cause, causes } from '../vocabulary/cause.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { countQuarters } from './quarterRows.ts';
import { saleQuarters } from './saleRows.ts';
import type { TouchedSpan } from './touched.ts';
import { addSums, noSums, type RestatedSums, type Worth } from './worth.ts';

/** One bucket of a device whose worth changed by `sums`, and everything that touched it. */
export interface ChangedBucket {
  readonly store: Store;
  readonly device: Device;
  readonly bucket: number;
  readonly sums: RestatedSums;
  /** Of this device; those that lie elsewhere are passed over. */
  readonly touched: readonly TouchedSpan[];
  /** What stands taken out of this device. */
  readonly takeOuts: readonly Span[];
}

/**
 * The change of a bucket, shared out among its causes; the shares add up to it exactly. A cause of which every fact is known, as it
 * was and as it is, has what those facts are worth; all else belongs to what came late, or where nothing did to the weightiest cause.
 */
export function sharesOf(changed: ChangedBucket, worth: Worth): Map<Cause, RestatedSums> {
  const byCause = new Map<Cause, TouchedSpan[]>();
  for (const span of changed.touched) {
    if (bucketOf(span.fromAt) > changed.bucket || span.toAt <= changed.bucket) continue;
    const cause = span.cause ?? 'late';
    const list = byCause.get(cause);
    if (list === undefined) byCause.set(cause, [span]);
    else list.push(span);
  }
  const rest = restCause(byCause);
  const shares = new Map<Cause, RestatedSums>();
  const remainder = addSums(noSums(), changed.sums);
  for (const [cause, spans] of byCause) {
    if (cause === rest || !spans.every(isKnown)) continue;
    const share = noSums();
    for (const { gone, came } of spans) {
      if (came !== undefined) addSums(share, factWorth(changed, worth, came));
      if (gone !== undefined) addSums(share, factWorth(changed, worth, gone), -1);
    }
    addSums(remainder, share, -1);
    shares.set(cause, share);
  }
  return shares.set(rest, remainder);
}

/** Who takes what the facts do not explain. */
function restCause(byCause: ReadonlyMap<Cause, readonly TouchedSpan[]>): Cause {
  const present = causes.filter((cause) => byCause.has(cause));
  const unknown = present.filter((cause) => byCause.get(cause)?.every(isKnown) === false);
  return unknown.at(-1) ?? (present.includes('late') ? 'late' : (present.at(-1) ?? 'late'));
}

function isKnown({ gone, came }: TouchedSpan): boolean {
  return gone !== undefined || came !== undefined;
}

function factWorth(
  { store, device, bucket, takeOuts }: ChangedBucket,
  worth: Worth,
  fact: NonNullable<TouchedSpan['came']>,
): RestatedSums {
  if ('type' in fact) {
    const rows = saleQuarters({ storeId: store.id, deviceId: device.id, sales: [fact], takeOuts });
    const row = rows.find((one) => one.bucket === bucket);
    return row === undefined ? noSums() : worth.ofSales(row);
  }
  const facts = 'direction' in fact ? { intervals: [], events: [fact] } : { intervals: [fact] };
  const [row] = countQuarters({
    store,
    device,
    ...facts,
    statuses: [],
    takeOuts,
    fromAt: bucket,
    toAt: bucket + bucketMs,
  });
  return row === undefined ? noSums() : worth.ofCounts(row);
}
