import { setImmediate as breathe } from 'node:timers/promises';
import { firstDateOf, lastFinalDate } from '../rollup/finality.ts';
import { fineSeries, type PeriodStep } from '../rollup/fineSeries.ts';
import { addTally, emptyTally, type PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt, datesBetween, daysBetween, startOfDate } from '../time/businessDate.ts';
import type { Span } from '../time/opening.ts';
import { type SeriesUnit, seriesSteps } from '../time/steps.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readDays, readSummedDays, readTrustedDates, type StoreDates } from './days.ts';
import { readDayTallies, runsOf } from './dayTallies.ts';
import { readKnown } from './known.ts';
import { type Known, readStoreFacts, type Stretch } from './storeFacts.ts';

export interface PeriodsQuery {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly by: 'none' | SeriesUnit;
  /** `open`: steps of 15m and hour series that lie outside the window are left out. */
  readonly hours: 'open' | 'all';
  readonly now: number;
  /** By store: nothing from this instant on counts. */
  readonly cuts?: Readonly<Record<string, number>>;
}

export interface StorePeriods {
  readonly storeId: string;
  readonly total: PeriodTally;
  /** In order; empty for `none`. */
  readonly series: PeriodStep[];
}

/** Stores read in one round, between which others get their turn. */
const chunkSize = 50;
/** Devices' clocks may be this far ahead, and a little more; no fact lies beyond. */
const aheadMs = 15 * 60_000;

/**
 * What the stores counted and sold in a period, in total and by step; stores that the scope may not see are left out. Whole dates
 * that are over come from daily tallies where these are trusted, everything else from quarter rows.
 */
