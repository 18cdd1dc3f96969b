import { idPattern } from '../format/slug.ts';
import type { QueueSettings } from './queueApi.ts';
import type { QueueOfStore } from './queueText.ts';

/** One queue's target as its form is filled in. */
export interface TargetRow {
  readonly id: string;
  name: string;
  seconds: string;
  /** Per cent. */
  share: string;
}

/** The targets of a store's queues as their form is filled in. */
export class TargetDraft {
  rows = $state<TargetRow[]>([]);
  /** Queues whose own name can't be an id of the settings. */
  readonly unsettable: readonly string[];

  constructor(queues: readonly QueueOfStore[]) {
    const isSettable = ({ queue }: QueueOfStore): boolean => idPattern.test(queue);
    this.rows = queues.filter(isSettable).map(({ queue, name, targetSeconds, targetShare }) => ({
      id: queue,
      name,
      seconds: String(targetSeconds),
      share: String(Math.round(targetShare * 1000) / 10),
    }));
    this.unsettable = queues.filter((queue) => !isSettable(queue)).map(({ name }) => name);
  }

  /** null: something is wrong in it. */
  settings(): QueueSettings[] | null {
    const read = this.rows.map(settingsOf);
    const good = read.filter((row) => row !== null);
    return good.length === read.length ? good : null;
  }
}

const mostSeconds = 24 * 3600;

function settingsOf({ id, name, seconds, share }: TargetRow): QueueSettings | null {
  const [targetSeconds, percent] = [Number(seconds), Number(share.replace(',', '.'))];
  const isTime = Number.isInteger(targetSeconds) && targetSeconds >= 1 && targetSeconds <= mostSeconds;
  if (!isTime || !(percent >= 1 && percent <= 99)) return null;
  const called = name.trim();
  return { id, ...(called === '' ? {} : { name: called }), targetSeconds, targetShare: percent / 100 };
}
