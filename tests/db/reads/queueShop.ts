import { type QueueQuestion, readQueues, type StoreQueues } from '../../../db/reads/queues.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { QueueStatisticFact, QueueVisitFact } from '../../../db/reads/standingQueue.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { QueueSample } from '../../../db/vocabulary/event.ts';
import type { Settings, Store } from '../../../db/vocabulary/place.ts';
import { writeQueueSamples, writeQueueStatistics, writeQueueVisits } from '../../../db/writes/queueFacts.ts';
import { refreshQueueQuarters, type TouchedQueue } from '../../../db/writes/queueQuarters.ts';
import { rebuildPending } from '../../../db/writes/rebuild.ts';
import { markStaleDays } from '../../../db/writes/rollups.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { makeDevice, makeStore, owner } from '../chain.ts';
import { at, everyDay, minute } from '../rollup/shop.ts';

export const monday = '2026-03-02';
/** Long after everything in these tests. */
export const muchLater = at('12:00', '2026-05-20');

/** Two stores in Berlin, open 10 to 12, with tills and a counter for returns; an eye over the queues that was installed on 2026-03-01 in the first. */
export async function setUpQueues(sql: Sql, more: Partial<Store> = {}): Promise<Settings> {
  const shop: Partial<Store> = {
    ...{ timezone: 'Europe/Berlin', currency: 'EUR', entrances: [], openingHours: everyDay(['10:00-12:00']) },
    queues: [
      { id: 'tills', name: 'Tills', targetSeconds: 180, targetShare: 0.8 },
      { id: 'returns', name: 'Returns', targetSeconds: 300, targetShare: 0.8 },
    ],
    ...more,
  };
  await applySettings(sql, owner, {
    organisation: { name: 'Shops', currency: 'EUR', locale: 'en' },
    stores: [makeStore('arbat', shop), makeStore('nevsky', shop)],
    devices: ['arbat', 'nevsky'].flatMap((id) => [
      makeDevice(`eye-${id}`, id, {
        ...{ entranceId: null, measures: ['queue'] },
        installedAt: id === 'arbat' ? at('00:00', '2026-03-01') : null,
      }),
      makeDevice(`till-${id}`, id, { entranceId: null, measures: ['sales'], reportsEverySeconds: null }),
    ]),
  });
  const settings = await loadSettings(sql, owner);
  await rebuilt(sql, settings);
  return settings;
}

/** Does all rebuilds that settings asked for. */
export async function rebuilt(sql: Sql, settings: Settings): Promise<void> {
  let cursor = null;
  do cursor = (await rebuildPending(sql, owner, { settings, now: muchLater, cursor })).cursor;
  while (cursor !== null);
}

export interface QueueFactsSent {
  readonly storeId?: string;
  readonly visits?: readonly Partial<QueueVisitFact>[];
  readonly samples?: readonly Pick<QueueSample, 'queue' | 'at' | 'length'>[];
  readonly statistics?: readonly Partial<QueueStatisticFact>[];
}

/** A visit to the tills: when it joined, how long it waited and was served, in seconds. */
export function served(
  id: string,
  joinedAt: number,
  [wait, service]: readonly [number, number],
): Partial<QueueVisitFact> {
  const calledAt = joinedAt + wait * 1000;
  return { id, joinedAt, calledAt, leftAt: calledAt + service * 1000 };
}

/** Writes facts, makes their quarters and distrusts the dates that are over, as ingest does. */
export async function queued(sql: Sql, settings: Settings, sent: QueueFactsSent): Promise<void> {
  const storeId = sent.storeId ?? 'arbat';
  const common = { storeId, deviceId: `eye-${storeId}`, queue: 'tills', receivedAt: 1, updatedAt: null };
  const nothing = {
    calledAt: null,
    leftAt: null,
    outcome: null,
    abandoned: null,
    meanWaitSeconds: null,
    waitBins: null,
  };
  const visits = (sent.visits ?? []).map((one) => ({ ...common, ...nothing, id: '', joinedAt: 0, marks: {}, ...one }));
  const samples = (sent.samples ?? []).map((one) => ({ ...common, open: null, ...one }));
  const statistics = (sent.statistics ?? []).map((one) => ({
    ...common,
    ...nothing,
    startAt: 0,
    endAt: 0,
    served: 0,
    ...one,
  }));
  const touched: TouchedQueue[] = [
    ...visits.map(({ queue, joinedAt }) => spanOf(storeId, queue, [joinedAt ?? 0, 1])),
    ...samples.map(({ queue, at: sampledAt }) => spanOf(storeId, queue, [sampledAt, 10 * minute])),
    ...statistics.map(({ queue, startAt }) => spanOf(storeId, queue, [startAt, 1])),
  ];
  await sql.transaction(async (inside) => {
    await writeQueueVisits(inside, visits);
    await writeQueueSamples(inside, samples);
    await writeQueueStatistics(inside, statistics);
    await refreshQueueQuarters(inside, settings, touched);
    const spans = touched.map(({ fromAt, toAt }) => ({ deviceId: common.deviceId, fromAt, toAt }));
    await markStaleDays(inside, settings, { touched: spans, now: muchLater });
  });
}

function spanOf(storeId: string, queue: string | null, [fromAt, ms]: readonly [number, number]): TouchedQueue {
  return { storeId, queue: queue ?? '', fromAt, toAt: fromAt + ms };
}

/** One store’s queues; of Monday where nothing else is said. */
export async function asked(sql: Sql, settings: Settings, more: Partial<QueueQuestion> = {}): Promise<StoreQueues> {
  const question = { storeId: 'arbat', from: monday, to: monday, by: 'none', hours: 'open' } as const;
  return readQueues(sql, owner, { settings, ...question, ...more });
}

/** Everything of an answer, to compare: classes of sketches in their order. */
export function shown(queues: StoreQueues): unknown {
  const plain = JSON.stringify([...queues].sort(), (_, value: unknown) =>
    value instanceof Map ? [...value].sort(([a], [b]) => Number(a) - Number(b)) : value,
  );
  return JSON.parse(plain);
}
