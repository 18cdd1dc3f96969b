import { fineSeries, type PeriodStep } from '../rollup/fineSeries.ts';
import type { WatchedFacts } from '../rollup/lookout.ts';
import type { PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt, endOfDate } from '../time/businessDate.ts';
import { openSpans, type Span } from '../time/opening.ts';
import { seriesSteps } from '../time/steps.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { type DeviceState, readDeviceStates } from './devices.ts';
import { readKnown } from './known.ts';
import { readClosings } from './occupancyFacts.ts';
import { pastReasons, type QualityReason, qualityReasons } from './quality.ts';
import { readStoreFacts } from './storeFacts.ts';
import { readUsualDays, type UsualDay } from './usual.ts';

export interface TodayQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** Absent: the date that is running. Not later than that. */
  readonly date?: string | undefined;
  readonly now: number;
}

/** One store's business date, the running one so far or one that is over; instants in epoch ms. */
export interface Today {
  readonly storeId: string;
  readonly date: string;
  /** The date is over. */
  readonly isPast: boolean;
  readonly isOpen: boolean;
  /** Of the opening that is going on, else of the next within two weeks; null: none, open without end, or the date is over. */
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly total: PeriodTally;
  /** The hours that touch the window, those to come included. */
  readonly hours: PeriodStep[];
  /** The same weekday's earlier dates up to the same local time, the latest first. */
  readonly usualDays: UsualDay[];
  /** What the date's occupancy is worked out from: its facts, and earlier dates' closings (none where it is over). */
  readonly facts: WatchedFacts;
  readonly closings: readonly PeriodTally[];
  readonly reasons: QualityReason[];
  /** The earliest thing that any device of the store ever reported. */
  readonly firstMessageAt: number | null;
}

const dayMs = 24 * 60 * 60_000;
const openingsBackMs = 2 * dayMs;
const openingsAheadMs = 14 * dayMs;

/** What the Today page shows of a store, but for the formulas; null for a store that the scope may not see. */
export async function readToday(sql: Sql, scope: Scope, query: TodayQuery): Promise<Today | null> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return null;
  return sql.transaction((snapshot) => todayOf(snapshot, store, query));
}

async function todayOf(sql: Sql, store: Store, query: TodayQuery): Promise<Today> {
  const { now } = query;
  const date = query.date ?? businessDateAt(store, now);
  const isPast = endOfDate(store, date) <= now;
  const known = await readKnown(sql, [store], now);
  const [facts] = await readStoreFacts(sql, [{ store, from: date, to: date }], known);
  if (facts === undefined) throw new Error('a stretch was asked for and not answered');
  const { total, series } = fineSeries({ ...facts, now }, seriesSteps(store, { from: date, to: date }, 'hour'), 'open');
  const states = await readDeviceStates(
    sql,
    store.devices.map((device) => device.id),
  );
  const day = { startAt: facts.plan.startAt, endAt: Math.min(now, endOfDate(store, date)) };
  return {
    storeId: store.id,
    date,
    isPast,
    ...(isPast ? { isOpen: false, opensAt: null, closesAt: null } : openingAt(store, now)),
    total,
    hours: series,
    usualDays: await readUsualDays(sql, store, { date, now, known }),
    facts: { ...facts, now },
    closings: isPast ? [] : await readClosings(sql, store, { date, known, now }),
    reasons: (isPast ? pastReasons : qualityReasons)({ ...known, store, now, day, window: total.window, states }),
    firstMessageAt: firstMessageAt(states),
  };
}

function openingAt(store: Store, now: number): Pick<Today, 'isOpen' | 'opensAt' | 'closesAt'> {
  const around: Span = { startAt: now - openingsBackMs, endAt: now + openingsAheadMs };
  const opening = openSpans(store, around.startAt, around.endAt).find((span) => span.endAt > now);
  if (opening === undefined) return { isOpen: false, opensAt: null, closesAt: null };
  return {
    isOpen: opening.startAt <= now,
    opensAt: opening.startAt === around.startAt ? null : opening.startAt,
    closesAt: opening.endAt === around.endAt ? null : opening.endAt,
  };
}

function firstMessageAt(states: ReadonlyMap<string, DeviceState>): number | null {
  const heard = [...states.values()].flatMap((state) => state.firstReportAt ?? state.lastSeenAt ?? []);
  return heard.length === 0 ? null : Math.min(...heard);
}
