import type { DaySlots } from '../../../db/rollup/daySlots.ts';
import { normalOfStudent, upperTail } from '../probability.ts';
import { mean } from '../profile.ts';
import { type CheckedWeeks, completeDates, type Finding, wellCovered } from './finding.ts';

/** One false alarm of a store in twenty years, shared out over its doors, though every day is looked at. */
const falseAlarmsPerYear = 0.05;
/** Less than ten points of a hundred is no matter, however certain. */
const leastShift = 0.1;
const leastPast = 10;
const leastPeople = 100;

/**
 * The share of a store's entries that one of its entrances has, on the last complete date against the dates before it (at most 27, at
 * least 10, all doors well covered): a two-proportion test whose variance is the binomial one times how much more the shares of those
 * dates scatter than that (weekends take another door), judged by Student's distribution and corrected for looking at every door daily.
 */
export function shareShiftFindings(weeks: CheckedWeeks): Finding[] {
  const entrances = entrancesOf(weeks);
  if (entrances.length < 2) return [];
  const judged = completeDates(weeks).filter(({ place }) => entrances.every((one) => one.isCovered(place)));
  const latest = judged.at(-1);
  const newest = completeDates(weeks).at(-1);
  if (latest === undefined || latest.place !== newest?.place) return [];
  const chance = falseAlarmsPerYear / 365 / entrances.length;
  return entrances.flatMap((entrance) => {
    const shares = judged.map(({ place }) => shareOn(entrances, entrance, place));
    const shift = shiftOf(shares, chance);
    if (shift === null) return [];
    return [
      {
        code: 'share_shift',
        deviceId: entrance.deviceId,
        severity: 'medium',
        since: latest.startAt,
        until: null,
        figures: { entrance: entrance.name, ...shift },
      } as const,
    ];
  });
}

interface Entrance {
  readonly name: string;
  /** Its only device; null where it has several. */
  readonly deviceId: string | null;
  readonly isCovered: (place: number) => boolean;
  readonly peopleOn: (place: number) => number;
}

function entrancesOf({ store, devices }: CheckedWeeks): Entrance[] {
  const doors = devices.filter(({ step }) => step === 'entries');
  const keys = [...new Set(doors.map(({ device }) => device.entranceId ?? device.id))];
  return keys.map((key) => {
    const own = doors.filter(({ device }) => (device.entranceId ?? device.id) === key);
    return {
      name: store.entrances.find(({ id }) => id === key)?.name ?? own[0]?.device.name ?? key,
      deviceId: own.length === 1 ? (own[0]?.device.id ?? null) : null,
      isCovered: (place) =>
        own.some(({ days }) => isExpected(days[place])) && own.every(({ days }) => isSeen(days[place])),
      peopleOn: (place) => own.reduce((sum, { days }) => sum + total(days[place]?.counts), 0),
    };
  });
}

function total(values: Float64Array | undefined): number {
  return values?.reduce((sum, value) => sum + value, 0) ?? 0;
}

function isExpected(day: DaySlots | undefined): boolean {
  return total(day?.expectedMs) > 0;
}

function isSeen(day: DaySlots | undefined): boolean {
  return total(day?.observedMs) >= wellCovered * total(day?.expectedMs);
}

/** Of all people of a date, those of one entrance. */
interface Share {
  readonly own: number;
  readonly all: number;
}

function shareOn(entrances: readonly Entrance[], entrance: Entrance, place: number): Share {
  return { own: entrance.peopleOn(place), all: entrances.reduce((sum, one) => sum + one.peopleOn(place), 0) };
}

/** The last share against the ones before; null where it does not depart beyond chance, or not enough to matter. */
export function shiftOf(shares: readonly Share[], chance: number): { share: number; usual: number } | null {
  const now = shares.at(-1);
  const past = shares.slice(0, -1).filter(({ all }) => all > 0);
  if (now === undefined || now.all < leastPeople || past.length < leastPast) return null;
  const all = past.reduce((sum, one) => sum + one.all, 0);
  const usual = past.reduce((sum, one) => sum + one.own, 0) / all;
  const share = now.own / now.all;
  if (Math.abs(share - usual) < leastShift) return null;
  // A door that nobody ever used has no binomial variance; half a person keeps it from being none.
  const spread = Math.max(usual * (1 - usual), 0.5 / all);
  const degrees = past.length - 1;
  const scatter =
    (past.length / degrees) * mean(past.map((one) => (one.own - usual * one.all) ** 2 / (one.all * spread)));
  const score = (share - usual) / Math.sqrt(Math.max(1, scatter) * spread * (1 / now.all + 1 / all));
  const isChance = 2 * upperTail(Math.abs(normalOfStudent(score, degrees))) >= chance;
  return isChance ? null : { share, usual };
}
