import type { Today } from '../../db/reads/today.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { Beside } from '../contracts/beside.ts';
import type { TodayAnswer } from '../contracts/funnel.ts';
import { changeOf } from '../kpi/change.ts';
import { kpisOf } from '../kpi/kpis.ts';
import { usualOf } from '../kpi/usual.ts';
import { occupancyNowOf } from './occupancy.ts';
import { qualityOf } from './quality.ts';

/** The business date that is running: its figures so far, by hour, beside what is usual by now, and how far to trust them. */
export function todayOf(store: Store, today: Today, { now, beside }: { now: number; beside: Beside }): TodayAnswer {
  const total = kpisOf(today.total, { hours: 'open', isPartial: true });
  const usual = usualOf(today.usualDays.map((day) => kpisOf(day, { hours: 'open', isPartial: false })));
  const at = (instant: number): string => formatInstant(store.timezone, instant);
  return {
    store: store.id,
    name: store.name,
    currency: store.currency,
    timezone: store.timezone,
    date: today.date,
    now: at(Math.floor(now / 1000) * 1000),
    isOpen: today.isOpen,
    ...(today.opensAt === null ? {} : { opensAt: at(today.opensAt) }),
    ...(today.closesAt === null ? {} : { closesAt: at(today.closesAt) }),
    total,
    hours: today.hours.map((hour) => ({
      start: at(hour.startAt),
      end: at(hour.endAt),
      ...kpisOf(hour, { hours: 'open', isPartial: hour.endAt > now, isWithinDay: true }),
    })),
    usual: usual && { ...usual, change: changeOf(total, usual.values) },
    occupancy: occupancyNowOf(today, now),
    quality: qualityOf(store, total, today.reasons),
    ...beside,
    firstMessageAt: today.firstMessageAt === null ? null : at(today.firstMessageAt),
  };
}
