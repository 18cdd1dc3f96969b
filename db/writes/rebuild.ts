import { readDifferences } from '../reads/countFacts.ts';
import { type KnownReports, readReports } from '../reads/facts.ts';
import { readingsIn } from '../reads/readings.ts';
import { piecesOf } from '../reads/rowsFromFacts.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { noteReadingDays } from './countFacts.ts';
import { rebuildQueues, rebuildQueuesFrom } from './rebuildQueues.ts';
import { markStaleDays, refreshCountQuarters, refreshSaleQuarters, type TouchedSpan } from './rollups.ts';
import { remakeSetAside } from './setAside.ts';

export interface RebuildQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** Only this device's. */
  readonly deviceId?: string;
  /** Only [fromAt, toAt), epoch ms. */
  readonly fromAt?: number;
  readonly toAt?: number;
  readonly now: number;
}

/** Where a rebuild has come to: the device, or after them all the queues, and the instant to go on from. */
export interface RebuildCursor {
  readonly storeId: string;
  readonly requestedAt: number;
  readonly deviceId: string;
  readonly fromAt: number;
}

export interface PendingWork {
  readonly settings: Settings;
  readonly now: number;
  readonly cursor: RebuildCursor | null;
  readonly budgetMs?: number;
}

const defaultBudgetMs = 12;

/**
 * Makes the quarter rows of a store (a device, a range) and its list of what is set aside again from facts, a device's day in a
 * transaction, and distrusts its daily tallies. Answers the number of pieces. Owner and the house only.
 */
export async function rebuildRollups(sql: Sql, scope: Scope, query: RebuildQuery): Promise<number> {
  requireOwner(scope, 'rebuild rollups');
  const { settings, now } = query;
  const store = settings.stores.get(query.storeId);
  if (store === undefined) throw new AppError('not_found', `There is no store "${query.storeId}".`);
  const devices = store.devices.filter((device) => query.deviceId === undefined || device.id === query.deviceId);
  const reports = await reportsOf(sql, devices);
  const pieces = devices.flatMap((device) => piecesOf(device, reports.get(device.id), query));
  for (const piece of pieces) await sql.transaction((inside) => rebuildPiece(inside, settings, { piece, now }));
  if (query.deviceId !== undefined) return pieces.length;
  return pieces.length + (await rebuildQueues(sql, settings, { ...query, store }));
}

/**
 * Goes on with the rebuilds that changed settings asked for, a little at a time. Call it with the cursor it answers until that is
 * null, with a breath between. Owner and the house only.
 */
export async function rebuildPending(
  sql: Sql,
  scope: Scope,
  work: PendingWork,
): Promise<{ readonly cursor: RebuildCursor | null }> {
  requireOwner(scope, 'rebuild rollups');
  const endAt = performance.now() + (work.budgetMs ?? defaultBudgetMs);
  let cursor = await stillWanted(sql, work.cursor);
  do {
    cursor ??= await nextRebuild(sql, work);
    if (cursor === null) return { cursor: null };
    cursor = await rebuildOne(sql, work, cursor);
  } while (performance.now() < endAt);
  return { cursor: cursor ?? (await nextRebuild(sql, work)) };
}

/** null where the store's settings changed once more: then it begins anew. */
async function stillWanted(sql: Sql, cursor: RebuildCursor | null): Promise<RebuildCursor | null> {
  if (cursor === null) return null;
  const rows = await sql.all('select 1 as one from rebuilds where store_id = ? and requested_at = ?', [
    cursor.storeId,
    cursor.requestedAt,
  ]);
  return rows.length > 0 ? cursor : null;
}

async function nextRebuild(sql: Sql, work: PendingWork): Promise<RebuildCursor | null> {
  const rows = await sql.all<{ storeId: string; requestedAt: number }>(
    'select store_id as "storeId", requested_at as "requestedAt" from rebuilds order by requested_at, store_id limit 1',
  );
  const [next] = rows;
  return next === undefined ? null : { ...next, ...placeIn(work.settings.stores.get(next.storeId), 0) };
}

/** In place of a device's id: no device's id looks like this. */
const queuesOfStore = '*queues';

/** The beginning of a store's device by its place; after the last one that of the queues. */
function placeIn(store: Store | undefined, place: number): Pick<RebuildCursor, 'deviceId' | 'fromAt'> {
  return { deviceId: store?.devices[place]?.id ?? queuesOfStore, fromAt: 0 };
}

/** One piece; answers where to go on, null where the store is done. */
async function rebuildOne(sql: Sql, work: PendingWork, cursor: RebuildCursor): Promise<RebuildCursor | null> {
  const { settings, now } = work;
  const store = settings.stores.get(cursor.storeId);
  if (store !== undefined && cursor.deviceId === queuesOfStore) {
    const nextAt = await rebuildQueuesFrom(sql, settings, { store, fromAt: cursor.fromAt, now });
    if (nextAt !== null) return { ...cursor, fromAt: nextAt };
  }
  const place = store?.devices.findIndex((one) => one.id === cursor.deviceId) ?? -1;
  const device = store?.devices[place];
  if (device === undefined) {
    await endRebuild(sql, cursor);
    return null;
  }
  const reports = await reportsOf(sql, [device]);
  const [piece] = piecesOf(device, reports.get(device.id), cursor);
  if (piece === undefined) return { ...cursor, ...placeIn(store, place + 1) };
  await sql.transaction((inside) => rebuildPiece(inside, settings, { piece, now }));
  return { ...cursor, fromAt: piece.toAt };
}

async function endRebuild(sql: Sql, { storeId, requestedAt }: RebuildCursor): Promise<void> {
  await sql.run('delete from rebuilds where store_id = ? and requested_at = ?', [storeId, requestedAt]);
}

async function reportsOf(sql: Sql, devices: readonly Device[]): Promise<Map<string, KnownReports>> {
  return readReports(
    sql,
    devices.map((device) => device.id),
  );
}

async function rebuildPiece(
  sql: Sql,
  settings: Settings,
  { piece, now }: { piece: TouchedSpan; now: number },
): Promise<void> {
  await noteReadingDays(sql, await readingsIn(sql, [piece]));
  await refreshCountQuarters(sql, settings, [piece]);
  await refreshSaleQuarters(sql, settings, [piece]);
  const differences = await readDifferences(sql, settings.devices, [piece]);
  await remakeSetAside(sql, piece, differences.get(piece.deviceId) ?? []);
  await markStaleDays(sql, settings, { touched: [piece], now });
}
