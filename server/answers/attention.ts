import { readPeriods, type StorePeriods } from '../../db/reads/funnel.ts';
import type { QualityReason } from '../../db/reads/quality.ts';
import { begunDate, readStoreReasons } from '../../db/reads/storeReasons.ts';
import type { PeriodTally } from '../../db/rollup/tally.ts';
import type { Sql } from '../../db/sql/port.ts';
import { addDays, daysBetween } from '../../db/time/businessDate.ts';
import { cutAt, type DateRange } from '../../db/time/steps.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { AttentionAnswer, AttentionQuery } from '../contracts/attention.ts';
import type { Beside } from '../contracts/beside.ts';
import { attentionOf } from '../kpi/day/attention.ts';
import { type BranchSights, branchesToLookAt } from '../kpi/day/branches.ts';
import type { Standing } from '../kpi/day/schema.ts';
import { type SummedDay, standingOf } from '../kpi/day/standing.ts';
import { kpisOf } from '../kpi/kpis.ts';
import { usualDaysAtMost } from '../kpi/usual.ts';
import { besideOf, nothingBeside } from './beside.ts';
import { isOver } from './funnel.ts';
import { outagesOf } from './outages.ts';
import { filteredStores } from './stores.ts';

export interface AttentionQuestion {
  readonly settings: Settings;
  readonly query: AttentionQuery;
  readonly now: number;
}

/** A longer period has no usual: eight of them would reach further back than what is usual still holds. */
const longestJudgedDays = 35;

/** A day that runs is set beside the same hours of eight others, quarter by quarter: of more stores that takes seconds. */
const mostJudgedRunning = 200;

/**
 * Which stores need a look, and why: what Today's rule (ADR 29) finds of the period beside the periods of as many days, whole weeks
 * before it, and who converts far below all of them together. Of a period of several days the one that still runs is left out.
 */
export async function attentionAnswerOf(sql: Sql, scope: Scope, question: AttentionQuestion): Promise<AttentionAnswer> {
  const { settings, query, now } = question;
  const stores = filteredStores(scope, settings, query);
  const range = wholeDays(stores, query, now);
  const read: ReadBack = (shiftDays) => periodsBack(sql, scope, { settings, stores, range, now, shiftDays });
  const present = await read(0);
  const earlier = await usualPeriods(read, { stores, range, now });
  const windows = new Map([...present].map(([id, { window }]) => [id, window]));
  const reasons = await readStoreReasons(sql, scope, { settings, windows, to: query.to, now });
  const storeIds = stores.map(({ id }) => id);
  const { byStore } = await besideOf(sql, scope, { settings, storeIds, ...range, hours: 'open', now });
  const seen = stores.flatMap((store): Seen[] => {
    const tally = present.get(store.id);
    if (tally === undefined) return [];
    const period = summed(tally, !isOver(store, range.to, now));
    const days = earlier.flatMap((one) => one.get(store.id) ?? []).map((one) => summed(one, false));
    return [{ store, period, standing: standingOf(period, days) }];
  });
  const branches = seen.map((one) => {
    const { id } = one.store;
    const date = begunDate(one.store, query.to, now);
    const around = { date, reasons: reasons.get(id) ?? [], beside: byStore.get(id) ?? nothingBeside };
    return sightsOf(one, around);
  });
  const { length: judged } = seen.filter(isJudged);
  return { ...range, looked: seen.length, judged, stores: branchesToLookAt(branches) };
}

type Periods = ReadonlyMap<string, PeriodTally>;
type ReadBack = (shiftDays: number) => Promise<Periods>;

interface Stretch {
  readonly stores: readonly Store[];
  readonly range: DateRange;
  readonly now: number;
}

/** The period without the days that still run somewhere, where they are not all of it: two of them in a chain across time zones. */
function wholeDays(stores: readonly Store[], { from, to }: DateRange, now: number): DateRange {
  let last = to;
  while (last > from && !stores.every((store) => isOver(store, last, now))) last = addDays(last, -1);
  return { from, to: last };
}

/** The period so many days back; of one that is running up to the same local time. */
async function periodsBack(
  sql: Sql,
  scope: Scope,
  { settings, stores, range, now, shiftDays }: Stretch & { readonly settings: Settings; readonly shiftDays: number },
): Promise<Periods> {
  const running = shiftDays === 0 ? [] : stores.filter((store) => !isOver(store, range.to, now));
  const periods: StorePeriods[] = await readPeriods(sql, scope, {
    ...{ settings, storeIds: stores.map(({ id }) => id), now, by: 'none', hours: 'open' },
    ...{ from: addDays(range.from, -shiftDays), to: addDays(range.to, -shiftDays) },
    cuts: Object.fromEntries(running.map((store) => [store.id, cutAt(store, now, shiftDays)])),
  });
  return new Map(periods.map(({ storeId, total }) => [storeId, total]));
}

/** As many periods as a usual is made of, the latest first; none where the period has no usual, or it would take seconds. */
async function usualPeriods(read: ReadBack, { stores, range, now }: Stretch): Promise<Periods[]> {
  const days = daysBetween(range.from, range.to) + 1;
  const isTooMuch = stores.length > mostJudgedRunning && stores.some((store) => !isOver(store, range.to, now));
  if (days > longestJudgedDays || isTooMuch) return [];
  const periods: Periods[] = [];
  for (let back = 1; back <= usualDaysAtMost; back += 1) periods.push(await read(back * Math.ceil(days / 7) * 7));
  return periods;
}

function summed(tally: PeriodTally, isPartial: boolean): SummedDay {
  return { kpis: kpisOf(tally, { hours: 'open', isPartial }), sums: tally.window };
}

interface Seen {
  readonly store: Store;
  readonly period: SummedDay;
  readonly standing: Standing;
}

interface Around {
  /** The last of the period that has begun. */
  readonly date: string;
  readonly reasons: readonly QualityReason[];
  readonly beside: Beside;
}

function sightsOf({ store, period, standing }: Seen, { date, reasons, beside }: Around): BranchSights {
  // What Lintel itself missed it missed of all stores alike.
  const own = reasons.filter(({ code }) => code !== 'ingest_gap');
  const attention = attentionOf({
    outages: outagesOf(store, period.kpis, { date, reasons: own }),
    flags: period.kpis.flags,
    standing,
    queue: beside.queue,
    targetShare: store.queues.length === 0 ? null : Math.min(...store.queues.map(({ targetShare }) => targetShare)),
    service: beside.service,
  });
  return { store: store.id, name: store.name, ...period, attention };
}

/** Is anything of it set beside what is usual? */
function isJudged({ standing }: Seen): boolean {
  return Object.values(standing).some(({ verdict }) => verdict !== null);
}
