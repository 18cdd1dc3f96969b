import { bucketMs, bucketOf } from '../../../db/time/opening.ts';

/** People of a quarter; epoch ms of its start. */
export interface QuarterPeople {
  readonly bucket: number;
  readonly people: number;
}

/** Who came on a date, from its start. */
export interface ArrivalDay {
  readonly startAt: number;
  /** The instant of the same local time as now. */
  readonly sameTimeAt: number;
  /** Quarters that were measured; one that is absent on a measured day is 0. */
  readonly quarters: readonly QuarterPeople[];
}

const halfHourMs = 30 * 60_000;
const quartersAnHour = 4;
/** A mean of one earlier day is no mean. */
const leastDays = 2;
/** With fewer people so far the day's level is chance. */
const leastSoFar = 20;
/** A day is not taken for busier or quieter than the usual by more than this. */
const mostLevel = 3;

/** By a sensor's own statistics: of the last two whole quarters, an hour; null where one of them is not there yet. */
export function arrivalsOfQuarters(day: ArrivalDay, now: number): number | null {
  const last = bucketOf(now) - bucketMs;
  const people = [last - bucketMs, last].map((bucket) => quarterAt(day, bucket));
  if (people.some((one) => one === null)) return null;
  return people.reduce<number>((sum, one) => sum + (one ?? 0), 0) * 2;
}

/**
 * How many an hour come in half an hour: the mean of that quarter on the earlier days, times today's level so far (today's people up to
 * the running quarter / the earlier days' mean up to the same time). null where fewer than two earlier days were measured.
 */
export function arrivalsSoon(today: ArrivalDay, earlier: readonly ArrivalDay[]): number | null {
  const measured = earlier.filter(({ quarters }) => quarters.length > 0);
  if (measured.length < leastDays) return null;
  const then = mean(measured.map((day) => quarterAt(day, bucketOf(day.sameTimeAt + halfHourMs)) ?? 0));
  const usual = mean(measured.map(soFar));
  const level = usual < leastSoFar ? 1 : Math.min(mostLevel, Math.max(1 / mostLevel, soFar(today) / usual));
  return then * quartersAnHour * level;
}

function quarterAt({ quarters }: ArrivalDay, bucket: number): number | null {
  return quarters.find((quarter) => quarter.bucket === bucket)?.people ?? null;
}

function soFar({ startAt, sameTimeAt, quarters }: ArrivalDay): number {
  const until = bucketOf(sameTimeAt);
  return quarters.reduce((sum, { bucket, people }) => (bucket >= startAt && bucket < until ? sum + people : sum), 0);
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / list.length;
}
