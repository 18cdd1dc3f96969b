import { type QueuePiece, queuePiecesOf, queuesIn } from '../reads/queuePieces.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { refreshQueueQuarters } from './queueQuarters.ts';
import { putStaleDays, staleDaysIn } from './staleDays.ts';

interface Piece {
  readonly store: Store;
  readonly piece: QueuePiece;
  readonly now: number;
}

/** Makes the quarter rows of a store's queues again from facts, a day in a transaction. Answers the number of pieces. */
export async function rebuildQueues(
  sql: Sql,
  settings: Settings,
  work: { readonly store: Store; readonly fromAt?: number; readonly toAt?: number; readonly now: number },
): Promise<number> {
  const pieces = await queuePiecesOf(sql, work.store, work);
  for (const piece of pieces) await rebuildQueuePiece(sql, settings, { ...work, piece });
  return pieces.length;
}

/** The next piece from an instant on; answers where to go on, null where there is nothing more. */
export async function rebuildQueuesFrom(
  sql: Sql,
  settings: Settings,
  work: { readonly store: Store; readonly fromAt: number; readonly now: number },
): Promise<number | null> {
  const [piece] = await queuePiecesOf(sql, work.store, work);
  if (piece === undefined) return null;
  await rebuildQueuePiece(sql, settings, { ...work, piece });
  return piece.toAt;
}

async function rebuildQueuePiece(sql: Sql, settings: Settings, { store, piece, now }: Piece): Promise<void> {
  await sql.transaction(async (inside) => {
    const queues = await queuesIn(inside, store, piece);
    if (queues.length === 0) return;
    await refreshQueueQuarters(inside, settings, queues);
    await putStaleDays(inside, staleDaysIn(store, piece, now));
  });
}
