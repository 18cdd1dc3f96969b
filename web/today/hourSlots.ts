import type { KpiStep } from '../api-types.ts';
import { clockOf } from '../format/dates.ts';
import type { Estimate } from './dayTypes.ts';

/** One hour of the day's axis, with what was counted in it and in the same hour of the day behind. */
export interface HourSlot {
  /** Local time the hour begins, `14:00`. */
  readonly label: string;
  readonly now: KpiStep | null;
  readonly before: KpiStep | null;
  /** People that probably came in unseen; null: nothing is missing, or nobody can say. */
  readonly unseen: Estimate | null;
  /** `gap`: it has begun, and nothing is known of its entries; `part`: entries are known for under 70 % of it. */
  readonly state: 'shown' | 'part' | 'gap' | 'ahead';
}

/** A business date (YYYY-MM-DD) and its hours. */
export interface DayHours {
  readonly date: string;
  readonly hours: readonly KpiStep[];
  /** Estimates of entries by the start of their hour. */
  readonly unseen?: ReadonlyMap<string, Estimate>;
}

const partBelow = 0.7;

/** Places two days' hours on one axis. `until` is the instant the figures reach to; null for a day that is over. */
export function hourSlots(day: DayHours, behind: DayHours | null, until: string | null): HourSlot[] {
  const untilMs = until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
  const now = byPlace(day);
  const then = behind ? byPlace(behind) : new Map<string, KpiStep>();
  const places = [...new Set([...now.keys(), ...then.keys()])].sort();
  return places.map((place) => {
    const step = now.get(place) ?? null;
    const before = then.get(place) ?? null;
    const estimate = step === null ? null : (day.unseen?.get(step.start) ?? null);
    return { label: place.slice(2, 7), now: step, before, unseen: estimate, state: stateOf(step, untilMs) };
  });
}

/** The hour has begun, and its conversion is unknown for want of data; without entries there is no rate, and no gap. */
export function isRateGap({ state, now }: HourSlot): boolean {
  if (state === 'ahead' || now === null || now.conversionRate !== null) return false;
  return now.entries === null || now.purchases === null || now.entries > 0;
}

function stateOf(step: KpiStep | null, untilMs: number): HourSlot['state'] {
  if (!step || Date.parse(step.start) >= untilMs) return 'ahead';
  if (step.entries === null) return 'gap';
  return (step.coverage.entries ?? 1) < partBelow ? 'part' : 'shown';
}

/**
 * Hours by their place in the business date, in sorting order: calendar day (0, or 1 past midnight), local time, and a
 * mark for an hour that occurs twice when clocks go back.
 */
function byPlace({ date, hours }: DayHours): Map<string, KpiStep> {
  const found = new Map<string, KpiStep>();
  for (const step of hours) {
    const place = `${step.start.slice(0, 10) > date ? 1 : 0}T${clockOf(step.start)}`;
    found.set(found.has(place) ? `${place}#` : place, step);
  }
  return found;
}
