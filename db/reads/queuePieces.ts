import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import type { Store } from '../vocabulary/place.ts';
import type { QueueSpan } from './queueFacts.ts';
import { wantedRows } from './wanted.ts';

/** A day of UTC of all queues of a store. */
export interface QueuePiece {
  readonly storeId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

const pieceMs = 24 * 60 * 60_000;

/** The days of a store's queues, by its facts and by its quarter rows, from `fromAt` on; none where it never had any. */
export async function queuePiecesOf(
  sql: Sql,
  store: Store,
  range: { readonly fromAt?: number; readonly toAt?: number },
): Promise<QueuePiece[]> {
  const extent = await readExtent(sql, store);
  if (extent === null) return [];
  const startAt = Math.max(extent.fromAt, range.fromAt ?? extent.fromAt);
  const endAt = Math.min(extent.toAt, range.toAt ?? extent.toAt);
  const pieces: QueuePiece[] = [];
  for (let fromAt = Math.floor(startAt / pieceMs) * pieceMs; fromAt < endAt; fromAt += pieceMs) {
    pieces.push({ storeId: store.id, fromAt, toAt: fromAt + pieceMs });
  }
  return pieces;
}

async function readExtent(sql: Sql, store: Store): Promise<{ fromAt: number; toAt: number } | null> {
  const extents = [
    ['quarter_queues', 'bucket'],
    ['queue_visits', 'joined_at'],
    ['queue_statistics', 'start_at'],
  ].map(
    ([table, time]) => `select (select min(${time}) from ${table} where store_id = ? and ${time} is not null) as lo,
      (select max(${time}) from ${table} where store_id = ? and ${time} is not null) as hi`,
  );
  const rows = await sql.all<{ lo: number | null; hi: number | null }>(
    extents.join(' union all '),
    extents.flatMap(() => [store.id, store.id]),
  );
  // A sample has no store, and is found by its slot first: these are the times of everybody's.
  const isSampled = rows[0]?.lo !== null || store.devices.some((device) => device.measures.includes('queue'));
  if (isSampled) {
    const slots = await sql.all<{ lo: number | null; hi: number | null }>(
      'select (select min(slot) from queue_samples) as lo, (select max(slot) from queue_samples) as hi',
    );
    rows.push(...slots.map(({ lo, hi }) => ({ lo: msOf(lo), hi: msOf(hi) })));
  }
  const known = rows.flatMap(({ lo, hi }) => (lo === null || hi === null ? [] : [{ lo, hi }]));
  if (known.length === 0) return null;
  // What a sample holds for may end a bucket later.
  return {
    fromAt: Math.min(...known.map(({ lo }) => lo)),
    toAt: Math.max(...known.map(({ hi }) => hi)) + 2 * bucketMs,
  };
}

function msOf(slot: number | null): number | null {
  return slot === null ? null : slot * bucketMs;
}

/** The queues that a piece is of, by its facts and by its quarter rows, in order. */
export async function queuesIn(sql: Sql, store: Store, { fromAt, toAt }: QueuePiece): Promise<QueueSpan[]> {
  const ofStore = [
    ['quarter_queues', 'bucket'],
    ['queue_visits', 'joined_at'],
    ['queue_statistics', 'start_at'],
  ].map(([table, time]) => `select queue from ${table} where store_id = ? and ${time} >= ? and ${time} < ?`);
  // One slot more before: a sample may hold until after it.
  const slots = [Math.floor(fromAt / bucketMs) - 1, Math.floor((toAt - 1) / bucketMs)];
  const rows = await sql.all<{ queue: string | null }>(
    `with recursive ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })},
      slots(device_id, slot, hi) as (
        select device_id, lo, hi from wanted union all select device_id, slot + 1, hi from slots where slot < hi)
    select f.queue from slots cross join queue_samples f where f.slot = slots.slot and f.device_id = slots.device_id
    union ${ofStore.join(' union ')}`,
    [
      JSON.stringify(store.devices.map((device) => [device.id, ...slots])),
      ...ofStore.flatMap(() => [store.id, fromAt, toAt]),
    ],
  );
  const queues = rows.flatMap(({ queue }) => (queue === null ? [] : [queue])).sort();
  return queues.map((queue) => ({ storeId: store.id, queue, fromAt, toAt }));
}
