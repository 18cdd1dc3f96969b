import type { IntervalFact } from '../../db/reads/standing.ts';
import { wordedCounts } from '../adapters/native/intervals.ts';
import { type Batch, digestOf } from './batch.ts';
import { withMilliseconds } from './message.ts';
import { sortedJson } from './sortedJson.ts';
import { nativeTopic } from './topic.ts';

export const overlapRefusal = {
  reason: 'overlap',
  detail: 'An interval of the same line with an earlier start ends after the start of this one.',
} as const;

function wording(fact: IntervalFact): string {
  if (fact.body !== null && fact.body !== withMilliseconds) return fact.body;
  return sortedJson(wordedCounts({ kind: 'interval', ...fact }, fact.body === null ? 'canonical' : 'milliseconds'));
}

/** Puts an interval that is overlap into quarantine, where it is derived from the facts. */
export function keepOverlap(batch: Batch, storeId: string, fact: IntervalFact): void {
  const body = wording(fact);
  const { deviceId, receivedAt } = fact;
  const topic = nativeTopic(storeId, deviceId, 'counts');
  const digest = digestOf(body);
  batch.kept.push({
    receivedAt,
    storeId,
    deviceId,
    topic,
    kind: 'counts',
    ...overlapRefusal,
    digest,
    body,
    length: null,
    count: 1,
  });
}

/** Takes it out again: it counts, or another content stands in its place. */
export function releaseOverlap(batch: Batch, storeId: string, fact: IntervalFact): void {
  const topic = nativeTopic(storeId, fact.deviceId, 'counts');
  batch.released.push({ topic, reason: 'overlap', digest: digestOf(wording(fact)) });
}
