import type { QueueStatistic, WaitBin } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { countField, type Fields, factTimeField, instantField, isRefusal, maxCount, timeField } from './fields.ts';
import { longestMs } from './intervals.ts';
import { numberField, requiredKey } from './serviceFields.ts';

/** A sensor's own statistics, in the shape `{start, end, queue, served, abandoned?, meanWaitSeconds?, waitBins?}`. */
export function decodeQueueStatistic(item: Fields, context: DecodeContext): Understood | Refusal {
  const queue = requiredKey(item, 'queue');
  if (isRefusal(queue)) return queue;
  const people = peopleOf(item);
  if (isRefusal(people)) return people;
  const waitBins = binsOf(item['waitBins']);
  if (isRefusal(waitBins)) return waitBins;
  const span = spanOf(item, context);
  if (isRefusal(span)) return span;
  const updatedAt = timeField(item, 'updatedAt', context);
  if (isRefusal(updatedAt)) return updatedAt;
  const event: QueueStatistic = { kind: 'queueStatistic', queue, ...span, ...people, waitBins, updatedAt };
  return understood([event], 'canonical');
}

function spanOf(item: Fields, context: DecodeContext): Pick<QueueStatistic, 'startAt' | 'endAt'> | Refusal {
  const startAt = factTimeField(item, 'start', context);
  if (isRefusal(startAt)) return startAt;
  if (startAt === null) return refuse('schema', 'start is missing.');
  const endAt = instantField(item, 'end', context);
  if (isRefusal(endAt)) return endAt;
  if (endAt <= startAt) return refuse('schema', 'end is not after start.');
  return endAt - startAt > longestMs ? refuse('schema', 'end is more than 24 hours after start.') : { startAt, endAt };
}

type People = Pick<QueueStatistic, 'served' | 'abandoned' | 'meanWaitSeconds'>;

function peopleOf(item: Fields): People | Refusal {
  const served = countField(item, 'served');
  if (isRefusal(served)) return served;
  if (served === null) return refuse('schema', 'served is missing.');
  const abandoned = item['abandoned'] === null ? null : countField(item, 'abandoned');
  if (isRefusal(abandoned)) return abandoned;
  const isSaid = item['meanWaitSeconds'] !== undefined && item['meanWaitSeconds'] !== null;
  const mean = isSaid ? numberField(item, 'meanWaitSeconds') : null;
  if (isRefusal(mean)) return mean;
  const isWait = mean === null || (mean >= 0 && mean <= maxCount);
  return isWait ? { served, abandoned, meanWaitSeconds: mean } : refuse('schema', 'meanWaitSeconds is no time.');
}

const mostBins = 1000;

function binsOf(value: unknown): readonly WaitBin[] | null | Refusal {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return refuse('schema', 'waitBins is not a list.');
  if (value.length > mostBins) return refuse('schema', `waitBins has more than ${mostBins} bins.`);
  return value.every(isBin)
    ? value
    : refuse('schema', 'Each of waitBins is [from seconds, to seconds or null, people]: from below to, people whole.');
}

function isBin(bin: unknown): bin is WaitBin {
  if (!Array.isArray(bin) || bin.length !== 3) return false;
  const [from, to, people]: unknown[] = bin;
  const isFrom = typeof from === 'number' && from >= 0 && from <= maxCount;
  const isTo = isFrom && (to === null || (typeof to === 'number' && to > from && to <= maxCount));
  return isTo && typeof people === 'number' && Number.isInteger(people) && people >= 0 && people <= maxCount;
}
