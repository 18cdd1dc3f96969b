import { addDays } from '../../db/time/businessDate.ts';
import { dayMs, minuteMs } from '../../db/time/calendar.ts';
import { type BucketPlan, bucketMs, bucketPlan } from '../../db/time/opening.ts';
import { localParts } from '../../db/time/zone.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { DemoStore } from './chain.ts';
import { normal, randomFor } from './random.ts';

/** Share of middling business by local hour: quiet mornings, a noon and an early evening peak. */
const byHour = [
  0.12, 0.08, 0.05, 0.05, 0.08, 0.18, 0.3, 0.42, 0.55, 0.7, 0.85, 1, 1.2, 1.15, 1, 0.98, 1.08, 1.3, 1.38, 1.15, 0.85,
  0.62, 0.4, 0.22,
];
const byWeekday = [0.84, 0.86, 0.9, 0.96, 1.14, 1.36, 1.02];
const byMonth = [0.9, 0.88, 0.96, 1, 1.02, 1.03, 0.97, 0.95, 1.02, 1.03, 1.12, 1.38];

/** Expected people within an hour at an instant (epoch ms). */
export interface Demand {
  readonly outside: number;
  readonly entries: number;
  /** Whether the shop is open then. */
  readonly isOpen: boolean;
}

function dayMood(storeId: string, date: string): number {
  return Math.exp(0.11 * normal(randomFor('mood', storeId, date)));
}

/** Share of middling business that is usual at that hour of that weekday: what staff is planned by. */
export function usualLevel(demo: DemoStore, { minutes, weekday }: { minutes: number; weekday: number }): number {
  const hour = Math.floor(minutes / 60);
  const between = (minutes % 60) / 60;
  const shopping = (byHour[hour] ?? 0) * (1 - between) + (byHour[(hour + 1) % 24] ?? 0) * between;
  // Planes come and go at night too.
  const level = demo.tags.includes('airport') ? 0.5 + 0.5 * shopping : shopping;
  return level * (byWeekday[weekday] ?? 1);
}

function levelAt(demo: DemoStore, at: number): number {
  const local = localParts(demo.timezone, at);
  const month = Number(local.date.slice(5, 7)) - 1;
  return usualLevel(demo, local) * (byMonth[month] ?? 1) * dayMood(demo.id, local.date);
}

/** Whether the shop is open, by 15-minute bucket; plans are made for 40 days at a time and kept. */
function opennessOf(store: Store): (at: number) => boolean {
  let plan: BucketPlan | undefined;
  return (at) => {
    if (plan === undefined || at < plan.startAt || at >= plan.endAt) {
      const from = addDays(localParts(store.timezone, at).date, -1);
      plan = bucketPlan(store, from, addDays(from, 40));
    }
    return plan.isOpen[Math.floor((at - plan.startAt) / bucketMs)] === 1;
  };
}

/** How busy a shop and the street before it are, by the clock and the calendar there; a little better every year. */
export function demandOf(demo: DemoStore, store: Store): (at: number) => Demand {
  const isOpenAt = opennessOf(store);
  return (at) => {
    const growth = 1 + (0.06 * (at - Date.UTC(2026, 0, 1))) / (365 * dayMs);
    const level = levelAt(demo, at) * growth;
    const isOpen = isOpenAt(at);
    // A few still come in just after closing, and staff just before opening.
    const isNear = !isOpen && (isOpenAt(at - 10 * minuteMs) || isOpenAt(at + 15 * minuteMs));
    const entries = isOpen ? demo.entriesPerHour * level : isNear ? demo.entriesPerHour * 0.04 : 0;
    return { outside: (demo.entriesPerHour / demo.capture) * level, entries, isOpen };
  };
}

export type DemandAt = (at: number) => Demand;

/** A store of the chain with what is asked of it again and again. */
export interface DemoPlace {
  readonly demo: DemoStore;
  readonly demandAt: DemandAt;
}
