import { setImmediate as breathe } from 'node:timers/promises';
import { addQueuePeriod, emptyQueuePeriod, type QueuePeriod } from '../rollup/queueTally.ts';
import type { Sql } from '../sql/port.ts';
import { startOfDate } from '../time/businessDate.ts';
import { type BucketPlan, bucketMs, bucketPlan, type Span } from '../time/opening.ts';
import { type SeriesUnit, seriesSteps } from '../time/steps.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { addQuarters } from './queueRollups.ts';
import { addQueueSums } from './queueSums.ts';

export interface QueueQuestion {
  readonly settings: Settings;
  readonly storeId: string;
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly by: 'none' | SeriesUnit;
  /** `open`: steps of 15m and hour series that lie outside the window are left out. */
  readonly hours: 'open' | 'all';
}

export interface QueueStep extends QueuePeriod {
  readonly startAt: number;
  readonly endAt: number;
  /** A statistic that begins in it is of longer than it. */
  readonly isCoarse: boolean;
}

export interface QueuePeriods {
  readonly total: QueuePeriod;
  /** In order; empty for `none`. */
  readonly series: QueueStep[];
}

/** By the queue's id; queues of which there is nothing are absent. */
export type StoreQueues = ReadonlyMap<string, QueuePeriods>;

/** What there is of a store's queues in a period, in total and by step. Nothing for a store that the scope may not see. */
export async function readQueues(sql: Sql, scope: Scope, question: QueueQuestion): Promise<StoreQueues> {
  const store = question.settings.stores.get(question.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return new Map();
  const { by } = question;
  return sql.transaction((snapshot) =>
    by === '15m' || by === 'hour'
      ? fineQueues(snapshot, store, { ...question, by })
      : datedQueues(snapshot, store, { ...question, by }),
  );
}

/** Periods by queue, in the making. */
class Queues {
  readonly byQueue = new Map<string, QueuePeriods>();
  readonly #steps: readonly Omit<QueueStep, keyof QueuePeriod>[];

  constructor(steps: readonly Omit<QueueStep, keyof QueuePeriod>[]) {
    this.#steps = steps;
  }

  of(queue: string): QueuePeriods {
    let periods = this.byQueue.get(queue);
    if (periods === undefined) {
      const series = this.#steps.map((step) => ({ ...step, ...emptyQueuePeriod() }));
      periods = { total: emptyQueuePeriod(), series };
      this.byQueue.set(queue, periods);
    }
    return periods;
  }

  /** Totals as the sums of the steps. */
  summed(): Map<string, QueuePeriods> {
    for (const { total, series } of this.byQueue.values()) for (const step of series) addQueuePeriod(total, step);
    return this.byQueue;
  }
}

type Asked<By> = Omit<QueueQuestion, 'by'> & { readonly by: By };

async function datedQueues(
  sql: Sql,
  store: Store,
  { from, to, by }: Asked<'none' | 'day' | 'week' | 'month'>,
): Promise<StoreQueues> {
  const steps = by === 'none' ? [] : seriesSteps(store, { from, to }, by);
  const queues = new Queues(steps.map((step) => ({ ...step, isCoarse: false })));
  const stepOf = stepFinder(store, steps);
  const asked = { stores: [store], from, to, areDatesApart: by !== 'none' };
  await addQueueSums(sql, asked, ({ date, queue, isInWindow }) => {
    const periods = queues.of(queue);
    const period = by === 'none' ? periods.total : (periods.series[stepOf(date)] as QueueStep);
    return isInWindow ? period.window : period.outside;
  });
  return by === 'none' ? queues.byQueue : queues.summed();
}

/** Which step a date lies in. */
function stepFinder(store: Store, steps: readonly Span[]): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    let step = known.get(date);
    if (step === undefined) {
      const startAt = startOfDate(store, date);
      step = steps.findIndex((one) => one.endAt > startAt);
      known.set(date, step);
    }
    return step;
  };
}