export async function readPeriods(sql: Sql, scope: Scope, query: PeriodsQuery): Promise<StorePeriods[]> {
  const stores = query.storeIds.flatMap((id) => {
    const store = query.settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
  const periods: StorePeriods[] = [];
  for (let i = 0; i < stores.length; i += chunkSize) {
    if (i > 0) await breathe();
    const chunk = stores.slice(i, i + chunkSize);
    periods.push(...(await sql.transaction((snapshot) => periodsOf(snapshot, query, chunk))));
  }
  return periods;
}

async function periodsOf(sql: Sql, query: PeriodsQuery, stores: readonly Store[]): Promise<StorePeriods[]> {
  const known = await readKnown(sql, stores, query.now);
  if (query.by === '15m' || query.by === 'hour') return finePeriods(sql, { ...query, by: query.by }, { stores, known });
  const dates = stores.map((store) => datesOf(store, query, known));
  if (query.by === 'none') return totalPeriods(sql, query, { stores, known, dates });
  return dailyPeriods(sql, { ...query, by: query.by }, { stores, known, dates });
}

/** The dates of a store that can hold anything, and how many of them, from the first on, have or shall have daily tallies. */
export interface Dates {
  readonly from: string;
  readonly to: string;
  readonly finalTo: string;
}

interface Chunk {
  readonly stores: readonly Store[];
  readonly known: Known;
  readonly dates: readonly Dates[];
}

export function datesOf(store: Store, query: Pick<PeriodsQuery, 'from' | 'to' | 'now' | 'cuts'>, known: Known): Dates {
  const { from, to, now } = query;
  const cut = query.cuts?.[store.id];
  const last = least(to, businessDateAt(store, Math.min(cut ?? Number.POSITIVE_INFINITY, now + aheadMs)));
  const finalTo = least(last, lastFinalDate(store, known.reports, now));
  const beforeCut = cut === undefined ? finalTo : least(finalTo, addDays(businessDateAt(store, cut), -1));
  const first = firstDateOf(store, known.reports);
  return { from: first === null ? noDate : greatest(first, from), to: last, finalTo: beforeCut };
}

/** After every date: a store whose devices have never reported has nothing to read. */
const noDate = '9999-12-31';

function greatest(a: string, b: string): string {
  return a > b ? a : b;
}

function least(a: string, b: string): string {
  return a < b ? a : b;
}

/** One tally a store: sums of daily tallies are made in SQL. */
async function totalPeriods(sql: Sql, query: PeriodsQuery, chunk: Chunk): Promise<StorePeriods[]> {
  const { stores, dates } = chunk;
  const wanted = stores.map((store, i) => finalDates(store, dates[i] as Dates));
  const summed = await readSummedDays(sql, wanted);
  const isWhole = (i: number): boolean => summed[i]?.days === lengthOf(wanted[i] as StoreDates);
  const partial = wanted.filter((_, i) => !isWhole(i));
  const trusted = new Map((await readTrustedDates(sql, partial)).map((set, i) => [partial[i]?.storeId, set]));
  const rest = await restDays(sql, query, {
    ...chunk,
    trusted: (i) => trusted.get((stores[i] as Store).id) ?? wholeSet(wanted[i] as StoreDates),
  });
  return stores.map((store, i) => {
    const total = summed[i]?.sum ?? emptyPeriod();
    for (const tally of rest[i]?.values() ?? []) addPeriod(total, tally);
    return { storeId: store.id, total, series: [] };
  });
}

/** Series of days and longer steps, put together from dates. */
async function dailyPeriods(
  sql: Sql,
  query: PeriodsQuery & { readonly by: SeriesUnit },
  chunk: Chunk,
): Promise<StorePeriods[]> {
  const { stores, dates } = chunk;
  const days = await readDays(
    sql,
    stores.map((store, i) => finalDates(store, dates[i] as Dates)),
  );
  const rest = await restDays(sql, query, { ...chunk, trusted: (i) => days[i] ?? new Map() });
  return stores.map((store, i) => {
    const byDate = new Map([...(days[i] ?? []), ...(rest[i] ?? [])]);
    const series = seriesSteps(store, query, query.by).map((step) => ({ ...step, ...emptyPeriod() }));
    const total = emptyPeriod();
    let step = 0;
    for (const date of [...byDate.keys()].sort()) {
      const startAt = startOfDate(store, date);
      while (step < series.length - 1 && (series[step] as Span).endAt <= startAt) step++;
      const tally = byDate.get(date) as PeriodTally;
      addPeriod(series[step] as PeriodStep, tally);
      addPeriod(total, tally);
    }
    return { storeId: store.id, total, series };
  });
}

/** The dates that no trusted daily tally is there for, worked out from quarter rows, by store and date. */
async function restDays(
  sql: Sql,
  query: PeriodsQuery,
  { stores, known, dates, trusted }: Chunk & { trusted: (i: number) => { has(date: string): boolean } },
): Promise<Map<string, PeriodTally>[]> {
  const places: number[] = [];
  const stretches: Stretch[] = [];
  stores.forEach((store, i) => {
    const { from, to, finalTo } = dates[i] as Dates;
    const missing = datesBetween(from, to).filter((date) => date > finalTo || !trusted(i).has(date));
    for (const run of runsOf(missing)) {
      places.push(i);
      stretches.push({ store, ...run, ...cutOf(query, store) });
    }
  });
  const days: Map<string, PeriodTally>[] = stores.map(() => new Map());
  const tallied = await readDayTallies(sql, stretches, { known, now: query.now });
  tallied.forEach((byDate, i) => {
    for (const [date, tally] of byDate) days[places[i] as number]?.set(date, tally);
  });
  return days;
}

/** Series of quarters and hours, and their total, from quarter rows. */
async function finePeriods(
  sql: Sql,
  query: PeriodsQuery & { readonly by: SeriesUnit },
  { stores, known }: Omit<Chunk, 'dates'>,
): Promise<StorePeriods[]> {
  const { from, to, now, hours } = query;
  const stretches = stores.map((store): Stretch => ({ store, from, to, ...cutOf(query, store) }));
  const facts = await readStoreFacts(sql, stretches, known);
  return facts.map((one) => {
    const steps = seriesSteps(one.store, { from, to }, query.by);
    return { storeId: one.store.id, ...fineSeries({ ...one, now, ...cutOf(query, one.store) }, steps, hours) };
  });
}

function cutOf(query: PeriodsQuery, store: Store): { until?: number } {
  const until = query.cuts?.[store.id];
  return until === undefined ? {} : { until };
}

function finalDates(store: Store, { from, finalTo }: Dates): StoreDates {
  return { storeId: store.id, from, to: finalTo };
}

function lengthOf({ from, to }: StoreDates): number {
  return Math.max(0, daysBetween(from, to) + 1);
}

function wholeSet({ from, to }: StoreDates): { has(date: string): boolean } {
  return { has: (date) => date >= from && date <= to };
}

function emptyPeriod(): { window: ReturnType<typeof emptyTally>; outside: ReturnType<typeof emptyTally> } {
  return { window: emptyTally(), outside: emptyTally() };
}

function addPeriod(sum: PeriodTally, more: PeriodTally): void {
  addTally(sum.window, more.window);
  addTally(sum.outside, more.outside);
}
