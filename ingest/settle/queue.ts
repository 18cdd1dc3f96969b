import type { IngestEvent, QueueSample, QueueStatistic, QueueVisit, WaitBin } from '../../db/vocabulary/event.ts';
import { type Refusal, refuse } from '../adapters/decoded.ts';
import {
  aside,
  type FoundAside,
  type FoundQueueSample,
  type FoundQueueStatistic,
  type FoundQueueVisit,
  type When,
} from '../adapters/finding.ts';
import { maxCount } from '../adapters/native/fields.ts';
import { longestMs } from '../adapters/native/intervals.ts';
import { isKeptText } from './channels.ts';
import type { SettleContext, Settled } from './settled.ts';
import { claimedAt, isRefused, settleSaleTime, settleTime } from './when.ts';

type Found = FoundQueueSample | FoundQueueVisit | FoundQueueStatistic;

/** What a vendor says of a queue, by the device's lines and clock. Only of a device that measures queues, or where its map names one. */
export function settleQueue(found: Found, context: SettleContext): Settled {
  const queue = queueOf(found, context);
  if (typeof queue === 'object' && queue !== null) return queue;
  if (found.kind === 'queueVisit') return settleVisit(found, queue, context);
  const name = queue ?? 'main';
  return found.kind === 'queueSample' ? settleSample(found, name, context) : settleStatistic(found, name, context);
}

/**
 * Which queue of the store a vendor's name stands for: what the device's map says, else the store's queue of that id or name, else one
 * of the vendor's own name; without a name the store's only queue. null: a visit that does not say, as its later news need not.
 */
function queueOf(found: Found, { device, store }: SettleContext): string | null | FoundAside | Refusal {
  const name = found.queue ?? '';
  const rule = device.connection?.map.find(({ line }) => line === name);
  if (rule?.ignore === true) return aside('other', `The queue ${name} is measured by another device or not at all.`);
  if (rule === undefined && !device.measures.includes('queue')) {
    return aside(
      'other',
      `It is about the zone ${name}: where that is a queue, say which, on the page of ${device.id}.`,
    );
  }
  if (rule?.as !== undefined) return rule.as;
  if (name === '') return found.kind === 'queueVisit' ? null : onlyQueueOf(store.queues);
  const own = store.queues.find((queue) => queue.id === name || queue.name === name);
  if (own !== undefined) return own.id;
  return isKeptText(name) ? name : refuse('schema', 'The name of the queue is too long, or no text.');
}

function onlyQueueOf(queues: SettleContext['store']['queues']): string {
  const [only] = queues;
  return queues.length === 1 && only !== undefined ? only.id : 'main';
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= maxCount;
}

function eventOf(event: IngestEvent): Settled {
  return { kind: 'event', event, placing: null };
}

/** A device without a clock says how it is now: the time of receipt counts. */
function settleSample(found: FoundQueueSample, queue: string, context: SettleContext): Settled {
  const { length, open = null } = found;
  if (!isCount(length)) return refuse('schema', 'The length of the queue is not a non-negative whole number.');
  if (open !== null && !isCount(open)) return refuse('schema', 'The open tills are not a non-negative whole number.');
  const time = settleTime(found.at, found, context);
  if (isRefused(time)) return time;
  const event: QueueSample = { kind: 'queueSample', queue, at: time.at, length, open, updatedAt: null };
  // What a broker had retained is of any time before: the pipeline drops it where nothing but the receipt says when.
  return { kind: 'event', event, placing: time.clock === 'receipt' ? { clock: 'receipt', known: '' } : null };
}

function settleVisit(found: FoundQueueVisit, queue: string | null, context: SettleContext): Settled {
  const id = ownId(found.id, context);
  if (typeof id !== 'string') return id;
  const joinedAt = pastTime(found.joinedAt, context);
  if (isRefused(joinedAt)) return joinedAt;
  const calledAt = pastTime(found.calledAt, context);
  if (isRefused(calledAt)) return calledAt;
  const leftAt = pastTime(found.leftAt, context);
  if (isRefused(leftAt)) return leftAt;
  const updatedAt = optionalTime(found.updatedAt, context);
  if (isRefused(updatedAt)) return updatedAt;
  const times = [joinedAt, calledAt, leftAt].filter((at) => at !== null);
  if (times.some((at, place) => at < (times[place - 1] ?? at))) {
    return refuse('schema', 'The visit ends before it begins: it was called before it joined, or left before that.');
  }
  const outcome = found.outcome ?? null;
  const event: QueueVisit = { kind: 'queueVisit', id, queue, joinedAt, calledAt, leftAt, outcome, updatedAt };
  return eventOf(event);
}

function settleStatistic(found: FoundQueueStatistic, queue: string, context: SettleContext): Settled {
  const startAt = settleSaleTime(found.startAt, context);
  if (isRefused(startAt)) return startAt;
  const endAt = settleSaleTime(found.endAt, context);
  if (isRefused(endAt)) return endAt;
  if (endAt <= startAt) return refuse('schema', 'The stretch of time ends before it begins.');
  if (endAt - startAt > longestMs) return refuse('schema', 'The stretch of time is longer than 24 hours.');
  const { served, abandoned = null, meanWaitSeconds = null, waitBins = null } = found;
  if (!isCount(served)) return refuse('schema', 'The people served are not a non-negative whole number.');
  if (abandoned !== null && !isCount(abandoned)) {
    return refuse('schema', 'The people who gave up are not a non-negative whole number.');
  }
  if (meanWaitSeconds !== null && !(meanWaitSeconds >= 0 && meanWaitSeconds <= longestMs)) {
    return refuse('schema', 'The mean wait is not a number of seconds.');
  }
  if (waitBins?.some(isWrongBin) === true) return refuse('schema', 'A class of waits is none.');
  const counts = { served, abandoned, meanWaitSeconds, waitBins };
  const event: QueueStatistic = { kind: 'queueStatistic', queue, startAt, endAt, ...counts, updatedAt: null };
  return eventOf(event);
}

function isWrongBin([from, to, people]: WaitBin): boolean {
  return !(from >= 0) || (to !== null && !(to > from)) || !isCount(people);
}

/** A vendor's id as it is kept: with the device's before it, so that two systems' numbers never meet. */
export function ownId(id: string, { device }: SettleContext): string | Refusal {
  const own = `${device.id}/${id}`;
  if (id === '') return refuse('schema', 'It has no id, by which a second delivery would be known.');
  return isKeptText(own) ? own : refuse('schema', 'The id is too long, or no text.');
}

/** A time that is over; null: the message does not say. */
export function pastTime(when: When | null | undefined, context: SettleContext): number | null | Refusal {
  return when === undefined || when === null ? null : settleSaleTime(when, context);
}

/** A time that only orders contents; null: the message does not say. */
export function optionalTime(when: When | null | undefined, context: SettleContext): number | null | Refusal {
  return when === undefined || when === null ? null : claimedAt(when, context);
}
