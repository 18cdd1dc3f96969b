import { bucketMs } from '../time/opening.ts';
import { localParts } from '../time/zone.ts';
import type { Device } from '../vocabulary/place.ts';
import type { Step } from '../vocabulary/quality.ts';
import { lookoutOf, type WatchedFacts } from './lookout.ts';
import { entriesDoubled, entryDevices, passersByDevices, salesDevices } from './measuring.ts';
import { sightOf, type Watch } from './watch.ts';

/** Quarters of an hour on a day's clock. */
export const slotsPerDay = 96;

/**
 * One device's business date by the quarters of the store's clock: slot 0 is 00:00, 95 is 23:45. A quarter that the clock shows
 * twice is one slot, one that it leaves out is not open.
 */
export interface DaySlots {
  readonly date: string;
  /** Epoch ms at which each slot begins (the first time). */
  readonly startsAt: Float64Array;
  /** People (halves where an entrance counts the average) or receipts. */
  readonly counts: Float64Array;
  /** Inside opening hours, while installed and before now; and how much of that its reports cover. */
  readonly expectedMs: Float64Array;
  readonly observedMs: Float64Array;
  /** 1: the store is open. */
  readonly isOpen: Uint8Array;
  /** 1: open, and the device was installed and covers at least 80 %. */
  readonly isValid: Uint8Array;
}

/** What a device saw of one step of the funnel, date by date. */
export interface DeviceDays {
  readonly device: Device;
  readonly step: Step;
  readonly days: readonly DaySlots[];
}

/** Lays the facts of whole business dates out by device, step, date and quarter of the clock. */
export function deviceDays(facts: WatchedFacts): DeviceDays[] {
  const { store } = facts;
  const lookout = lookoutOf(facts);
  const slots = slotsOfPlan(facts);
  const laid = (device: Device | undefined, step: Step, look: Look): DeviceDays => {
    if (device === undefined) throw new Error(`a device of ${store.id} is watched and not set up`);
    return { device, step, days: daysOf(facts, slots, look) };
  };
  // lookoutOf places its watches in the order of these very lists.
  return [
    ...lookout.passersBy.map((watch, i) =>
      laid(passersByDevices(store)[i], 'passersBy', { watch, countAt: (at) => watch.rows.at(at)?.passersBy ?? 0 }),
    ),
    ...lookout.entries.map((watch, i) =>
      laid(entryDevices(store)[i]?.device, 'entries', {
        watch,
        countAt: (at) => {
          const row = watch.rows.at(at);
          return row === undefined ? 0 : (entriesDoubled(row, watch.countAs) ?? 0) / 2;
        },
      }),
    ),
    ...lookout.purchases.map((watch, i) =>
      laid(salesDevices(store)[i], 'purchases', { watch, countAt: (at) => watch.rows.at(at)?.purchases ?? 0 }),
    ),
  ];
}

/** The slot of every bucket of a plan. */
function slotsOfPlan({ store, plan }: WatchedFacts): Uint8Array {
  return Uint8Array.from({ length: plan.count }, (_, i) => slotAt(store.timezone, plan.startAt + i * bucketMs));
}

/** The quarter of the local clock's day in which an instant lies, 0 to 95. */
export function slotAt(zone: string, at: number): number {
  return Math.floor(localParts(zone, at).minutes / 15);
}

interface Look {
  readonly watch: Watch;
  readonly countAt: (bucket: number) => number;
}

function daysOf(facts: WatchedFacts, slots: Uint8Array, { watch, countAt }: Look): DaySlots[] {
  const { plan } = facts;
  const horizon = Math.min(facts.now, facts.until ?? facts.now);
  return plan.dates.map(({ date, firstBucketIndex, lastBucketIndex }) => {
    const day = emptyDay(date);
    for (let i = firstBucketIndex; i <= lastBucketIndex; i++) {
      const bucket = plan.startAt + i * bucketMs;
      const sight = sightOf([watch], bucket, horizon);
      const count = countAt(bucket);
      if (plan.isOpen[i] !== 1) continue;
      const slot = slots[i] as number;
      if (day.isOpen[slot] === 0) day.startsAt[slot] = bucket;
      day.isValid[slot] = sight.isValid && (day.isOpen[slot] === 0 || day.isValid[slot] === 1) ? 1 : 0;
      day.isOpen[slot] = 1;
      add(day.counts, slot, count);
      add(day.expectedMs, slot, sight.expectedMs);
      add(day.observedMs, slot, sight.observedMs);
    }
    return day;
  });
}

function add(sums: Float64Array, slot: number, more: number): void {
  sums[slot] = (sums[slot] ?? 0) + more;
}

function emptyDay(date: string): DaySlots {
  return {
    date,
    startsAt: new Float64Array(slotsPerDay),
    counts: new Float64Array(slotsPerDay),
    expectedMs: new Float64Array(slotsPerDay),
    observedMs: new Float64Array(slotsPerDay),
    isOpen: new Uint8Array(slotsPerDay),
    isValid: new Uint8Array(slotsPerDay),
  };
}
