import { type QueueNowFacts, readQueueNow } from '../../db/reads/queueNow.ts';
import type { Sql } from '../../db/sql/port.ts';
import { openSpans } from '../../db/time/opening.ts';
import { formatInstant } from '../../db/time/steps.ts';
import { type Queue, queueOf, type Settings, type Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { QueueNowAnswer } from '../contracts/queue.ts';
import { type ArrivalDay, arrivalsOfQuarters, arrivalsSoon } from '../kpi/queue/arrivals.ts';
import { expectedWaitOf, lightOf, type QueueSight, type StaffingSilence, staffingOf } from '../kpi/queue/now.ts';
import { leastServed } from '../kpi/queue/serviceTime.ts';
import { mostTills, type TillsNeeded } from '../kpi/queue/staffing.ts';
import { type StoreServiceTimes, serviceTimesOf } from './serviceTimes.ts';

export interface QueueNowAsk {
  readonly settings: Settings;
  readonly store: Store;
  readonly now: number;
}

type QueueLine = QueueNowAnswer['queues'][number];

const halfHourMs = 30 * 60_000;

/** How each queue of a store is at this moment, and how many tills it needs. No queue is set up or was heard: none. */
export async function queueNowAnswerOf(sql: Sql, scope: Scope, ask: QueueNowAsk): Promise<QueueNowAnswer> {
  const { store, now } = ask;
  const facts = await readQueueNow(sql, scope, { ...ask, storeId: store.id });
  if (facts === null) throw new Error(`the store ${store.id} is there and has no queues`);
  const queues = queuesOf(store, facts);
  if (queues.length === 0) return { store: store.id, at: instantText(ask, now), queues: [] };
  const times = await serviceTimesOf(sql, scope, { ...ask, storeId: store.id });
  const isOnly = queues.length === 1;
  return {
    store: store.id,
    at: instantText(ask, now),
    queues: queues.map((queue) => queueLine(ask, { queue, facts, times, isOnly })),
  };
}

function instantText({ store }: QueueNowAsk, at: number): string {
  return formatInstant(store.timezone, Math.floor(at / 1000) * 1000);
}

/** Those that are set up, in their order, then those that were heard of lately. */
function queuesOf(store: Store, { samples, visits, days }: QueueNowFacts): Queue[] {
  const known = new Set(store.queues.map(({ id }) => id));
  const heard = [...samples, ...visits].map(({ queue }) => queue);
  const others = new Set(
    [...heard, ...days.flatMap(({ byQueue }) => [...byQueue.keys()])].filter((id) => !known.has(id)),
  );
  return [...store.queues, ...[...others].sort().map((id) => queueOf(store, id))];
}

interface Looked {
  readonly queue: Queue;
  readonly facts: QueueNowFacts;
  readonly times: StoreServiceTimes;
  /** Receipts do not say which queue they are of: only a store with one can use them. */
  readonly isOnly: boolean;
}

function queueLine(ask: QueueNowAsk, looked: Looked): QueueLine {
  const { queue, facts, isOnly } = looked;
  const sample = facts.samples.find((one) => one.queue === queue.id);
  const visits = facts.visits.find((one) => one.queue === queue.id);
  const fromSensor = facts.open.get(queue.id) ?? null;
  const { byQueue, byReceipts } = looked.times;
  const service = byQueue.get(queue.id) ?? (isOnly ? byReceipts : null);
  const length = sample?.length ?? visits?.waiting ?? null;
  const fromReceipts = isOnly ? tillsSelling(facts, length) : null;
  const sight: QueueSight = {
    ...queue,
    isOpen: isOpenAt(ask, 0),
    isOpenSoon: isOpenAt(ask, halfHourMs),
    ...arrivalsOf(ask, looked),
    length,
    openTills: fromSensor ?? fromReceipts,
    service,
  };
  const lengthAt = sample?.at ?? visits?.lastAt ?? null;
  return {
    queue: queue.id,
    name: queue.name,
    targetSeconds: queue.targetSeconds,
    targetShare: queue.targetShare,
    length: sight.length,
    lengthAt: lengthAt === null ? null : instantText(ask, lengthAt),
    openTills: sight.openTills,
    openFrom: fromSensor !== null ? 'sensor' : fromReceipts === null ? null : 'receipts',
    expectedWaitSeconds: expectedWaitOf(sight),
    light: lightOf(sight),
    serviceSeconds: service && { mean: service.meanSeconds, from: service.from, people: service.people },
    needed: neededOf(sight, looked),
  };
}

/** null: nothing was sold lately, and nobody waits for it: that says nothing of how many tills are open. */
function tillsSelling({ receipts }: QueueNowFacts, length: number | null): number | null {
  const tills = receipts?.tills ?? null;
  return tills === 0 && (length ?? 0) === 0 ? null : tills;
}

/** Is the store open so much later than now? */
function isOpenAt({ store, now }: QueueNowAsk, laterMs: number): boolean {
  return openSpans(store, now + laterMs, now + laterMs + 1).length > 0;
}

/** By visits, else by a sensor's own statistics, else by receipts. */
function arrivalsOf(ask: QueueNowAsk, looked: Looked): Record<'arrivalsNow' | 'arrivalsSoon', number | null> {
  const { queue, facts, isOnly } = looked;
  const visits = facts.visits.find((one) => one.queue === queue.id);
  const isMeasured = visits !== undefined || facts.days.some(({ byQueue }) => byQueue.has(queue.id));
  if (!isMeasured && !isOnly) return { arrivalsNow: null, arrivalsSoon: null };
  const [today, ...earlier] = facts.days.map((day): ArrivalDay => {
    return { ...day, quarters: isMeasured ? (day.byQueue.get(queue.id) ?? []) : day.receipts };
  });
  if (today === undefined) return { arrivalsNow: null, arrivalsSoon: null };
  const lately = isMeasured ? visits?.joined : facts.receipts?.receipts;
  const byStatistics = isMeasured ? arrivalsOfQuarters(today, ask.now) : null;
  // A store that is closed then, as on those weekdays before, is not one of which nothing is known.
  const soon = arrivalsSoon(today, earlier) ?? (isOpenAt(ask, halfHourMs) ? null : 0);
  return { arrivalsNow: lately === undefined ? byStatistics : lately * 2, arrivalsSoon: soon };
}

function neededOf(sight: QueueSight, { isOnly }: Looked): QueueLine['needed'] {
  const { now, in30Minutes, openServiceLevel, why } = staffingOf(sight);
  return {
    now: tillsOf(now, sight.arrivalsNow),
    in30Minutes: tillsOf(in30Minutes, sight.arrivalsSoon),
    openServiceLevel,
    why: why === null ? null : words[why](isOnly),
    whyCode: why,
  };
}

function tillsOf(needed: TillsNeeded | null, arrivalsPerHour: number | null): QueueLine['needed']['now'] {
  const { tills = null, expectedWaitSeconds = null, serviceLevel = null } = needed ?? {};
  return { tills, arrivalsPerHour, expectedWaitSeconds, serviceLevel };
}

const severalQueues = ' Receipts do not say which queue they are of, so that they cannot help a store with several.';

const words: Readonly<Record<StaffingSilence, (isOnly: boolean) => string>> = {
  noServiceTime: (isOnly) =>
    `How long a customer takes is not known: at least ${leastServed} visits that say when people were called and when they left${
      isOnly ? `, or ${leastServed} receipts that name their till and follow each other while somebody waits,` : ''
    } are needed.${isOnly ? '' : severalQueues}`,
  noArrivals: (isOnly) =>
    `How many people come at the moment is not known: no visits came in four hours, or what tells of them is silent${
      isOnly ? ', and no till has been heard of lately.' : `.${severalQueues}`
    }`,
  noHistory: () => 'How many will come in half an hour is not known: it takes two of the last four same weekdays.',
  tooMany: () => `More than ${mostTills} tills would be needed: check the queue’s measurements.`,
};
