import { type DaySlots, type DeviceDays, slotsPerDay } from '../../../db/rollup/daySlots.ts';
import { bucketMs } from '../../../db/time/opening.ts';
import { noneCame } from '../probability.ts';
import { comparedWith, rateOf, variationOf } from '../profile.ts';
import { type CheckedWeeks, type Finding, recentDates } from './finding.ts';

/** So unlikely must it be that nobody came: in a chain of 1,000 counters about one false alarm in some years. */
const chanceBelow = 1e-6;
const leastPast = 3;
/** Four dates or so tell little of how days differ; at least 22 % is assumed. */
const leastVariation = 0.05;
/** A run that ends so shortly before now goes on. */
const freshMs = 2 * bucketMs;

/**
 * A device that reports, and reports nothing: quarters of opening hours, one after the other, covered and without a count, where the
 * same weekday usually has so many that it cannot be chance. A quiet day lowers what is expected. One finding a device, the latest.
 */
export function flatLineFindings({ devices, now }: CheckedWeeks): Finding[] {
  return devices.flatMap((device) => {
    for (let place = device.days.length - 1; place >= Math.max(0, device.days.length - recentDates); place--) {
      const found = worstRun(device.days, place);
      if (found !== null) return [findingOf(device, found, now)];
    }
    return [];
  });
}

/** Neighbouring quarters without a count. */
interface Run {
  readonly slots: readonly number[];
  readonly startAt: number;
  readonly endAt: number;
  /** People that even a quiet date of the same weekday has in them. */
  readonly usual: number;
  readonly chance: number;
}

function findingOf({ device, step }: DeviceDays, run: Run, now: number): Finding {
  const isOver = run.endAt < now - freshMs;
  return {
    code: 'flat_line',
    deviceId: device.id,
    severity: isOver ? 'medium' : 'high',
    since: run.startAt,
    until: isOver ? run.endAt : null,
    figures: { step, usual: Math.round(run.usual), hours: (run.endAt - run.startAt) / 3_600_000 },
  };
}

function worstRun(days: readonly DaySlots[], place: number): Run | null {
  const day = days[place];
  const past = days.filter((one, i) => i < place && (place - i) % 7 === 0 && one.isValid.includes(1));
  if (day === undefined || past.length < leastPast) return null;
  // A quiet day and days that differ only make it likelier: most runs need no closer look.
  const runs = runsOfZero(day, past)
    .filter((slots) => noneCame(quietestOf(slots, day, past), 0) < chanceBelow)
    .map((slots) => runOf(slots, day, past));
  const [worst] = runs.sort((a, b) => a.chance - b.chance);
  return worst !== undefined && worst.chance < chanceBelow ? worst : null;
}

/** Runs of open, covered quarters that counted nothing, and that the earlier dates cover too. */
function runsOfZero(day: DaySlots, past: readonly DaySlots[]): number[][] {
  const runs: number[][] = [];
  let lastAt = Number.NaN;
  for (const slot of slotsInOrder(day)) {
    const isKnown = past.every((one) => one.isValid[slot] === 1);
    if (day.isValid[slot] !== 1 || day.counts[slot] !== 0 || !isKnown) continue;
    const at = day.startsAt[slot] ?? 0;
    if (at - lastAt === bucketMs) runs.at(-1)?.push(slot);
    else runs.push([slot]);
    lastAt = at;
  }
  return runs;
}

/** Open slots as they follow each other: a business date may begin in the evening. */
export function slotsInOrder(day: DaySlots): number[] {
  const open = Array.from({ length: slotsPerDay }, (_, slot) => slot).filter((slot) => day.isOpen[slot] === 1);
  return open.sort((a, b) => (day.startsAt[a] ?? 0) - (day.startsAt[b] ?? 0));
}

function runOf(slots: readonly number[], day: DaySlots, past: readonly DaySlots[]): Run {
  const variation = Math.max(leastVariation, variationOf(past, day));
  const usual = quietestOf(slots, day, past) * quietness(slots, { day, past, variation });
  const startAt = day.startsAt[slots[0] ?? 0] ?? 0;
  return {
    slots,
    startAt,
    endAt: startAt + slots.length * bucketMs,
    usual,
    chance: noneCame(usual, variation),
  };
}

/** What the quietest of the earlier dates counted in the same time: the mean of four would be ruled by one day with an event. */
function quietestOf(slots: readonly number[], day: DaySlots, past: readonly DaySlots[]): number {
  const totals = past.map((one) =>
    slots.reduce((sum, slot) => sum + rateOf([one], slot) * (day.observedMs[slot] ?? 0), 0),
  );
  return Math.min(...totals);
}

/** How quiet the rest of the date is, at most 1: a holiday is quiet before the run and after it. */
function quietness(
  slots: readonly number[],
  { day, past, variation }: { day: DaySlots; past: readonly DaySlots[]; variation: number },
): number {
  const rest = { ...day, isValid: day.isValid.map((valid, slot) => (slots.includes(slot) ? 0 : valid)) };
  const { counted, usual } = comparedWith(rest, past, rest);
  return Math.min(1, (1 / variation + counted) / (1 / variation + usual));
}
