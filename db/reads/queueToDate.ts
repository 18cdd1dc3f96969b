import { addQueueTally, emptyQueueTally, type QueueTally, subtractQueueTally } from '../rollup/queueTally.ts';
import type { Sql } from '../sql/port.ts';
import { datesBetween, addDays as daysAfter, monthStart, nextMonthStart } from '../time/businessDate.ts';
import type { Store } from '../vocabulary/place.ts';
import { addToDate } from './queueRollups.ts';
import type { QueueDates, QueueTallyFor } from './queueSums.ts';

/** Part of a month at the beginning or the end of a question. */
interface Edge {
  readonly first: string;
  readonly from: string;
  readonly to: string;
}

/** So few days are sooner read by themselves. */
const fewDays = 3;

/** What of a question are months of which it has only a part, and more than a few days of it. */
function edgesOf({ from, to }: QueueDates): Edge[] {
  const months = [...new Set([monthStart(from), monthStart(to)])];
  return months.flatMap((first) => {
    const last = daysAfter(nextMonthStart(first), -1);
    const edge = { first, from: from > first ? from : first, to: to < last ? to : last };
    const isWhole = edge.from === first && edge.to === last;
    return isWhole || datesBetween(edge.from, edge.to).length <= fewDays ? [] : [edge];
  });
}

interface Part {
  /** The last date that is in it. */
  time: string;
  readonly window: QueueTally;
  readonly outside: QueueTally;
}

/**
 * Adds what all queues together held in a part of a month, as the difference of two sums since the month began; `maxLength` stays unknown.
 * Answers the dates that were added, by store.
 */
export async function sumToDate(sql: Sql, asked: QueueDates, tallyFor: QueueTallyFor): Promise<Set<string>[]> {
  const summed = asked.stores.map(() => new Set<string>());
  for (const edge of edgesOf(asked)) {
    const before = daysAfter(edge.from, -1);
    const upTo = await readParts(sql, asked.stores, { from: edge.from, to: edge.to });
    const less = edge.from === edge.first ? null : await readParts(sql, asked.stores, { from: before, to: before });
    upTo.forEach((upper, place) => {
      const lower = less?.get(place);
      if (less !== null && lower === undefined) return;
      for (const part of ['window', 'outside'] as const) {
        const tally = addQueueTally(emptyQueueTally(), upper[part]);
        if (lower !== undefined) subtractQueueTally(tally, lower[part]);
        const sum = { place, date: edge.from, queue: '', isInWindow: part === 'window' };
        addQueueTally(tallyFor(sum), { ...tally, maxLength: null });
      }
      for (const date of datesBetween(edge.from, upper.time)) summed[place]?.add(date);
    });
  }
  return summed;
}

/** By the store's place: the sums from its month's first to the last of the dates that there is one to. */
async function readParts(
  sql: Sql,
  stores: readonly Store[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Map<number, Part>> {
  const parts = new Map<number, Part>();
  const wanted = stores.map((store) => ({ storeId: store.id, from, to }));
  await addToDate(sql, { wanted, isBrief: true }, ({ place, time, isInWindow }) => {
    let part = parts.get(place);
    if (part === undefined) {
      part = { time, window: emptyQueueTally(), outside: emptyQueueTally() };
      parts.set(place, part);
    }
    return isInWindow ? part.window : part.outside;
  });
  return parts;
}
