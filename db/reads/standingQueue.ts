import type { Sql } from '../sql/port.ts';
import type { QueueSample, QueueStatistic, QueueVisit } from '../vocabulary/event.ts';
import { slotOf } from './standing.ts';
import { columnsAs, soughtIn, wantedRows } from './wanted.ts';

/** By field of a fact that is put together: what the order law weighs the field by. */
export type Marks = Readonly<Record<string, readonly [updatedAt: number | null, receivedAt: number]>>;

/** The length of a queue at an instant, as it stands. */
export interface QueueSampleFact extends Omit<QueueSample, 'kind'> {
  readonly deviceId: string;
  readonly receivedAt: number;
}

/** A sensor's statistics of a stretch of time, as they stand. */
export interface QueueStatisticFact extends Omit<QueueStatistic, 'kind'> {
  readonly storeId: string;
  readonly deviceId: string;
  readonly receivedAt: number;
}

/** A visit, put together of every message of its id. */
export interface QueueVisitFact extends Omit<QueueVisit, 'kind' | 'updatedAt'> {
  readonly storeId: string;
  /** The first of those that sent it, by name: whichever came first. */
  readonly deviceId: string;
  readonly marks: Marks;
  /** When it was heard of first. */
  readonly receivedAt: number;
}

export type QueueSampleKey = Pick<QueueSampleFact, 'deviceId' | 'queue' | 'at'>;
export type QueueStatisticKey = Pick<QueueStatisticFact, 'deviceId' | 'queue' | 'startAt'>;
export type QueueVisitKey = Pick<QueueVisitFact, 'storeId' | 'id'>;

export const sampleFields = ['deviceId', 'queue', 'at', 'length', 'open', 'updatedAt', 'receivedAt'] as const;
export const statisticFields = [
  'storeId',
  'deviceId',
  'queue',
  'startAt',
  'endAt',
  'served',
  'abandoned',
  'meanWaitSeconds',
  'waitBins',
  'updatedAt',
  'receivedAt',
] as const;
export const visitFields = [
  'storeId',
  'id',
  'deviceId',
  'queue',
  'joinedAt',
  'calledAt',
  'leftAt',
  'outcome',
  'marks',
  'receivedAt',
] as const;

/** The standing samples of the keys; those that are not there are left out. */
export async function findQueueSamples(sql: Sql, keys: readonly QueueSampleKey[]): Promise<QueueSampleFact[]> {
  if (keys.length === 0) return [];
  const where =
    'f.slot = wanted.slot and f.device_id = wanted.device_id and f.queue = wanted.queue and f.at = wanted.at';
  return sql.all(
    `with ${wantedRows(sql, { slot: 'bigint', device_id: 'text', queue: 'text', at: 'bigint' })}
    select ${columnsAs('f', sampleFields)} from wanted cross join ${soughtIn(sql, 'queue_samples', { name: 'f', where })}`,
    [JSON.stringify(keys.map(({ deviceId, queue, at }) => [slotOf(at), deviceId, queue, at]))],
  );
}

/** The standing statistics of the keys; those that are not there are left out. */
export async function findQueueStatistics(sql: Sql, keys: readonly QueueStatisticKey[]): Promise<QueueStatisticFact[]> {
  if (keys.length === 0) return [];
  const where = 'f.device_id = wanted.device_id and f.queue = wanted.queue and f.start_at = wanted.start_at';
  const rows = await sql.all<Omit<QueueStatisticFact, 'waitBins'> & { waitBins: string | null }>(
    `with ${wantedRows(sql, { device_id: 'text', queue: 'text', start_at: 'bigint' })}
    select ${columnsAs('f', statisticFields)}
    from wanted cross join ${soughtIn(sql, 'queue_statistics', { name: 'f', where })}`,
    [JSON.stringify(keys.map(({ deviceId, queue, startAt }) => [deviceId, queue, startAt]))],
  );
  return rows.map((row) => ({ ...row, waitBins: row.waitBins === null ? null : JSON.parse(row.waitBins) }));
}

/** The standing visits of the keys; those that are not there are left out. */
export async function findQueueVisits(sql: Sql, keys: readonly QueueVisitKey[]): Promise<QueueVisitFact[]> {
  if (keys.length === 0) return [];
  const rows = await sql.all<Omit<QueueVisitFact, 'marks'> & { marks: string }>(
    `with ${wantedRows(sql, { store_id: 'text', id: 'text' })}
    select ${columnsAs('f', visitFields)} from wanted cross join ${soughtIn(sql, 'queue_visits', {
      name: 'f',
      where: 'f.store_id = wanted.store_id and f.id = wanted.id',
    })}`,
    [JSON.stringify(keys.map(({ storeId, id }) => [storeId, id]))],
  );
  return rows.map((row) => ({ ...row, marks: JSON.parse(row.marks) }));
}
