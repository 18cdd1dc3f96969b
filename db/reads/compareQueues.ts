import { addQueueTally, emptyQueueTally, type QueueTally, queueSums } from '../rollup/queueTally.ts';
import { sketchText } from '../rollup/waitSketch.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt, addDays as daysAfter, monthStart, nextMonthStart } from '../time/businessDate.ts';
import { bucketPlan, partAt } from '../time/opening.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import type { RollupDifference } from './compareRollups.ts';
import type { StoreDates } from './days.ts';
import { queueRowsFromFacts } from './queueFacts.ts';
import { type QueuePiece, queuePiecesOf, queuesIn } from './queuePieces.ts';
import { addDays, addMonths, addQuarters, addToDate, allQueues } from './queueRollups.ts';

/** Compares the rollups of a store's queues with its facts, and days and months that are trusted with quarters and days. */
export async function compareQueues(
  sql: Sql,
  settings: Settings,
  { store, limit }: { readonly store: Store; readonly limit: number },
): Promise<RollupDifference[]> {
  const found: RollupDifference[] = [];
  const pieces = await queuePiecesOf(sql, store, {});
  for (const piece of pieces) {
    found.push(...(await sql.transaction((snapshot) => compareQuarters(snapshot, settings, { store, piece }))));
    if (found.length >= limit) return found.slice(0, limit);
  }
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return found;
  const to = businessDateAt(store, last.toAt);
  for (let month = monthStart(businessDateAt(store, first.fromAt)); month <= to; month = nextMonthStart(month)) {
    found.push(...(await sql.transaction((snapshot) => compareMonth(snapshot, store, month))));
  }
  return found.slice(0, limit);
}

async function compareQuarters(
  sql: Sql,
  settings: Settings,
  { store, piece }: { readonly store: Store; readonly piece: QueuePiece },
): Promise<RollupDifference[]> {
  const spans = await queuesIn(sql, store, piece);
  const expected = new Tallies();
  for (const { bucket, queue, tally } of await queueRowsFromFacts(sql, settings, spans)) {
    addQueueTally(expected.of(quarterName(bucket, queue)), tally);
  }
  const found = new Tallies();
  await addQuarters(sql, { wanted: [piece] }, ({ time, queue }) => found.of(quarterName(time, queue)));
  return differences(expected, found).map((one) => ({ table: 'quarter_queues', storeId: store.id, ...one }));
}

function quarterName(bucket: number, queue: string): string {
  return `${queue} at ${new Date(bucket).toISOString()}`;
}

async function compareMonth(sql: Sql, store: Store, first: string): Promise<RollupDifference[]> {
  const last = daysAfter(nextMonthStart(first), -1);
  const range = { storeId: store.id, from: first, to: last };
  const made = new Tallies();
  const trusted = new Set<string>();
  await addDays(sql, { wanted: [range] }, ({ time, queue, isInWindow }) => {
    if (queue === allQueues && isInWindow) trusted.add(time);
    return made.of(partName(time, queue, isInWindow));
  });
  const expected = await daysFromQuarters(sql, store, { first, last, trusted });
  const days = differences(expected, made).map((one) => ({ table: 'queue_days', storeId: store.id, ...one }) as const);
  const months = await compareSums(sql, range);
  return [...days, ...months.map((one) => ({ table: 'queue_months', storeId: store.id, ...one }) as const)];
}

/** A month's sum, and its latest sum since its first, against its days. */
async function compareSums(sql: Sql, range: StoreDates): Promise<Difference[]> {
  const month = range.from.slice(0, 7);
  const [sums, ofDays] = [new Tallies(), new Tallies()];
  await addMonths(sql, { wanted: [{ ...range, from: month, to: month }] }, (row) =>
    sums.of(partName(month, row.queue, row.isInWindow)),
  );
  let last: string | null = null;
  await addToDate(sql, { wanted: [range] }, ({ time, queue, isInWindow }) => {
    last = time;
    return sums.of(partName(`${month} to date`, queue, isInWindow));
  });
  const [isWhole, upTo] = [sums.byName.has(partName(month, allQueues, true)), last ?? ''];
  for (const isToDate of [false, true]) {
    await addDays(sql, { wanted: [range] }, ({ time, queue, isInWindow }) => {
      if (!isToDate) return isWhole ? ofDays.of(partName(month, queue, isInWindow)) : null;
      return queue === allQueues && time <= upTo ? ofDays.of(partName(`${month} to date`, queue, isInWindow)) : null;
    });
  }
  return differences(ofDays, sums);
}

interface TrustedDates {
  readonly first: string;
  readonly last: string;
  readonly trusted: ReadonlySet<string>;
}

async function daysFromQuarters(sql: Sql, store: Store, { first, last, trusted }: TrustedDates): Promise<Tallies> {
  const plan = bucketPlan(store, first, last);
  const days = new Tallies();
  for (const date of trusted) days.of(partName(date, allQueues, true));
  const wanted = [{ storeId: store.id, fromAt: plan.startAt, toAt: plan.endAt }];
  for (const isTotal of [false, true]) {
    await addQuarters(sql, { wanted }, ({ time, queue }) => {
      const { date, isInWindow } = partAt(plan, time);
      return trusted.has(date) ? days.of(partName(date, isTotal ? allQueues : queue, isInWindow)) : null;
    });
  }
  return days;
}

function partName(time: string, queue: string, isInWindow: boolean): string {
  return `${time} ${queue === allQueues ? 'all queues' : queue} ${isInWindow ? 'inside' : 'outside'}`;
}

/** Tallies under the names of the rows they are of. */
class Tallies {
  readonly byName = new Map<string, QueueTally>();

  of(name: string): QueueTally {
    let tally = this.byName.get(name);
    if (tally === undefined) {
      tally = emptyQueueTally();
      this.byName.set(name, tally);
    }
    return tally;
  }

  text(name: string): string | null {
    const tally = this.byName.get(name);
    if (tally === undefined) return null;
    const sketches = [sketchText(tally.waitSketch), sketchText(tally.serviceSketch)];
    return JSON.stringify([...queueSums.map((field) => tally[field]), tally.maxLength, ...sketches]);
  }
}

type Difference = Pick<RollupDifference, 'where' | 'expected' | 'found'>;

function differences(expected: Tallies, found: Tallies): Difference[] {
  const names = new Set([...expected.byName.keys(), ...found.byName.keys()]);
  return [...names]
    .map((where) => ({ where, expected: expected.text(where), found: found.text(where) }))
    .filter((one) => one.expected !== one.found);
}
