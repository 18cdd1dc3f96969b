import { bucketMs, bucketOf } from '../time/opening.ts';
import type { QueueSample, QueueVisit } from '../vocabulary/event.ts';
import { addStatistic, type StandingStatistic } from './queueStatistics.ts';
import { emptyQueueTally, greaterOf, type QueueTally } from './queueTally.ts';
import { addWait, emptySketch } from './waitSketch.ts';

/** How long a sample holds at most. */
export const sampleHoldsMs = 10 * 60_000;

export type StandingVisit = Pick<QueueVisit, 'joinedAt' | 'calledAt' | 'leftAt' | 'outcome'>;
export interface StandingSample extends Pick<QueueSample, 'at' | 'length' | 'open'> {
  readonly deviceId: string;
}

/** What stands of one queue: of [fromAt, toAt), samples also of the ten minutes before. */
export interface QueueFacts {
  readonly visits: readonly StandingVisit[];
  readonly statistics: readonly StandingStatistic[];
  /** Each device's in order of time. */
  readonly samples: readonly StandingSample[];
}

export interface QueueQuartersInput extends QueueFacts {
  /** Whole buckets, epoch ms. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly targetSeconds: number;
}

/** The tally of each bucket in which anything is known of the queue, by the bucket's start. */
export function queueQuarters(input: QueueQuartersInput): Map<number, QueueTally> {
  const buckets = new Map<number, QueueTally>();
  const tallyAt = (at: number): QueueTally => {
    const bucket = bucketOf(at);
    let tally = buckets.get(bucket);
    if (tally === undefined) {
      tally = emptyQueueTally();
      buckets.set(bucket, tally);
    }
    return tally;
  };
  const targetMs = input.targetSeconds * 1000;
  for (const visit of input.visits) if (visit.joinedAt !== null) addVisit(tallyAt(visit.joinedAt), visit, targetMs);
  for (const statistic of input.statistics) addStatistic(tallyAt(statistic.startAt), statistic, targetMs);
  addSamples(input, tallyAt);
  return buckets;
}

function addVisit(tally: QueueTally, visit: StandingVisit, targetMs: number): void {
  const { joinedAt, calledAt, leftAt } = visit;
  tally.reports++;
  tally.abandonReports++;
  const outcome = outcomeOf(visit);
  if (outcome === 'abandoned') tally.abandoned++;
  if (outcome !== 'served') return;
  tally.served++;
  if (calledAt === null) return;
  const waitMs = calledAt - (joinedAt ?? calledAt);
  if (joinedAt !== null && waitMs >= 0) {
    tally.waits++;
    tally.waitMs += waitMs;
    tally.judged++;
    if (waitMs <= targetMs) tally.withinTarget++;
    tally.waitSketch ??= emptySketch();
    addWait(tally.waitSketch, waitMs);
  }
  const serviceMs = leftAt === null ? -1 : leftAt - calledAt;
  if (serviceMs < 0) return;
  tally.services++;
  tally.serviceMs += serviceMs;
  tally.serviceSketch ??= emptySketch();
  addWait(tally.serviceSketch, serviceMs);
}

/** What became of somebody who joined; null: still waiting. */
function outcomeOf({ calledAt, leftAt, outcome }: StandingVisit): 'served' | 'abandoned' | null {
  if (outcome !== null) return outcome;
  if (calledAt !== null) return 'served';
  return leftAt === null ? null : 'abandoned';
}

/** A sample holds until the next of its device, which may lie in another bucket. */
function addSamples({ samples, fromAt, toAt }: QueueQuartersInput, tallyAt: (at: number) => QueueTally): void {
  const byDevice = new Map<string, StandingSample[]>();
  for (const sample of samples) {
    const list = byDevice.get(sample.deviceId);
    if (list === undefined) byDevice.set(sample.deviceId, [sample]);
    else list.push(sample);
  }
  for (const list of byDevice.values()) {
    list.forEach((sample, i) => {
      const until = Math.min(sample.at + sampleHoldsMs, list[i + 1]?.at ?? Number.POSITIVE_INFINITY, toAt);
      for (let at = Math.max(sample.at, fromAt); at < until; ) {
        const end = Math.min(until, bucketOf(at) + bucketMs);
        addHeld(tallyAt(at), sample, end - at);
        at = end;
      }
    });
  }
}

function addHeld(tally: QueueTally, { length, open }: StandingSample, ms: number): void {
  tally.lengthMs += length * ms;
  tally.knownMs += ms;
  tally.maxLength = greaterOf(tally.maxLength, length);
  if (open === null) return;
  tally.openMs += open * ms;
  tally.openKnownMs += ms;
}
