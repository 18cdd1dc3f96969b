import { addDays, endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import { openSpans } from '../../db/time/opening.ts';
import { cutAt } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import { kpisOf } from '../kpi/kpis.ts';
import { type Usual, usualDaysAtMost, usualOf } from '../kpi/usual.ts';
import { isOver, type ReadPeriods } from './funnel.ts';

/** How far back to look for eight days that were open and covered. */
const mostWeeks = 2 * usualDaysAtMost;

interface UsualQuestion {
  readonly store: Store;
  readonly date: string;
  readonly now: number;
}

/** What is usual on this weekday, up to the same local time where the date is not over; null: too few days to say. */
export async function usualFor(read: ReadPeriods, { store, date, now }: UsualQuestion): Promise<Usual | null> {
  const isRunning = !isOver(store, date, now);
  const days = [];
  for (let week = 1; week <= mostWeeks; week += 1) {
    const earlier = addDays(date, -7 * week);
    if (openSpans(store, startOfDate(store, earlier), endOfDate(store, earlier)).length === 0) continue;
    const cuts = isRunning ? { cuts: { [store.id]: cutAt(store, now, 7 * week) } } : {};
    const question = { storeIds: [store.id], from: earlier, to: earlier, by: 'none', hours: 'open', now } as const;
    const [periods] = await read({ ...question, ...cuts });
    if (periods !== undefined) days.push(kpisOf(periods.total, { hours: 'open', isPartial: false }));
  }
  return usualOf(days);
}

interface Kept {
  readonly key: string;
  readonly usual: Promise<Usual | null>;
}

const kept = new Map<string, Kept>();
const minuteMs = 60_000;

/** The same, worked out once a minute for each store: to the minute that has begun, and with late corrections at the next. */
export function usualThisMinute(read: ReadPeriods, { store, date, now }: UsualQuestion): Promise<Usual | null> {
  const minute = Math.floor(now / minuteMs) * minuteMs;
  const key = `${date} ${minute}`;
  const known = kept.get(store.id);
  if (known?.key === key) return known.usual;
  const usual = usualFor(read, { store, date, now: minute });
  kept.set(store.id, { key, usual });
  // A failure is told to whoever asked and not remembered.
  usual.catch(() => kept.delete(store.id));
  return usual;
}
