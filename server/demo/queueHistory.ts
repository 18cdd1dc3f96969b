import { minuteMs } from '../../db/time/calendar.ts';
import { queueSensorOf } from './chain.ts';
import type { DemoPlace } from './demand.ts';
import type { Sent, Stretch } from './people.ts';
import { type Bought, sampleItems, statisticItem, visitItems } from './queue.ts';

/** A quarter of an hour at most, with what the store's devices sent of it. */
export interface Quarter extends Stretch {
  readonly sent: Sent;
}

const sampleEveryMs = 10 * minuteMs;

/** When goods were paid for at a till. */
export function boughtIn({ startAt, endAt, sent }: Quarter): Bought {
  const paid = sent.receipts.filter((receipt) => receipt['channel'] === undefined);
  return { startAt, endAt, boughtAt: paid.map((receipt) => Date.parse(String(receipt['at']))) };
}

/** What the queue's sensor of a store says of one interval: every visit and some lengths, lengths alone, or its own statistics. */
export function queueLetters(
  { demo, demandAt }: DemoPlace,
  quarters: readonly Quarter[],
  { hasVisits }: { readonly hasVisits: boolean },
): unknown[] {
  const sensor = queueSensorOf(demo.id);
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (sensor === null || first === undefined || last === undefined) return [];
  const stretch = { startAt: first.startAt, endAt: last.endAt };
  const lengths = (): unknown[] => sampleItems(demo, demandAt, { ...stretch, everyMs: sampleEveryMs });
  if (sensor === 'lengths') return lengths();
  const parts = quarters.map(boughtIn);
  if (hasVisits) return [...parts.flatMap((part) => visitItems(demo, demandAt, part)), ...lengths()];
  return parts.flatMap((part) => statisticItem(demo, demandAt, part) ?? []);
}
