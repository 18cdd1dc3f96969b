import { readPurchasePaces } from '../../db/reads/purchasePaces.ts';
import { type QueuePeriods, type QueueStep, readQueues, type StoreQueues } from '../../db/reads/queues.ts';
import { addQueuePeriod, emptyQueuePeriod, type QueuePeriod, type QueueTally } from '../../db/rollup/queueTally.ts';
import type { Sql } from '../../db/sql/port.ts';
import { endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import type { Span } from '../../db/time/opening.ts';
import { formatInstant } from '../../db/time/steps.ts';
import { type Queue, queueOf, type Settings, type Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { QueueAnswer, QueueQuery } from '../contracts/queue.ts';
import { measuredTally, queueKpisOf } from '../kpi/queue/kpis.ts';
import { littlesWait, needsEstimate } from '../kpi/queue/littlesLaw.ts';
import type { QueueKpis } from '../kpi/queue/schema.ts';
import { isOver } from './funnel.ts';

export interface QueueAsk {
  readonly settings: Settings;
  readonly store: Store;
  readonly query: QueueQuery;
  readonly now: number;
}

/** One store's queues over a period: each of them and all together, in total and by step. */
export async function queueAnswerOf(sql: Sql, scope: Scope, ask: QueueAsk): Promise<QueueAnswer> {
  const { store, query } = ask;
  const found = await readQueues(sql, scope, { ...ask, ...query, storeId: store.id });
  const all = together(found);
  const waits = await estimatedWaits(sql, scope, { ask, found, all });
  const queues = listed(store, found);
  return {
    store: store.id,
    timezone: store.timezone,
    from: query.from,
    to: query.to,
    by: query.by,
    ...figuresOf(ask, all, waits),
    queues: queues.map(({ id, name, targetSeconds, targetShare }) => ({
      queue: id,
      name,
      targetSeconds,
      targetShare,
      // Of which queue a purchase is, is not known.
      ...figuresOf(ask, found.get(id) ?? nothingLike(all), queues.length === 1 ? waits : unknownWaits),
    })),
    outsideHours: outsideOf(all.total),
  };
}

/** Those that are set up, in their order, then what else was measured. */
function listed(store: Store, found: StoreQueues): Queue[] {
  const known = new Set(store.queues.map((queue) => queue.id));
  const others = [...found.keys()].filter((id) => !known.has(id)).sort();
  return [...store.queues, ...others.map((id) => queueOf(store, id))];
}

function together(found: StoreQueues): QueuePeriods {
  const [first] = found.values();
  if (first === undefined) return { total: emptyQueuePeriod(), series: [] };
  const sum = nothingLike(first);
  for (const { total, series } of found.values()) {
    addQueuePeriod(sum.total, total);
    series.forEach((step, i) => {
      addQueuePeriod(sum.series[i] as QueueStep, step);
    });
  }
  const series = sum.series.map((step, i) => ({
    ...step,
    isCoarse: [...found.values()].some((one) => one.series[i]?.isCoarse === true),
  }));
  return { ...sum, series };
}

function nothingLike({ series }: QueuePeriods): QueuePeriods {
  return {
    total: emptyQueuePeriod(),
    series: series.map((step) => ({ ...step, isCoarse: false, ...emptyQueuePeriod() })),
  };
}

/** By Little's law; null: measured, or not to be said. */
interface EstimatedWaits {
  readonly total: number | null;
  readonly series: readonly (number | null)[];
}

const unknownWaits: EstimatedWaits = { total: null, series: [] };

interface Found {
  readonly ask: QueueAsk;
  readonly found: StoreQueues;
  readonly all: QueuePeriods;
}

async function estimatedWaits(sql: Sql, scope: Scope, { ask, found, all }: Found): Promise<EstimatedWaits> {
  const { store, query } = ask;
  if (found.size === 0 || !needsEstimate(measuredTally(all.total, query.hours))) return unknownWaits;
  const paces = async (steps: readonly Span[]): Promise<(number | null)[]> => {
    const asked = { ...ask, ...query, storeId: store.id, steps };
    return (await readPurchasePaces(sql, scope, asked)).map(littlesWait);
  };
  const whole = { startAt: startOfDate(store, query.from), endAt: endOfDate(store, query.to) };
  const [total = null] = await paces([whole]);
  return { total, series: all.series.length === 0 ? [] : await paces(all.series) };
}

type Figures = Pick<QueueAnswer, 'total' | 'series'>;

function figuresOf({ store, query, now }: QueueAsk, periods: QueuePeriods, waits: EstimatedWaits): Figures {
  const { hours, by, to } = query;
  const total = queueKpisOf(measuredTally(periods.total, hours), {
    isPartial: !isOver(store, to, now),
    estimatedWaitSeconds: waits.total,
  });
  if (by === 'none') return { total };
  const at = (instant: number): string => formatInstant(store.timezone, instant);
  return {
    total,
    series: periods.series.map((step, i) => ({
      start: at(step.startAt),
      end: at(step.endAt),
      ...stepKpis(step, { hours, now, wait: waits.series[i] ?? null }),
    })),
  };
}

function stepKpis(
  step: QueueStep,
  { hours, now, wait }: { hours: 'open' | 'all'; now: number; wait: number | null },
): QueueKpis {
  const measured = measuredTally(step, hours);
  const tally = step.startAt > now ? withoutLengths(measured) : measured;
  return queueKpisOf(tally, {
    isPartial: step.endAt > now,
    isCoarse: step.isCoarse,
    estimatedWaitSeconds: wait,
  });
}

/** A length holds for a while: ahead of now it says nothing yet. Who came is counted, by whatever clock. */
function withoutLengths(tally: QueueTally): QueueTally {
  return { ...tally, lengthMs: 0, knownMs: 0, maxLength: null, openMs: 0, openKnownMs: 0 };
}

function outsideOf({ outside }: QueuePeriod): QueueAnswer['outsideHours'] {
  if (outside.reports === 0) return { served: null, abandoned: null };
  return { served: outside.served, abandoned: outside.abandonReports > 0 ? outside.abandoned : null };
}
