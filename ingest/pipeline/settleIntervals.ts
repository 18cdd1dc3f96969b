import type { IntervalFact } from '../../db/reads/standing.ts';
import type { CountInterval } from '../../db/vocabulary/event.ts';
import { writeIntervals } from '../../db/writes/facts.ts';
import type { Arrival, Batch } from './batch.ts';
import { laterOf } from './orderLaw.ts';
import { overlapping, type Span, turnable } from './overlap.ts';
import { keepOverlap, releaseOverlap } from './quarantineOverlap.ts';
import { type Weighed, weighFacts } from './weighing.ts';

export interface LineToSettle {
  /** Of one device and line, in the order they came. */
  readonly arrivals: readonly Arrival<CountInterval>[];
  /** Every standing interval of the line that begins within `longestMs` of an arrival's start, before or after. */
  readonly near: readonly IntervalFact[];
  /** No interval of the device is longer. */
  readonly longestMs: number;
}

/** What of an interval is its content: all but `updatedAt`, whose key it is. */
function contentText(fact: Omit<CountInterval, 'kind'>): string {
  return JSON.stringify([fact.endAt, fact.in, fact.out, fact.passersBy, fact.staffIn, fact.staffOut, fact.groups]);
}

const weighedIntervals: Weighed<IntervalFact, number> = {
  kind: 'interval',
  keyOf: ({ startAt }) => startAt,
  gravestone: ({ deviceId, startAt, line }) => [deviceId, `${startAt} ${line}`],
  contentText,
  merged: merge,
};

/** Weighs arrivals of one line against what stands, judges overlap anew and writes what changed. Answers what stands by start. */
export async function settleIntervals(batch: Batch, line: LineToSettle): Promise<ReadonlyMap<number, IntervalFact>> {
  const { arrivals, near, longestMs } = line;
  const before = new Map(near.map((fact) => [fact.startAt, fact]));
  const arriving = arrivals.map((arrival) => ({ arrival, fact: factOf(arrival) }));
  const after = await weighFacts(batch, weighedIntervals, { arriving, before });
  judgeOverlap(
    after,
    turnable(arrivals.map(({ event }) => ({ startAt: event.startAt, endAt: event.startAt + longestMs }))),
  );
  const store = arrivals[0]?.store.id ?? '';
  const changed = [...after.values()].filter((fact) => fact !== before.get(fact.startAt));
  const isAllCorrected = changed.every((fact) => before.has(fact.startAt));
  for (const fact of changed) follow(batch, store, { was: before.get(fact.startAt), is: fact, isAllCorrected });
  for (const { event, slot } of arrivals) {
    const fact = after.get(event.startAt);
    if (slot.fate === 'duplicate' && fact?.isOverlap === true) keepOverlap(batch, store, fact);
  }
  await writeIntervals(batch.sql, changed);
  return after;
}

function factOf({ event, device, receivedAt, body }: Arrival<CountInterval>): IntervalFact {
  const { kind: _, ...counts } = event;
  return { ...counts, deviceId: device.id, receivedAt, isOverlap: false, body };
}

/** One content, sent twice: the later `updatedAt` and, of one `updatedAt`, the smaller wording are kept, on whatever way they came. */
function merge(standing: IntervalFact, arriving: IntervalFact): IntervalFact {
  if (standing.updatedAt === arriving.updatedAt) {
    return (arriving.body ?? '') < (standing.body ?? '') ? { ...standing, body: arriving.body } : standing;
  }
  const isLater = laterOf(standing.updatedAt, arriving.updatedAt) === arriving.updatedAt;
  return isLater ? { ...standing, updatedAt: arriving.updatedAt, body: arriving.body } : standing;
}

/** Sets `isOverlap` by the set that stands, for the starts in `turned` alone: of others not every neighbour is at hand. */
function judgeOverlap(after: Map<number, IntervalFact>, turned: readonly Span[]): void {
  const inOrder = [...after.values()].sort((a, b) => a.startAt - b.startAt);
  const found = overlapping(inOrder);
  let place = 0;
  for (const fact of inOrder) {
    while (place < turned.length && (turned[place]?.endAt ?? 0) < fact.startAt) place += 1;
    const isOverlap = found.has(fact.startAt);
    const isJudged = fact.startAt >= (turned[place]?.startAt ?? Number.POSITIVE_INFINITY);
    if (isJudged && fact.isOverlap !== isOverlap) after.set(fact.startAt, { ...fact, isOverlap });
  }
}

interface ChangedFact {
  readonly was: IntervalFact | undefined;
  readonly is: IntervalFact;
  /** Nothing of the line is new in this batch: what turned did so because something else was corrected. */
  readonly isAllCorrected: boolean;
}

/** What follows from one change: rollups to make again, rows of quarantine that come and go. */
function follow(batch: Batch, storeId: string, { was, is, isAllCorrected }: ChangedFact): void {
  if (was?.isOverlap === true) releaseOverlap(batch, storeId, was);
  if (is.isOverlap) keepOverlap(batch, storeId, is);
  const didCount = was !== undefined && !was.isOverlap;
  if (!didCount && is.isOverlap) return;
  const isSame = was !== undefined && contentText(was) === contentText(is);
  if (didCount && !is.isOverlap && isSame) return;
  const span = { deviceId: is.deviceId, fromAt: is.startAt, toAt: Math.max(is.endAt, was?.endAt ?? 0) };
  const isCorrected = was !== undefined && (!isSame || isAllCorrected);
  const facts = { ...(didCount ? { gone: was } : {}), ...(is.isOverlap ? {} : { came: is }) };
  batch.touchedCounts.push(isCorrected ? { ...span, cause: 'corrected', ...facts } : span);
}
