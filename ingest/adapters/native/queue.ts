import { type QueueSample, type QueueVisit, visitOutcomes } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type ItemDecoder, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { countField, type Fields, instantField, isFields, isRefusal, textField, timeField } from './fields.ts';
import { decodeQueueStatistic } from './queueStatistics.ts';
import { requiredKey, sinceField } from './serviceFields.ts';
import { keptFields } from './serviceRedaction.ts';

/** `queue` in its three shapes (contract 3): a sample of its length, somebody's visit, a sensor's own statistics. */
export const queueDecoder: ItemDecoder = { decode: decodeQueue, redact: (item) => keptFields(item, known) };

/** What may be kept of an item that was refused. */
const known = [
  ...['id', 'queue', 'at', 'length', 'open', 'joinedAt', 'calledAt', 'leftAt', 'outcome', 'updatedAt'],
  ...['start', 'end', 'served', 'abandoned', 'meanWaitSeconds', 'waitBins'],
];

function decodeQueue(item: unknown, context: DecodeContext): Understood | Refusal {
  if (!isFields(item)) return refuse('schema', 'The item is not an object.');
  const has = (...names: readonly string[]): boolean => names.some((name) => item[name] !== undefined);
  if (has('joinedAt', 'calledAt', 'leftAt', 'outcome')) return decodeVisit(item, context);
  if (has('start', 'end', 'served')) return decodeQueueStatistic(item, context);
  if (has('length')) return decodeSample(item, context);
  if (has('id')) return decodeVisit(item, context);
  return refuse(
    'schema',
    'The item says nothing of a queue: send at, queue and length for a sample, id, queue and joinedAt for a visit, or start, end, queue and served for statistics.',
  );
}

function decodeSample(item: Fields, context: DecodeContext): Understood | Refusal {
  const queue = requiredKey(item, 'queue');
  if (isRefusal(queue)) return queue;
  const length = countField(item, 'length');
  if (isRefusal(length)) return length;
  if (length === null) return refuse('schema', 'length is missing.');
  const open = item['open'] === null ? null : countField(item, 'open');
  if (isRefusal(open)) return open;
  const at = instantField(item, 'at', context);
  if (isRefusal(at)) return at;
  const updatedAt = timeField(item, 'updatedAt', context);
  if (isRefusal(updatedAt)) return updatedAt;
  const event: QueueSample = { kind: 'queueSample', queue, at, length, open, updatedAt };
  return understood([event], 'canonical');
}

function decodeVisit(item: Fields, context: DecodeContext): Understood | Refusal {
  const id = requiredKey(item, 'id');
  if (isRefusal(id)) return id;
  const queue = requiredKey(item, 'queue');
  if (isRefusal(queue)) return queue;
  const word = textField(item, 'outcome');
  if (isRefusal(word)) return word;
  const outcome = visitOutcomes.find((one) => one === word) ?? null;
  if (word !== null && outcome === null) return refuse('schema', 'outcome is neither served nor abandoned.');
  const times = visitTimes(item, context);
  if (isRefusal(times)) return times;
  const event: QueueVisit = { kind: 'queueVisit', id, queue, ...times, outcome };
  return understood([event], 'canonical');
}

type VisitTimes = Pick<QueueVisit, 'joinedAt' | 'calledAt' | 'leftAt' | 'updatedAt'>;

function visitTimes(item: Fields, context: DecodeContext): VisitTimes | Refusal {
  const joinedAt = instantField(item, 'joinedAt', context);
  if (isRefusal(joinedAt)) return joinedAt;
  const calledAt = sinceField(item, 'calledAt', { context, after: ['joinedAt', joinedAt] });
  if (isRefusal(calledAt)) return calledAt;
  const after = calledAt === null ? (['joinedAt', joinedAt] as const) : (['calledAt', calledAt] as const);
  const leftAt = sinceField(item, 'leftAt', { context, after });
  if (isRefusal(leftAt)) return leftAt;
  const updatedAt = timeField(item, 'updatedAt', context);
  return isRefusal(updatedAt) ? updatedAt : { joinedAt, calledAt, leftAt, updatedAt };
}
