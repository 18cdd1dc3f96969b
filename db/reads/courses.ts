import { setImmediate as breathe } from 'node:timers/promises';
import { emptyTally, type PeriodTally, type Tally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { daysBetween } from '../time/businessDate.ts';
import type { DateRange } from '../time/steps.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readSummedDays, type StoreDates } from './days.ts';
import { type Dates, datesOf, readPeriods } from './funnel.ts';
import { readKnown } from './known.ts';

export interface CoursesQuery {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  /** Whole dates, one step after the other without a gap. */
  readonly steps: readonly DateRange[];
  /** Of a tally only these are read; the others are 0. */
  readonly fields: readonly (keyof Tally)[];
  readonly now: number;
}

export interface StoreCourse {
  readonly storeId: string;
  /** As many as steps. */
  readonly tallies: readonly PeriodTally[];
}

/** Stores read in one round, between which others get their turn. */
const chunkSize = 50;

/**
 * What many stores counted and sold, step by step, with a few sums of each: they are added up in SQL from daily tallies. Only
 * steps with dates that have none that is trusted are put together from their days, as `readPeriods` does. Stores that the scope may
 * not see are left out.
 */
export async function readCourses(sql: Sql, scope: Scope, query: CoursesQuery): Promise<StoreCourse[]> {
  const stores = query.storeIds.flatMap((id) => {
    const store = query.settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
  const courses: StoreCourse[] = [];
  for (let i = 0; i < stores.length; i += chunkSize) {
    if (i > 0) await breathe();
    courses.push(...(await chunkCourses(sql, scope, { query, stores: stores.slice(i, i + chunkSize) })));
  }
  return courses;
}

interface Chunk {
  readonly query: CoursesQuery;
  readonly stores: readonly Store[];
}

async function chunkCourses(sql: Sql, scope: Scope, { query, stores }: Chunk): Promise<StoreCourse[]> {
  const { steps, fields, now } = query;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return stores.map(({ id }) => ({ storeId: id, tallies: [] }));
  const { dates, wanted, summed } = await sql.transaction(async (snapshot) => {
    const known = await readKnown(snapshot, stores, now);
    const dates = stores.map((store) => datesOf(store, { from: first.from, to: last.to, now }, known));
    const wanted = stores.flatMap((store, i) => steps.map((step) => within(store, step, dates[i] as Dates)));
    return { dates, wanted, summed: await readSummedDays(snapshot, wanted, fields) };
  });
  const isWhole = (place: number): boolean => summed[place]?.days === lengthOf(wanted[place] as StoreDates);
  const courses = stores.map(({ id }, i) => {
    const places = steps.map((_, step) => i * steps.length + step);
    return { storeId: id, tallies: places.map((place) => summed[place]?.sum ?? emptyPeriod()), places };
  });
  const missing = courses.map(({ places }, i) =>
    steps.findIndex((step, nth) => !isWhole(places[nth] as number) || isLater(step, dates[i] as Dates)),
  );
  for (const from of new Set(missing.filter((step) => step >= 0))) {
    const some = courses.filter((_, i) => missing[i] === from);
    await putTogether(sql, scope, { query, some, from });
  }
  return courses.map(({ storeId, tallies }) => ({ storeId, tallies }));
}

interface Lacking {
  readonly query: CoursesQuery;
  readonly some: readonly { readonly storeId: string; readonly tallies: PeriodTally[] }[];
  /** The first step that is not there. */
  readonly from: number;
}

/** Replaces the steps from one on by the sums of their days. */
async function putTogether(sql: Sql, scope: Scope, { query, some, from }: Lacking): Promise<void> {
  const steps = query.steps.slice(from);
  const [first, last] = [steps[0] as DateRange, steps.at(-1) as DateRange];
  const periods = await readPeriods(sql, scope, {
    ...{ settings: query.settings, now: query.now, storeIds: some.map(({ storeId }) => storeId) },
    ...{ from: first.from, to: last.to, by: 'day', hours: 'open' },
  });
  const byStore = new Map(periods.map((one) => [one.storeId, one.series]));
  for (const { storeId, tallies } of some) {
    let day = 0;
    for (const [nth, step] of steps.entries()) {
      const sum = emptyPeriod();
      for (let left = daysBetween(step.from, step.to) + 1; left > 0; left -= 1, day += 1) {
        const tally = byStore.get(storeId)?.[day];
        if (tally !== undefined) addFields(sum, tally, query.fields);
      }
      tallies[from + nth] = sum;
    }
  }
}

function within(store: Store, step: DateRange, { from, finalTo }: Dates): StoreDates {
  return {
    storeId: store.id,
    from: step.from > from ? step.from : from,
    to: step.to < finalTo ? step.to : finalTo,
  };
}

/** Does a step hold dates that are not final, of which something may be there? */
function isLater(step: DateRange, { to, finalTo }: Dates): boolean {
  return step.to > finalTo && finalTo < to;
}

function lengthOf({ from, to }: StoreDates): number {
  return Math.max(0, daysBetween(from, to) + 1);
}

function emptyPeriod(): PeriodTally {
  return { window: emptyTally(), outside: emptyTally() };
}

function addFields(sum: PeriodTally, more: PeriodTally, fields: readonly (keyof Tally)[]): void {
  for (const field of fields) {
    sum.window[field] += more.window[field];
    sum.outside[field] += more.outside[field];
  }
}
