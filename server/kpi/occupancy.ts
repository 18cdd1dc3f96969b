import type { DayFlow, FlowBucket } from '../../db/rollup/dayFlow.ts';
import type { PeriodTally } from '../../db/rollup/tally.ts';
import { bucketMs } from '../../db/time/opening.ts';
import { lowCoverageBelow } from '../../db/vocabulary/quality.ts';
import { studentQuantile } from './probability.ts';
import { mean } from './profile.ts';

/** Why nobody can say how many are inside. */
export type NoOccupancy = 'not_measured' | 'low_coverage' | 'imbalance' | 'not_begun';

/** An estimate of the people inside at an instant; low and high: its 95 % interval, null where too few days have closed to say. */
export interface Inside {
  readonly at: number;
  readonly people: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many were inside through a business date. */
export interface Occupancy {
  /** At the end of each quarter of the window, the running one, as soon as it is reported on, at now; null where a door did not report. */
  readonly quarters: readonly (FlowBucket & { readonly endAt: number; readonly inside: Inside | null })[];
  /** The window has not ended by now. */
  readonly isGoingOn: boolean;
  /** Time-weighted mean over the quarters that are known. */
  readonly averagePeople: number | null;
  readonly averageStaySeconds: number | null;
  readonly drift: Drift;
  readonly reason: NoOccupancy | null;
}

/** What the closing counts of earlier dates say of the doors. */
export interface Drift {
  /** Complete, well covered dates that it is made of. */
  readonly days: number;
  /** (in − out) / the greater of both, the dates' median: the share of one direction that the doors miss. */
  readonly share: number;
  /** Variance of a corrected closing count for each person counted; null: not known. */
  readonly spread: number | null;
}

const leastClosings = 3;
const leastPeople = 20;
const wellCovered = 0.9;
/** However evenly dates closed, one person in a hundred may be counted wrongly. */
const leastSpread = 0.01;
/** Doors that miss a quarter of one direction tell nothing of who is inside. */
const mostDrift = 0.25;
/** So many mean stays must lie behind, or those who have not left yet make it look shorter than it is. */
const staysBehind = 3;
/** A stay whose error may be half of it is not shown. */
const mostStayError = 0.5;

/**
 * People inside: Σ in − Σ out since the date began, never below 0, the direction that the doors miss made up for. After closing nobody
 * is inside, so what in − out shows at the end of earlier dates is error; its median share corrects this date, what it leaves
 * over measures the uncertainty, which grows with the root of the people counted. A store that is open when its date begins is
 * taken to be empty at its emptiest moment. The average stay is Little's law, W = L / λ: mean people inside by entries in a unit of time.
 */
export function occupancyOf(flow: DayFlow, closings: readonly PeriodTally[], now: number): Occupancy {
  const drift = driftOf(closings);
  const reason = reasonOf(flow, drift);
  const last = flow.buckets.at(-1);
  const isGoingOn = last?.isInWindow === true && last.startAt + bucketMs > now;
  const unknown = { quarters: [], averagePeople: null, averageStaySeconds: null };
  if (reason !== null) return { ...unknown, isGoingOn, drift, reason };
  const quarters = quartersOf(flow, drift, now);
  return { quarters, isGoingOn, ...meansOf(quarters, drift, isGoingOn), drift, reason: null };
}

function reasonOf(flow: DayFlow, drift: Drift): NoOccupancy | null {
  if (!flow.buckets.some(({ isInWindow }) => isInWindow)) return 'not_begun';
  if (!flow.isMeasured) return 'not_measured';
  if (flow.coverage !== null && flow.coverage < lowCoverageBelow) return 'low_coverage';
  return Math.abs(drift.share) > mostDrift ? 'imbalance' : null;
}

/** From dates on which nearly all was covered and somebody came; fewer than 3 correct nothing. */
export function driftOf(closings: readonly PeriodTally[]): Drift {
  const counted = closings
    .filter(({ window }) => window.entriesObservedMs >= wellCovered * Math.max(1, window.entriesExpectedMs))
    .map(({ window, outside }) => ({
      ins: window.balanceIn + outside.balanceIn,
      outs: window.balanceOut + outside.balanceOut,
    }))
    .filter(({ ins, outs }) => ins + outs >= leastPeople);
  const days = counted.length;
  if (days < leastClosings) return { days, share: 0, spread: null };
  const share = median(counted.map(({ ins, outs }) => (ins - outs) / Math.max(ins, outs)));
  const [inFactor, outFactor] = factorsOf(share);
  const left = counted.map(({ ins, outs }) => (inFactor * ins - outFactor * outs) ** 2 / (ins + outs));
  return { days, share, spread: Math.max(leastSpread, (mean(left) * days) / (days - 1)) };
}

/** What in and out are multiplied by: the direction of which less is counted is the one that is missed. */
function factorsOf(share: number): readonly [inFactor: number, outFactor: number] {
  const missed = 1 / (1 - Math.min(mostDrift, Math.abs(share)));
  return share > 0 ? [1, missed] : [missed, 1];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

function quartersOf(flow: DayFlow, drift: Drift, now: number): Occupancy['quarters'] {
  const [inFactor, outFactor] = factorsOf(drift.share);
  let inside = 0;
  let counted = 0;
  const running = flow.buckets.map((bucket) => {
    inside += inFactor * bucket.ins - outFactor * bucket.outs;
    counted += bucket.ins + bucket.outs;
    return { ...bucket, endAt: Math.min(now, bucket.startAt + bucketMs), sum: inside, counted };
  });
  const empty = flow.beginsOpen ? Math.min(0, ...running.map(({ sum }) => sum)) : 0;
  return running
    .filter(({ isInWindow, isValid, startAt }) => isInWindow && (isValid || startAt + bucketMs <= now))
    .map(({ sum, counted: people, ...bucket }) => ({
      ...bucket,
      inside: bucket.isValid ? insideOf(sum - empty, errorOf(drift, people), bucket.endAt) : null,
    }));
}

/** Half of the 95 % interval after so many people counted. */
function errorOf({ spread, days }: Drift, people: number): number | null {
  return spread === null ? null : studentQuantile(days - 1) * Math.sqrt(spread * people);
}

function insideOf(sum: number, error: number | null, at: number): Inside {
  return {
    at,
    people: Math.max(0, Math.round(sum)),
    low: error === null ? null : Math.max(0, Math.floor(sum - error)),
    high: error === null ? null : Math.max(0, Math.ceil(sum + error)),
  };
}

type Means = Pick<Occupancy, 'averagePeople' | 'averageStaySeconds'>;

/** Trapezoids between the ends of known quarters; entries over the same time. */
function meansOf(quarters: Occupancy['quarters'], drift: Drift, isGoingOn: boolean): Means {
  let area = 0;
  let errorArea = 0;
  let knownMs = 0;
  let entries = 0;
  let before = 0;
  for (const { inside, startAt, endAt, ins } of quarters) {
    if (inside === null) continue;
    const ms = endAt - startAt;
    area += ((before + inside.people) / 2) * ms;
    errorArea += ((inside.high ?? 0) - inside.people) * ms;
    knownMs += ms;
    entries += factorsOf(drift.share)[0] * ins;
    before = inside.people;
  }
  if (knownMs === 0) return { averagePeople: null, averageStaySeconds: null };
  const stayMs = entries < leastPeople ? null : area / entries;
  const isSettled = stayMs !== null && (!isGoingOn || knownMs >= staysBehind * stayMs);
  const isSure = drift.spread !== null && errorArea <= mostStayError * area;
  return {
    averagePeople: area / knownMs,
    averageStaySeconds: stayMs !== null && isSettled && isSure ? Math.round(stayMs / 1000) : null,
  };
}
