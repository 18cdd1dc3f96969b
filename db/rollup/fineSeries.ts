import { type BucketPlan, bucketMs, type Span } from '../time/opening.ts';
import type { WatchedFacts } from './lookout.ts';
import { tallyBuckets } from './tallies.ts';
import type { PeriodTally } from './tally.ts';

export interface PeriodStep extends PeriodTally {
  readonly startAt: number;
  readonly endAt: number;
}

export interface FineSeries {
  /** Of the whole plan, as a period of days. */
  readonly total: PeriodTally;
  readonly series: PeriodStep[];
}

/** A series of quarters or hours and its total; `open` leaves out steps that lie outside the window altogether. */
export function fineSeries(facts: WatchedFacts, steps: readonly Span[], hours: 'open' | 'all'): FineSeries {
  const tallies = tallyBuckets({ ...facts, steps, isFine: true });
  const [total] = tallyBuckets({ ...facts, steps: [facts.plan], isFine: false });
  if (total === undefined) throw new Error('one step was asked for and not answered');
  const series = steps.flatMap(({ startAt, endAt }, i) => {
    const tally = tallies[i];
    return tally === undefined ? [] : [{ startAt, endAt, ...tally }];
  });
  return { total, series: hours === 'all' ? series : series.filter((step) => touchesWindow(facts.plan, step)) };
}

function touchesWindow(plan: BucketPlan, step: Span): boolean {
  const first = Math.floor((step.startAt - plan.startAt) / bucketMs);
  const end = Math.ceil((step.endAt - plan.startAt) / bucketMs);
  return plan.isInWindow.subarray(first, end).includes(1);
}
