import { type DaySlots, slotsPerDay } from '../../../db/rollup/daySlots.ts';
import { addDays } from '../../../db/time/businessDate.ts';
import { bucketMs } from '../../../db/time/opening.ts';

/** Slots of 10:00 to 18:00. */
export const firstSlot = 40;
export const endSlot = 72;

/** A date open from 10:00 to 18:00 UTC, covered whole; `countAt` says what each quarter counted. */
export function dayOf(date: string, countAt: (slot: number) => number): DaySlots {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const slots = (value: (slot: number) => number): Float64Array =>
    Float64Array.from({ length: slotsPerDay }, (_, slot) => (isOpen(slot) ? value(slot) : 0));
  return {
    date,
    startsAt: slots((slot) => midnight + slot * bucketMs),
    counts: slots(countAt),
    expectedMs: slots(() => bucketMs),
    observedMs: slots(() => bucketMs),
    isOpen: Uint8Array.from(slots(() => 1)),
    isValid: Uint8Array.from(slots(() => 1)),
  };
}

function isOpen(slot: number): boolean {
  return slot >= firstSlot && slot < endSlot;
}

/** The same date with some of its quarters not covered, or only so much of them; what they counted shrinks along. */
export function withGap(day: DaySlots, slots: readonly number[], covered = 0): DaySlots {
  const inGap = (slot: number): boolean => slots.includes(slot);
  return {
    ...day,
    counts: day.counts.map((count, slot) => (inGap(slot) ? Math.round(count * covered) : count)),
    observedMs: day.observedMs.map((ms, slot) => (inGap(slot) ? ms * covered : ms)),
    isValid: day.isValid.map((valid, slot) => (inGap(slot) && covered < 0.8 ? 0 : valid)),
  };
}

/** The same weekday's dates before one, the latest first. */
export function weeksBefore(date: string, weeks: number, countAt: (slot: number, week: number) => number): DaySlots[] {
  return Array.from({ length: weeks }, (_, i) => dayOf(addDays(date, -7 * (i + 1)), (slot) => countAt(slot, i + 1)));
}

/** What was counted in some quarters. */
export function countIn(day: DaySlots, slots: readonly number[]): number {
  return slots.reduce((sum, slot) => sum + (day.counts[slot] ?? 0), 0);
}
