import { addQueueTally, emptyQueueTally, type QueuePeriod, type QueueTally } from '../../../db/rollup/queueTally.ts';
import { percentilesOf, type WaitSketch } from '../../../db/rollup/waitSketch.ts';
import type { QueueBrief, QueueKpis } from './schema.ts';

export interface QueueContext {
  /** The period is not over. */
  readonly isPartial: boolean;
  /** A sensor's statistics are of longer than the step. */
  readonly isCoarse?: boolean;
  /** By Little's law, where there is no measured wait; it stands beside it. */
  readonly estimatedWaitSeconds?: number | null;
}

/** The tally that figures are made of: that of the window, or with what lies outside it. */
export function measuredTally({ window, outside }: QueuePeriod, hours: 'open' | 'all'): QueueTally {
  if (hours === 'open') return window;
  return addQueueTally(addQueueTally(emptyQueueTally(), window), outside);
}

/** The figures of a queue's period, or of several queues' together (contract 5). */
export function queueKpisOf(tally: QueueTally, context: QueueContext): QueueKpis {
  const { served, abandoned, reports, abandonReports } = tally;
  const estimate = context.estimatedWaitSeconds ?? null;
  return {
    served: reports > 0 ? served : null,
    abandoned: abandonReports > 0 ? abandoned : null,
    abandonmentRate: abandonmentRate(tally),
    waitSeconds: distribution(tally.waitMs, tally.waits, tally.waitSketch),
    serviceSeconds: distribution(tally.serviceMs, tally.services, tally.serviceSketch),
    serviceLevel: ratio(tally.withinTarget, tally.judged),
    averageLength: ratio(tally.lengthMs, tally.knownMs),
    maxLength: tally.maxLength,
    averageOpen: ratio(tally.openMs, tally.openKnownMs),
    estimatedWaitSeconds: estimate === null ? null : { mean: estimate, method: 'littlesLaw' },
    flags: [
      ...(tally.binned > 0 || context.isCoarse === true ? (['coarse'] as const) : []),
      ...(context.isPartial ? (['partial'] as const) : []),
    ],
  };
}

/** What stands beside the funnel. */
export function queueBriefOf(tally: QueueTally): QueueBrief {
  const [p90 = null] = tally.waitSketch === null ? [] : percentilesOf(tally.waitSketch, [90]);
  return {
    served: tally.reports > 0 ? tally.served : null,
    abandonmentRate: abandonmentRate(tally),
    meanWaitSeconds: seconds(tally.waitMs, tally.waits),
    p90WaitSeconds: p90 === null ? null : p90 / 1000,
    serviceLevel: ratio(tally.withinTarget, tally.judged),
    averageLength: ratio(tally.lengthMs, tally.knownMs),
  };
}

/** null where nobody looked who gives up. */
function abandonmentRate({ served, abandoned, abandonReports }: QueueTally): number | null {
  return abandonReports === 0 ? null : ratio(abandoned, served + abandoned);
}

function distribution(sumMs: number, people: number, sketch: WaitSketch | null): QueueKpis['waitSeconds'] {
  const [p50 = null, p90 = null, p95 = null] = (sketch === null ? [] : percentilesOf(sketch, [50, 90, 95])).map((ms) =>
    ms === null ? null : ms / 1000,
  );
  return { mean: seconds(sumMs, people), p50, p90, p95 };
}

function seconds(sumMs: number, people: number): number | null {
  return people === 0 ? null : sumMs / 1000 / people;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
