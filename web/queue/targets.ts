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

/** A queue that a device calls otherwise than an id may be is kept and shown, but the settings can't name it. */
export function isSettable({ queue }: QueueOfStore): boolean {
  return idPattern.test(queue);
}

export function targetRows(queues: readonly QueueOfStore[]): TargetRow[] {
  return queues.filter(isSettable).map(({ queue, name, targetSeconds, targetShare }) => ({
    id: queue,
    name,
    seconds: String(targetSeconds),
    share: String(Math.round(targetShare * 1000) / 10),
  }));
}

/** null: something is wrong in one of them. */
export function targetSettings(rows: readonly TargetRow[]): QueueSettings[] | null {
  const read = rows.map(settingsOf);
  const good = read.filter((row) => row !== null);
  return good.length === read.length ? good : null;
}

const mostSeconds = 24 * 3600;

function settingsOf({ id, name, seconds, share }: TargetRow): QueueSettings | null {
  const [targetSeconds, percent] = [Number(seconds), Number(share.replace(',', '.'))];
  const isTime = Number.isInteger(targetSeconds) && targetSeconds >= 1 && targetSeconds <= mostSeconds;
  if (!isTime || !(percent >= 1 && percent <= 99)) return null;
  const called = name.trim();
  return { id, ...(called === '' ? {} : { name: called }), targetSeconds, targetShare: percent / 100 };
}
