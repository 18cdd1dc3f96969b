import type { QueueAnswer, QueueCostAnswer, QueueNowAnswer } from '../../server/contracts/queue.ts';
import { call, storePath } from '../api.ts';
import type { DateRange } from '../selection/period.ts';
import type { QueueStepSize } from './steps.ts';

export interface QueueQuery extends DateRange {
  readonly store: string;
  readonly by: QueueStepSize | 'none';
}

/** A queue as the provision file has it. */
export interface QueueSettings {
  readonly id: string;
  readonly name?: string;
  readonly targetSeconds: number;
  readonly targetShare: number;
}

/** The calls of the page of queues; all reject with ApiError. */
export const queueApi = {
  figures: ({ store, from, to, by }: QueueQuery): Promise<QueueAnswer> =>
    call(`${storePath(store)}/queue`, { query: { from, to, by } }),
  now: (store: string, signal?: AbortSignal): Promise<QueueNowAnswer> =>
    call(`${storePath(store)}/queue/now`, signal ? { signal } : {}),
  cost: (store: string, { from, to }: DateRange): Promise<QueueCostAnswer> =>
    call(`${storePath(store)}/queue/cost`, { query: { from, to } }),
  /** The owner's alone; queues that are not named stay as they are. */
  saveQueues: (store: string, queues: readonly QueueSettings[]): Promise<unknown> =>
    call(storePath(store), { method: 'PUT', body: { queues } }),
};
