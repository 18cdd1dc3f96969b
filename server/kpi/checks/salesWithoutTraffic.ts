import type { DaySlots } from '../../../db/rollup/daySlots.ts';
import { bucketMs } from '../../../db/time/opening.ts';
import { boughtAndCame } from './conversion.ts';
import { type CheckedWeeks, completeDates, type Finding, recentDates } from './finding.ts';
import { slotsInOrder } from './flatLine.ts';

const chanceBelow = 1e-6;
const leastPurchases = 5;
/** Who buys in the first half hour of a stretch may have come in before it. */
const settledSlots = 2;
const freshMs = 2 * bucketMs;

/**
 * People buy, and nobody came in: quarters of an hour, one after the other, in which all doors report, none counts, and the till has so
 * many purchases that with the store's usual conversion c somebody must have come in: Poisson's e^(−purchases / c) below one in a
 * million. Without a usual, c is 1. The latest such stretch of the last 7 dates.
 */
export function salesWithoutTraffic(weeks: CheckedWeeks): Finding[] {
  const conversion = usualConversion(weeks);
  const doors = weeks.devices.filter(({ step }) => step === 'entries');
  const tills = weeks.devices.filter(({ step }) => step === 'purchases');
  for (let place = weeks.dates.length - 1; place >= Math.max(0, weeks.dates.length - recentDates); place--) {
    const day = (device: { days: readonly DaySlots[] }): DaySlots[] => device.days.slice(place, place + 1);
    const found = latestStretch(doors.flatMap(day), tills.flatMap(day), conversion);
    if (found !== null) return [findingOf(found, weeks.now)];
  }
  return [];
}

interface Stretch {
  readonly startAt: number;
  readonly endAt: number;
  readonly purchases: number;
}

function findingOf({ startAt, endAt, purchases }: Stretch, now: number): Finding {
  const isOver = endAt < now - freshMs;
  return {
    code: 'sales_without_traffic',
    deviceId: null,
    severity: isOver ? 'medium' : 'high',
    since: startAt,
    until: isOver ? endAt : null,
    figures: { purchases, hours: (endAt - startAt) / 3_600_000 },
  };
}

function usualConversion(weeks: CheckedWeeks): number {
  const { purchases, entries } = boughtAndCame(completeDates(weeks));
  return purchases > 0 && entries > purchases ? purchases / entries : 1;
}

function latestStretch(doors: readonly DaySlots[], tills: readonly DaySlots[], conversion: number): Stretch | null {
  const installed = doors.filter((door) => door.expectedMs.some((ms) => ms > 0));
  const [first] = installed;
  if (first === undefined) return null;
  let found: Stretch | null = null;
  let run: { startAt: number; slots: number; purchases: number } | null = null;
  for (const slot of slotsInOrder(first)) {
    const isEmpty = installed.every((door) => door.isValid[slot] === 1 && door.counts[slot] === 0);
    if (!isEmpty) {
      run = null;
      continue;
    }
    run ??= { startAt: first.startsAt[slot] ?? 0, slots: 0, purchases: 0 };
    run.slots++;
    if (run.slots > settledSlots) run.purchases += tills.reduce((sum, till) => sum + (till.counts[slot] ?? 0), 0);
    const isTooMany = run.purchases >= leastPurchases && Math.exp(-run.purchases / conversion) < chanceBelow;
    if (isTooMany)
      found = { startAt: run.startAt, endAt: run.startAt + run.slots * bucketMs, purchases: run.purchases };
  }
  return found;
}
