import { findDeviceStates } from '../../db/reads/standing.ts';
import type { Sql } from '../../db/sql/port.ts';
import { businessDateAt, endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import { openSpans, type Span } from '../../db/time/opening.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { TodayAnswer } from '../contracts/funnel.ts';
import { changeOf } from '../kpi/change.ts';
import { funnelOf, type ReadPeriods } from './funnel.ts';
import { qualityOf } from './quality.ts';
import { usualThisMinute } from './usual.ts';

export interface TodayQuestion {
  readonly sql: Sql;
  readonly read: ReadPeriods;
  readonly store: Store;
  readonly now: number;
}

/** The business date that is running: its figures so far, by hour, beside what is usual by now, and how far to trust them. */
export async function todayOf({ sql, read, store, now }: TodayQuestion): Promise<TodayAnswer> {
  const date = businessDateAt(store, now);
  const query = { from: date, to: date, by: 'hour', compare: 'none', hours: 'open' } as const;
  const { total, series = [] } = await funnelOf(read, { ...query, store, now });
  const usual = await usualThisMinute(read, { store, date, now });
  const states = await findDeviceStates(
    sql,
    store.devices.map((device) => device.id),
  );
  const byDevice = new Map(states.map((state) => [state.deviceId, state]));
  const firsts = states.flatMap((state) =>
    state.lastSeenAt === null ? [] : [state.firstReportAt ?? state.lastSeenAt],
  );
  return {
    store: store.id,
    name: store.name,
    currency: store.currency,
    timezone: store.timezone,
    date,
    now: formatInstant(store.timezone, Math.floor(now / 1000) * 1000),
    ...openingOf(store, date, now),
    total,
    hours: series,
    usual: usual && { ...usual, change: changeOf(total, usual.values) },
    quality: qualityOf({ store, total, states: byDevice, now }),
    firstMessageAt: firsts.length === 0 ? null : formatInstant(store.timezone, Math.min(...firsts)),
  };
}

/** Is it open, and the date's first opening and last closing; an opening that passes midnight is followed to its end. */
function openingOf(store: Store, date: string, now: number): Pick<TodayAnswer, 'isOpen' | 'opensAt' | 'closesAt'> {
  if (store.openingHours === null) return { isOpen: true };
  const dateEndsAt = endOfDate(store, date);
  const spans = openSpans(store, startOfDate(store, date), dateEndsAt);
  const isOpen = spans.some((span) => span.startAt <= now && now < span.endAt);
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return { isOpen };
  return {
    isOpen,
    opensAt: formatInstant(store.timezone, first.startAt),
    closesAt: formatInstant(store.timezone, last.endAt < dateEndsAt ? last.endAt : closingAfter(store, last)),
  };
}

const dayMs = 24 * 3600 * 1000;

function closingAfter(store: Store, last: Span): number {
  const [whole] = openSpans(store, last.startAt, last.endAt + dayMs);
  return whole?.endAt ?? last.endAt;
}
