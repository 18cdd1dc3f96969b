import { slotOf } from '../reads/standing.ts';
import {
  type QueueSampleFact,
  type QueueStatisticFact,
  type QueueVisitFact,
  sampleFields,
  statisticFields,
  visitFields,
} from '../reads/standingQueue.ts';
import type { Sql } from '../sql/port.ts';
import { columnTypes, rowOf } from './factRows.ts';
import { upsertOf } from './facts.ts';

const samples = upsertOf('queue_samples', ['slot', 'device_id', 'queue', 'at'], {
  slot: 'bigint',
  ...columnTypes(sampleFields, { text: ['deviceId', 'queue'] }),
});

/** Puts samples in the place of those of the same device, queue and instant. */
export async function writeQueueSamples(sql: Sql, facts: readonly QueueSampleFact[]): Promise<void> {
  if (facts.length > 0)
    await sql.upsertMany(
      samples,
      facts.map((fact) => [slotOf(fact.at), ...rowOf(fact, sampleFields)]),
    );
}

const statistics = upsertOf(
  'queue_statistics',
  ['device_id', 'queue', 'start_at'],
  columnTypes(statisticFields, { text: ['storeId', 'deviceId', 'queue', 'waitBins'], real: ['meanWaitSeconds'] }),
);

/** Puts statistics in the place of those of the same device, queue and start. */
export async function writeQueueStatistics(sql: Sql, facts: readonly QueueStatisticFact[]): Promise<void> {
  if (facts.length > 0)
    await sql.upsertMany(
      statistics,
      facts.map((fact) => rowOf(fact, statisticFields)),
    );
}

const visits = upsertOf(
  'queue_visits',
  ['store_id', 'id'],
  columnTypes(visitFields, { text: ['storeId', 'id', 'deviceId', 'queue', 'outcome', 'marks'] }),
);

/** Puts visits in the place of those of the same store and id. */
export async function writeQueueVisits(sql: Sql, facts: readonly QueueVisitFact[]): Promise<void> {
  if (facts.length > 0)
    await sql.upsertMany(
      visits,
      facts.map((fact) => rowOf(fact, visitFields)),
    );
}