async function fineQueues(sql: Sql, store: Store, asked: Asked<'15m' | 'hour'>): Promise<StoreQueues> {
  const plan = bucketPlan(store, asked.from, asked.to);
  const all = seriesSteps(store, asked, asked.by);
  const queues = new Queues(all.map((step) => ({ ...step, isCoarse: false })));
  const stepAt = stepByBucket(plan, all);
  const wanted = [{ storeId: store.id, fromAt: plan.startAt, toAt: plan.endAt }];
  await addQuarters(sql, { wanted }, ({ time, queue }) => {
    const index = (time - plan.startAt) / bucketMs;
    const period = queues.of(queue).series[stepAt[index] ?? 0] as QueueStep;
    return plan.isInWindow[index] === 1 ? period.window : period.outside;
  });
  const summed = queues.summed();
  const long = await readLongStatistics(sql, store, plan);
  const shown = (step: Span): boolean => asked.hours === 'all' || touchesWindow(plan, step);
  return new Map(
    [...summed].map(([queue, { total, series }]) => {
      const coarse = long.filter((one) => one.queue === queue);
      return [
        queue,
        { total, series: series.filter(shown).map((step) => ({ ...step, isCoarse: coarse.some(isLongerThan(step)) })) },
      ];
    }),
  );
}

/** For each bucket of a plan, the step that it lies in. */
function stepByBucket(plan: BucketPlan, steps: readonly Span[]): Uint32Array {
  const places = new Uint32Array(plan.count);
  let step = 0;
  for (let i = 0; i < plan.count; i++) {
    while (step < steps.length - 1 && (steps[step] as Span).endAt <= plan.startAt + i * bucketMs) step++;
    places[i] = step;
  }
  return places;
}

function touchesWindow(plan: BucketPlan, step: Span): boolean {
  const first = Math.floor((step.startAt - plan.startAt) / bucketMs);
  const end = Math.ceil((step.endAt - plan.startAt) / bucketMs);
  return plan.isInWindow.subarray(first, end).includes(1);
}

interface LongStatistic extends Span {
  readonly queue: string;
}

/** Statistics of more than a quarter of an hour. */
async function readLongStatistics(sql: Sql, store: Store, { startAt, endAt }: Span): Promise<LongStatistic[]> {
  return sql.all<LongStatistic>(
    `select queue, start_at as "startAt", end_at as "endAt" from queue_statistics
    where store_id = ? and start_at >= ? and start_at < ? and end_at - start_at > ${bucketMs}`,
    [store.id, startAt, endAt],
  );
}

function isLongerThan(step: Span): (statistic: LongStatistic) => boolean {
  const length = step.endAt - step.startAt;
  return ({ startAt, endAt }) => startAt >= step.startAt && startAt < step.endAt && endAt - startAt > length;
}

export interface BriefQuestion extends Omit<QueueQuestion, 'storeId' | 'by' | 'hours'> {
  readonly storeIds: readonly string[];
}

/** Stores read in one round, between which others get their turn. */
const chunkSize = 50;

/**
 * All queues of each store together, without sketches of service; null where there never was any. Stores that the scope may not see
 * are left out.
 */
export async function readQueueBriefs(
  sql: Sql,
  scope: Scope,
  { settings, storeIds, from, to }: BriefQuestion,
): Promise<Map<string, QueuePeriod | null>> {
  const stores = storeIds.flatMap((id) => {
    const store = settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
  const briefs = new Map<string, QueuePeriod | null>();
  for (let i = 0; i < stores.length; i += chunkSize) {
    if (i > 0) await breathe();
    const chunk = stores.slice(i, i + chunkSize);
    const periods = chunk.map(() => emptyQueuePeriod());
    const asked = { stores: chunk, from, to, areDatesApart: false, isBrief: true };
    const extents = await sql.transaction((snapshot) =>
      addQueueSums(snapshot, asked, ({ place, isInWindow }) => {
        const period = periods[place] as QueuePeriod;
        return isInWindow ? period.window : period.outside;
      }),
    );
    chunk.forEach((store, place) => {
      briefs.set(store.id, extents[place] === null ? null : (periods[place] ?? null));
    });
  }
  return briefs;
}
