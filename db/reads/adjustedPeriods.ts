import { type AdjustedRows, adjustRows, type Factors } from '../rollup/adjust.ts';
import { firstDateOf } from '../rollup/finality.ts';
import { tallyBuckets } from '../rollup/tallies.ts';
import { addTally, emptyTally, type PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt, endOfDate, startOfDate } from '../time/businessDate.ts';
import type { Span } from '../time/opening.ts';
import { type SeriesUnit, seriesSteps } from '../time/steps.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readKnown } from './known.ts';
import { type Known, readStoreFacts } from './storeFacts.ts';

export interface AdjustedQuery {
  readonly store: Store;
  readonly from: string;
  readonly to: string;
  readonly by: 'none' | SeriesUnit;
  readonly now: number;
  readonly factors: Factors;
}

/** Sums with adjusted counts of entries; people in parts. */
export interface AdjustedPeriod extends Span {
  readonly tally: PeriodTally;
  /** Devices whose entries are in it and that no audit speaks for. */
  readonly unspoken: readonly string[];
}

export interface AdjustedPeriods {
  readonly total: AdjustedPeriod;
  /** Every step, in order; empty for `none`. */
  readonly series: readonly AdjustedPeriod[];
}

/** Dates read at once. */
const chunkDays = 62;

/**
 * The same sums as readPeriods makes, of rows whose entries are adjusted by audits: so that window, valid buckets and entrances are
 * judged as for the measured figures. Always from quarter rows, since daily tallies no longer tell devices apart.
 * A store that the scope may not see is `not_found`.
 */
export async function readAdjustedPeriods(sql: Sql, scope: Scope, query: AdjustedQuery): Promise<AdjustedPeriods> {
  if (!canSeeStore(scope, query.store)) throw new AppError('not_found', `There is no store "${query.store.id}".`);
  return sql.transaction(async (snapshot) => {
    const { store, from, to, by } = query;
    const known = await readKnown(snapshot, [store], query.now);
    const whole = periodOf({ startAt: startOfDate(store, from), endAt: endOfDate(store, to) });
    const steps = by === 'none' ? [] : seriesSteps(store, { from, to }, by).map(periodOf);
    for (const chunk of chunksOf(query, known)) await addChunk(snapshot, query, { chunk, known, whole, steps });
    return { total: shown(whole), series: steps.map(shown) };
  });
}

interface Sum extends Span {
  readonly tally: PeriodTally;
  readonly unspoken: Set<string>;
}

function periodOf({ startAt, endAt }: Span): Sum {
  return { startAt, endAt, tally: { window: emptyTally(), outside: emptyTally() }, unspoken: new Set() };
}

function shown({ unspoken, ...period }: Sum): AdjustedPeriod {
  return { ...period, unspoken: [...unspoken].sort() };
}

interface Dates {
  readonly from: string;
  readonly to: string;
}

/** Runs of dates that can hold anything. */
function chunksOf({ store, from, to, now }: AdjustedQuery, known: Known): Dates[] {
  const first = firstDateOf(store, known.reports);
  const today = businessDateAt(store, now);
  const last = to < today ? to : today;
  const chunks: Dates[] = [];
  if (first === null) return chunks;
  for (let date = first > from ? first : from; date <= last; date = addDays(date, chunkDays)) {
    const end = addDays(date, chunkDays - 1);
    chunks.push({ from: date, to: end < last ? end : last });
  }
  return chunks;
}

interface Making {
  readonly chunk: Dates;
  readonly known: Known;
  readonly whole: Sum;
  readonly steps: readonly Sum[];
}

async function addChunk(sql: Sql, query: AdjustedQuery, { chunk, known, whole, steps }: Making): Promise<void> {
  const { store, by, now, factors } = query;
  const [facts] = await readStoreFacts(sql, [{ store, ...chunk }], known);
  if (facts === undefined) return;
  const adjusted = adjustRows(store, facts.counts, factors);
  const input = { ...facts, counts: adjusted.rows, now };
  addTo(whole, tallyBuckets({ ...input, steps: [facts.plan], isFine: false })[0], adjusted);
  const touched = steps.filter((step) => step.startAt < facts.plan.endAt && step.endAt > facts.plan.startAt);
  const cut = touched.map(({ startAt, endAt }) => ({
    startAt: Math.max(startAt, facts.plan.startAt),
    endAt: Math.min(endAt, facts.plan.endAt),
  }));
  const tallies = tallyBuckets({ ...input, steps: cut, isFine: by === '15m' || by === 'hour' });
  for (const [i, step] of touched.entries()) addTo(step, tallies[i], adjusted);
}

function addTo(sum: Sum, tally: PeriodTally | undefined, { unspoken }: AdjustedRows): void {
  if (tally === undefined) return;
  addTally(sum.tally.window, tally.window);
  addTally(sum.tally.outside, tally.outside);
  for (const [bucket, deviceId] of unspoken) {
    if (bucket >= sum.startAt && bucket < sum.endAt) sum.unspoken.add(deviceId);
  }
}
