import type { QueueTally } from '../rollup/queueTally.ts';
import type { Sql } from '../sql/port.ts';
import {
  businessDateAt,
  datesBetween,
  addDays as daysAfter,
  endOfDate,
  monthStart,
  nextMonthStart,
  startOfDate,
} from '../time/businessDate.ts';
import { type BucketPlan, bucketPlan, partAt } from '../time/opening.ts';
import type { Store } from '../vocabulary/place.ts';
import type { StoreDates } from './days.ts';
import { runsOf } from './dayTallies.ts';
import { addDays, addMonths, addQuarters, allQueues, type RollupNeeds } from './queueRollups.ts';
import { sumToDate } from './queueToDate.ts';
import { wantedRows } from './wanted.ts';

/** Business dates of stores, both included. */
export interface QueueDates extends RollupNeeds {
  readonly stores: readonly Store[];
  readonly from: string;
  readonly to: string;
  /** Each date is to be told apart: months are of no use. */
  readonly areDatesApart: boolean;
}

/** Where what is known of a queue on a date is added; of a whole month under its first date. */
export type QueueTallyFor = (row: {
  /** The store's, in the question. */
  readonly place: number;
  readonly date: string;
  /** `allQueues` where the question is brief. */
  readonly queue: string;
  readonly isInWindow: boolean;
}) => QueueTally;

/** From when to when there is anything of a store's queues, epoch ms; null: there never was. */
export type QueueExtent = { readonly firstAt: number; readonly lastAt: number } | null;

/**
 * Adds up what the stores' queues hold on the dates: whole months and dates that are made and to be trusted from their rollups,
 * everything else from quarter rows.
 * @returns since when there is anything of each store's queues, in the stores' order
 */
export async function addQueueSums(sql: Sql, asked: QueueDates, tallyFor: QueueTallyFor): Promise<QueueExtent[]> {
  const extents = await readExtents(sql, asked.stores);
  const missing = asked.stores.map((store, i) => datesOf(store, extents[i] ?? null, asked));
  if (!asked.areDatesApart) await sumMonths(sql, { asked, missing }, tallyFor);
  if (!asked.areDatesApart && asked.isBrief === true) {
    const summed = await sumToDate(sql, asked, tallyFor);
    leaveOut(missing, summed, (date) => date);
  }
  await sumDays(sql, { asked, missing }, tallyFor);
  await sumQuarters(sql, { asked, missing }, tallyFor);
  return extents;
}

/** The dates that are not summed yet, by store, in order. */
interface Summing {
  readonly asked: QueueDates;
  readonly missing: string[][];
}

async function readExtents(sql: Sql, stores: readonly Store[]): Promise<QueueExtent[]> {
  const rows = await sql.all<{ place: number; firstAt: number | null; lastAt: number | null }>(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text' })}
    select wanted.place, (select min(bucket) from quarter_queues q where q.store_id = wanted.store_id) as "firstAt",
      (select max(bucket) from quarter_queues q where q.store_id = wanted.store_id) as "lastAt" from wanted`,
    [JSON.stringify(stores.map((store, place) => [place, store.id]))],
  );
  const extents: QueueExtent[] = stores.map(() => null);
  for (const { place, firstAt, lastAt } of rows) {
    if (firstAt !== null && lastAt !== null) extents[place] = { firstAt, lastAt };
  }
  return extents;
}

function datesOf(store: Store, extent: QueueExtent, { from, to }: QueueDates): string[] {
  if (extent === null) return [];
  const first = businessDateAt(store, extent.firstAt);
  const last = businessDateAt(store, extent.lastAt);
  return datesBetween(first > from ? first : from, last < to ? last : to);
}

function leaveOut(missing: string[][], made: readonly ReadonlySet<string>[], nameOf: (date: string) => string): void {
  made.forEach((names, i) => {
    if (names.size > 0) missing[i] = (missing[i] ?? []).filter((date) => !names.has(nameOf(date)));
  });
}

async function sumMonths(sql: Sql, { asked, missing }: Summing, tallyFor: QueueTallyFor): Promise<void> {
  // All stores are asked for the same months, or none: their places stay.
  const wanted = asked.stores.flatMap((store) => wholeMonths(store.id, asked));
  const made = asked.stores.map(() => new Set<string>());
  await addMonths(sql, { ...asked, wanted }, ({ place, time, queue, isInWindow }) => {
    if (queue === allQueues && isInWindow) made[place]?.add(time);
    if (queue === allQueues && asked.isBrief !== true) return null;
    return tallyFor({ place, date: `${time}-01`, queue, isInWindow });
  });
  leaveOut(missing, made, (date) => date.slice(0, 7));
}

/** The months that lie in the question altogether, as one run; none where there are none. */
function wholeMonths(storeId: string, { from, to }: QueueDates): StoreDates[] {
  const first = monthStart(from) === from ? from : nextMonthStart(from);
  const last = nextMonthStart(to) === daysAfter(to, 1) ? to : daysAfter(monthStart(to), -1);
  return first > last ? [] : [{ storeId, from: first.slice(0, 7), to: last.slice(0, 7) }];
}

async function sumDays(sql: Sql, { asked, missing }: Summing, tallyFor: QueueTallyFor): Promise<void> {
  const runs = missing.flatMap((dates, place) => runsOf(dates).map((run) => ({ place, ...run })));
  const wanted = runs.map(({ place, from, to }) => ({ storeId: (asked.stores[place] as Store).id, from, to }));
  const made = asked.stores.map(() => new Set<string>());
  await addDays(sql, { ...asked, wanted }, ({ place: nth, time, queue, isInWindow }) => {
    const { place } = runs[nth] as (typeof runs)[number];
    if (queue === allQueues && isInWindow) made[place]?.add(time);
    if (queue === allQueues && asked.isBrief !== true) return null;
    return tallyFor({ place, date: time, queue, isInWindow });
  });
  leaveOut(missing, made, (date) => date);
}

async function sumQuarters(sql: Sql, { asked, missing }: Summing, tallyFor: QueueTallyFor): Promise<void> {
  const runs = missing.flatMap((dates, place) => runsOf(dates).map((run) => new DatedRun(place, asked, run)));
  const wanted = runs.map((run) => run.stretch);
  await addQuarters(sql, { ...asked, wanted }, ({ place: nth, time, queue }) => {
    const run = runs[nth] as DatedRun;
    const part = run.partAt(time);
    return tallyFor({ place: run.place, ...part, queue: asked.isBrief === true ? allQueues : queue });
  });
}

/** A run of dates, whose buckets are only told apart when there are any rows. */
class DatedRun {
  readonly place: number;
  readonly #store: Store;
  readonly #run: { readonly from: string; readonly to: string };
  #plan: BucketPlan | undefined;

  constructor(place: number, { stores }: QueueDates, run: { readonly from: string; readonly to: string }) {
    this.place = place;
    this.#store = stores[place] as Store;
    this.#run = run;
  }

  get stretch(): { storeId: string; fromAt: number; toAt: number } {
    const { from, to } = this.#run;
    return { storeId: this.#store.id, fromAt: startOfDate(this.#store, from), toAt: endOfDate(this.#store, to) };
  }

  /** The date of a bucket, and whether it lies in the window. */
  partAt(bucket: number): { readonly date: string; readonly isInWindow: boolean } {
    this.#plan ??= bucketPlan(this.#store, this.#run.from, this.#run.to);
    return partAt(this.#plan, bucket);
  }
}
