import {
  findQueueSamples,
  findQueueStatistics,
  findQueueVisits,
  type QueueSampleFact,
  type QueueSampleKey,
  type QueueStatisticFact,
  type QueueStatisticKey,
  type QueueVisitFact,
  type QueueVisitKey,
} from '../../db/reads/standingQueue.ts';
import type { QueueSample, QueueStatistic, QueueVisit } from '../../db/vocabulary/event.ts';
import { writeQueueSamples, writeQueueStatistics, writeQueueVisits } from '../../db/writes/queueFacts.ts';
import type { Arrival, Batch } from './batch.ts';
import { type MergedKind, marksOf, mergeFacts } from './fieldMerge.ts';
import { noteServiceReport, noteStaleInstants } from './serviceReports.ts';
import { type Weighed, weighFacts } from './weighing.ts';

/** A sample holds no longer. */
const sampleHoldsMs = 600_000;

function sampleKey({ deviceId, queue, at }: QueueSampleKey): string {
  return JSON.stringify([deviceId, queue, at]);
}

const weighedSamples: Weighed<QueueSampleFact, string> = {
  kind: 'queueSample',
  keyOf: sampleKey,
  gravestone: ({ deviceId, queue, at }) => [deviceId, JSON.stringify([queue, at])],
  contentText: ({ length, open }) => JSON.stringify([length, open]),
};

/** Stores lengths of queues, each weighed against the standing one of its device, queue and instant. */
export async function storeQueueSamples(batch: Batch, arrivals: readonly Arrival<QueueSample>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: sampleOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [sampleKey(fact), fact])).values()];
  const before = new Map((await findQueueSamples(batch.sql, keys)).map((fact) => [sampleKey(fact), fact]));
  const after = await weighFacts(batch, weighedSamples, { arriving, before });
  const changed = changedOf(before, after);
  await writeQueueSamples(batch.sql, changed);
  for (const { deviceId, queue, at } of changed) {
    touch(batch, { deviceId, queue, fromAt: at, toAt: at + sampleHoldsMs });
    noteServiceReport(batch, { deviceId, at, lengthMs: null });
  }
}

function sampleOf({ event, device, receivedAt }: Arrival<QueueSample>): QueueSampleFact {
  const { kind: _, ...sample } = event;
  return { ...sample, deviceId: device.id, receivedAt };
}

function statisticKey({ deviceId, queue, startAt }: QueueStatisticKey): string {
  return JSON.stringify([deviceId, queue, startAt]);
}

const weighedStatistics: Weighed<QueueStatisticFact, string> = {
  kind: 'queueStatistic',
  keyOf: statisticKey,
  gravestone: ({ deviceId, queue, startAt }) => [deviceId, JSON.stringify([queue, startAt])],
  contentText: ({ endAt, served, abandoned, meanWaitSeconds, waitBins }) =>
    JSON.stringify([endAt, served, abandoned, meanWaitSeconds, waitBins]),
};

/** Stores sensors' own statistics, each weighed against the standing one of its device, queue and start. */
export async function storeQueueStatistics(batch: Batch, arrivals: readonly Arrival<QueueStatistic>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: statisticOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [statisticKey(fact), fact])).values()];
  const before = new Map((await findQueueStatistics(batch.sql, keys)).map((fact) => [statisticKey(fact), fact]));
  const after = await weighFacts(batch, weighedStatistics, { arriving, before });
  const changed = changedOf(before, after);
  await writeQueueStatistics(batch.sql, changed);
  for (const { deviceId, queue, startAt, endAt } of changed) {
    touch(batch, { deviceId, queue, fromAt: startAt, toAt: startAt + 1 });
    noteServiceReport(batch, { deviceId, at: endAt, lengthMs: endAt - startAt });
  }
}

function statisticOf({ event, store, device, receivedAt }: Arrival<QueueStatistic>): QueueStatisticFact {
  const { kind: _, ...statistic } = event;
  return { ...statistic, storeId: store.id, deviceId: device.id, receivedAt };
}

function visitKey({ storeId, id }: QueueVisitKey): string {
  return JSON.stringify([storeId, id]);
}

const visitFields = ['queue', 'joinedAt', 'calledAt', 'leftAt', 'outcome'] as const;

const mergedVisits: MergedKind<QueueVisitFact> = {
  kind: 'visit',
  fields: visitFields,
  keyOf: visitKey,
  gravestone: ({ storeId, id }) => [storeId, id],
  withRest(standing, arriving) {
    const deviceId = standing.deviceId < arriving.deviceId ? standing.deviceId : arriving.deviceId;
    const receivedAt = Math.min(standing.receivedAt, arriving.receivedAt);
    const isSame = deviceId === standing.deviceId && receivedAt === standing.receivedAt;
    return isSame ? standing : { ...standing, deviceId, receivedAt };
  },
};

/** Stores visits, put together field by field of all messages of an id. */
export async function storeQueueVisits(batch: Batch, arrivals: readonly Arrival<QueueVisit>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: visitOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [visitKey(fact), fact])).values()];
  const before = new Map((await findQueueVisits(batch.sql, keys)).map((fact) => [visitKey(fact), fact]));
  const after = await mergeFacts(batch, mergedVisits, { arriving, before });
  const changed = changedOf(before, after);
  await writeQueueVisits(batch.sql, changed);
  for (const is of changed) {
    for (const fact of [before.get(visitKey(is)), is]) {
      if (fact === undefined || fact.queue === null || fact.joinedAt === null) continue;
      const { deviceId, queue, joinedAt } = fact;
      touch(batch, { deviceId, queue, fromAt: joinedAt, toAt: joinedAt + 1 });
    }
  }
  for (const { event, device } of arrivals) {
    const at = Math.max(event.joinedAt ?? 0, event.calledAt ?? 0, event.leftAt ?? 0);
    if (at > 0) noteServiceReport(batch, { deviceId: device.id, at, lengthMs: null });
  }
}

function visitOf({ event, store, device, receivedAt }: Arrival<QueueVisit>): QueueVisitFact {
  const { kind: _, updatedAt, ...visit } = event;
  const marks = marksOf(visit, visitFields, [updatedAt, receivedAt]);
  return { ...visit, storeId: store.id, deviceId: device.id, marks, receivedAt };
}

/** Those that came or changed. */
function changedOf<Of>(before: ReadonlyMap<string, Of>, after: ReadonlyMap<string, Of>): Of[] {
  return [...after].filter(([key, fact]) => fact !== before.get(key)).map(([, fact]) => fact);
}

interface Touched {
  readonly deviceId: string;
  readonly queue: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** The quarters of a queue whose facts changed are made again, and the days over are not to be trusted. */
function touch(batch: Batch, { deviceId, queue, fromAt, toAt }: Touched): void {
  const storeId = batch.settings.devices.get(deviceId)?.storeId;
  if (storeId === undefined) return;
  batch.touchedQueues.push({ storeId, queue, fromAt, toAt });
  noteStaleInstants(batch, storeId, [fromAt, toAt - 1]);
}
