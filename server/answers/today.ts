import type { Today } from '../../db/reads/today.ts';
import { businessDateAt, startOfDate } from '../../db/time/businessDate.ts';
import { formatInstant } from '../../db/time/steps.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { Beside } from '../contracts/beside.ts';
import type { TodayAnswer } from '../contracts/funnel.ts';
import { changeOf } from '../kpi/change.ts';
import { attentionOf } from '../kpi/day/attention.ts';
import { headlineOf } from '../kpi/day/headline.ts';
import { standingOf } from '../kpi/day/standing.ts';
import { kpisOf } from '../kpi/kpis.ts';
import { usualOf } from '../kpi/usual.ts';
import { occupancyNowOf } from './occupancy.ts';
import { outagesOf } from './outages.ts';
import { qualityOf } from './quality.ts';

/** A date that has not begun has no figures to show. */
export function refuseAhead(
  store: Store,
  { date, now }: { readonly date?: string | undefined; readonly now: number },
): void {
  if (date === undefined || startOfDate(store, date) <= now) return;
  throw new AppError(
    'invalid',
    `date: ${date} has not begun at ${store.id} yet; take ${businessDateAt(store, now)} or an earlier one`,
  );
}

/** A business date: its figures, so far where it is running, by hour, beside what is usual, what stands out, and how far to trust them. */
export function todayOf(store: Store, today: Today, { now, beside }: { now: number; beside: Beside }): TodayAnswer {
  const total = kpisOf(today.total, { hours: 'open', isPartial: !today.isPast });
  const days = today.usualDays.map((day) => ({
    kpis: kpisOf(day, { hours: 'open', isPartial: false }),
    sums: day.window,
  }));
  const usual = usualOf(days.map(({ kpis }) => kpis));
  const standing = standingOf({ kpis: total, sums: today.total.window }, days);
  const at = (instant: number): string => formatInstant(store.timezone, instant);
  return {
    store: store.id,
    name: store.name,
    currency: store.currency,
    timezone: store.timezone,
    date: today.date,
    isPast: today.isPast,
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
    headline: headlineOf(total, today),
    standing,
    attention: attentionOf({
      outages: outagesOf(store, total, today),
      flags: total.flags,
      standing,
      queue: beside.queue,
      targetShare: store.queues.length === 0 ? null : Math.min(...store.queues.map(({ targetShare }) => targetShare)),
      service: beside.service,
    }),
    occupancy: today.isPast ? null : occupancyNowOf(today, now),
    quality: qualityOf(store, total, today.reasons),
    ...beside,
    firstMessageAt: today.firstMessageAt === null ? null : at(today.firstMessageAt),
  };
}
