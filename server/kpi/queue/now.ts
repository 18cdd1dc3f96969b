import type { KnownServiceTime } from './serviceTime.ts';
import { type Target, type TillsNeeded, tillsNeeded, waitingWith } from './staffing.ts';

/** What is known of one queue at this moment. */
export interface QueueSight extends Target {
  /** People waiting; null: not known in the last ten minutes. */
  readonly length: number | null;
  readonly openTills: number | null;
  readonly service: KnownServiceTime | null;
  /** An hour; null: not known. */
  readonly arrivalsNow: number | null;
  readonly arrivalsSoon: number | null;
  /** Whether the store is open now and in half an hour. */
  readonly isOpen: boolean;
  readonly isOpenSoon: boolean;
}

/** Why it is not said how many tills are needed. */
export type StaffingSilence = 'noServiceTime' | 'noArrivals' | 'noHistory' | 'tooMany';

export interface Staffing {
  readonly now: TillsNeeded | null;
  readonly in30Minutes: TillsNeeded | null;
  /** Share who wait no longer than the target with the tills that are open now; 0: more come than they serve; null: not known. */
  readonly openServiceLevel: number | null;
  /** Of the first of both that is not said. */
  readonly why: StaffingSilence | null;
}

/** How long who joins now will wait: length × mean service / open tills, an estimate. null where that is not known. */
export function expectedWaitOf({ length, service, openTills }: QueueSight): number | null {
  if (length === 0) return 0;
  if (length === null || service === null || openTills === null || openTills === 0) return null;
  return (length * service.meanSeconds) / openTills;
}

export type Light = 'green' | 'yellow' | 'red';

/** The expected wait beside the target: up to it, up to twice it, more; red too where people wait and no till is open. */
export function lightOf(sight: QueueSight): Light | null {
  if ((sight.length ?? 0) > 0 && sight.openTills === 0) return 'red';
  const expected = expectedWaitOf(sight);
  if (expected === null) return null;
  if (expected <= sight.targetSeconds) return 'green';
  return expected <= 2 * sight.targetSeconds ? 'yellow' : 'red';
}

/**
 * Tills needed to keep the target, now and in half an hour. Now also so many that who joins the line that stands already waits no longer
 * than the target: Erlang's formula knows the steady state alone.
 */
export function staffingOf(sight: QueueSight): Staffing {
  const { service, arrivalsNow, arrivalsSoon } = sight;
  if (service === null) return { now: null, in30Minutes: null, openServiceLevel: null, why: 'noServiceTime' };
  const standing = tillsForLine(sight, service.meanSeconds);
  const now = neededFor(sight, { arrivals: arrivalsNow, service, least: Math.max(standing, sight.isOpen ? 1 : 0) });
  const soon = neededFor(sight, { arrivals: arrivalsSoon, service, least: sight.isOpenSoon ? 1 : 0 });
  return { now, in30Minutes: soon, openServiceLevel: levelWithOpen(sight), why: silenceOf(sight, now, soon) };
}

function levelWithOpen({ openTills, service, arrivalsNow, targetSeconds }: QueueSight): number | null {
  if (openTills === null || openTills === 0 || service === null || arrivalsNow === null) return null;
  return waitingWith(openTills, { arrivalsPerHour: arrivalsNow, service }, targetSeconds)?.serviceLevel ?? 0;
}

interface Needs {
  readonly arrivals: number | null;
  readonly service: KnownServiceTime;
  readonly least: number;
}

function neededFor(sight: QueueSight, { arrivals, service, least }: Needs): TillsNeeded | null {
  if (arrivals === null) return null;
  if (arrivals === 0 && least === 0) return { tills: 0, expectedWaitSeconds: 0, serviceLevel: 1 };
  return tillsNeeded({ arrivalsPerHour: arrivals, service }, sight, Math.max(1, least));
}

function tillsForLine({ length, targetSeconds }: QueueSight, meanSeconds: number): number {
  if (length === null || length === 0 || targetSeconds <= 0) return 0;
  return Math.ceil((length * meanSeconds) / targetSeconds);
}

function silenceOf(
  { arrivalsNow, arrivalsSoon }: QueueSight,
  now: TillsNeeded | null,
  soon: TillsNeeded | null,
): StaffingSilence | null {
  if (arrivalsNow === null) return 'noArrivals';
  if (now === null) return 'tooMany';
  if (arrivalsSoon === null) return 'noHistory';
  return soon === null ? 'tooMany' : null;
}
