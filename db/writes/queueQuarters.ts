import { type QueueSpan, queueRowsFromFacts, wholeQueueBuckets } from '../reads/queueFacts.ts';
import { soughtIn, wantedRows } from '../reads/wanted.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import { lockDevices } from './deviceLocks.ts';
import { putQueueRows, queueQuarterRows } from './queueTables.ts';

/** A stretch of a queue's time, [fromAt, toAt) in epoch ms, whose facts changed; a sample's is [at, at + 10 min). */
export type TouchedQueue = QueueSpan;

/**
 * Makes the quarter rows of the touched queues again from visits, statistics and samples, inside the caller's transaction, after the
 * facts were written. Touched are the bucket of a visit's `joinedAt` (old and new, of the old and the new queue), of a statistic's
 * start, and what a sample holds for. It does not mark finished dates as stale: see `markStaleDays` (rollups.ts).
 */
export async function refreshQueueQuarters(
  sql: Sql,
  settings: Settings,
  touched: readonly TouchedQueue[],
): Promise<void> {
  if (touched.length === 0) return;
  const spans = wholeQueueBuckets(touched);
  // Two devices may tell of one queue: whoever comes second waits, and then reads what the first one wrote.
  await lockDevices(
    sql,
    spans.map(({ storeId, queue }) => `queue ${storeId} ${queue}`),
  );
  const rows = await queueRowsFromFacts(sql, settings, spans);
  await forgetOthers(sql, spans, new Set(rows.map(keyText)));
  await putQueueRows(sql, queueQuarterRows(rows));
}

interface RowKey {
  readonly storeId: string;
  readonly bucket: number;
  readonly queue: string;
}

function keyText({ storeId, bucket, queue }: RowKey): string {
  return `${storeId} ${bucket} ${queue}`;
}

/** Deletes those rows of the stretches that are not kept: seldom any. */
async function forgetOthers(sql: Sql, spans: readonly QueueSpan[], kept: ReadonlySet<string>): Promise<void> {
  const found = await sql.all<RowKey>(
    `with ${wantedRows(sql, { store_id: 'text', queue: 'text', lo: 'bigint', hi: 'bigint' })}
    select q.store_id as "storeId", q.bucket, q.queue from wanted cross join ${soughtIn(sql, 'quarter_queues', {
      name: 'q',
      where: `q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi
        and q.queue = wanted.queue`,
    })}`,
    [JSON.stringify(spans.map(({ storeId, queue, fromAt, toAt }) => [storeId, queue, fromAt, toAt]))],
  );
  for (const row of found) {
    if (kept.has(keyText(row))) continue;
    await sql.run('delete from quarter_queues where store_id = ? and bucket = ? and queue = ?', [
      row.storeId,
      row.bucket,
      row.queue,
    ]);
  }
}
