import type { Device } from '../vocabulary/place.ts';
import type { StandingInterval } from './quarterRows.ts';

/** What a cumulative counter showed at an instant, as it stands; null: that total was not sent. */
export interface StandingReading {
  readonly line: string;
  readonly at: number;
  readonly totalIn: number | null;
  readonly totalOut: number | null;
  readonly totalPassersBy: number | null;
}

/** What someone said of a difference that was held; it holds for exactly this difference only. */
export interface HeldDecision {
  readonly line: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly countIn: number | null;
  readonly countOut: number | null;
  readonly passersBy: number | null;
  readonly decision: 'accepted' | 'dropped';
}

/**
 * What becomes of a difference. `placed`: counted like an interval from the reading before to this one; `unplaced`: over more than a
 * day, in no bucket and not observed; `held` and `dropped`: in no bucket, though the time between its readings was observed.
 */
export type DifferenceFate = 'placed' | 'unplaced' | 'held' | 'dropped';

export interface Difference extends StandingInterval {
  readonly fate: DifferenceFate;
}

/** The latest reading of one total of a line. */
interface Shown {
  readonly at: number;
  readonly total: number;
}

/** The latest reading of each total of one line; null before its first, which is a base line. */
export interface Carry {
  readonly totalIn: Shown | null;
  readonly totalOut: Shown | null;
  readonly totalPassersBy: Shown | null;
}

export const noCarry: Carry = { totalIn: null, totalOut: null, totalPassersBy: null };

/** Readings further apart than this say nothing of when the people between them came. */
export const placedWithinMs = 24 * 60 * 60_000;

/**
 * A counter that reports each person at once may show two of them a tenth of a second apart: nobody would doubt these, so what came
 * between two readings is judged as over a second at least.
 */
const shortestMs = 1000;

type Counter = Pick<Device, 'counterBits' | 'maxPerMinute'>;
type Total = keyof Carry;

const totals = ['totalIn', 'totalOut', 'totalPassersBy'] as const satisfies readonly Total[];
const countOf = { totalIn: 'in', totalOut: 'out', totalPassersBy: 'passersBy' } as const;

/**
 * All differences of a device's readings, by line and in order of time (contract 3). Readings in any order; those before a stretch
 * that carry a total must be among them where a difference reaches into it.
 */
export function differencesOf(
  device: Counter,
  readings: readonly StandingReading[],
  decisions: readonly HeldDecision[],
): Difference[] {
  const carries = new Map<string, Carry>();
  return [...readings].sort(inOrder).flatMap((reading) => {
    const carry = carries.get(reading.line) ?? noCarry;
    const next = nextDifferences(device, { carry, reading, decisions });
    carries.set(reading.line, next.carry);
    return next.differences;
  });
}

/** A reading and what is known of its line before it. */
export interface NextReading {
  readonly carry: Carry;
  readonly reading: StandingReading;
  readonly decisions: readonly HeldDecision[];
}

/**
 * The differences that one reading makes to those before it on its line: one for each instant at which one of its totals was last
 * shown, seldom more than one. `carry` must be of the same line and of earlier readings.
 */
export function nextDifferences(
  device: Counter,
  { carry, reading, decisions }: NextReading,
): { readonly differences: Difference[]; readonly carry: Carry } {
  const isReset = hasReset(device, carry, reading);
  const differences: { -readonly [Field in keyof Difference]: Difference[Field] }[] = [];
  // Written out: this runs for every reading that comes.
  for (const total of totals) {
    const now = reading[total];
    const before = carry[total];
    if (now === null || before === null) continue;
    let difference = differences.find((one) => one.startAt === before.at);
    if (difference === undefined) {
      const counts = { in: null, out: null, passersBy: null, staffIn: null, staffOut: null };
      difference = { line: reading.line, startAt: before.at, endAt: reading.at, ...counts, fate: 'placed' };
      differences.push(difference);
    }
    difference[countOf[total]] = isReset ? now : stepOf(device, { now, before: before.total });
  }
  if (differences.length > 1) differences.sort((a, b) => a.startAt - b.startAt);
  for (const difference of differences) difference.fate = fateOf(device, difference, decisions);
  return { differences, carry: carryOn(carry, reading) };
}

/** Is any total of the reading smaller than before, and not by a wrap? Then all of them began anew. */
function hasReset(device: Counter, carry: Carry, reading: StandingReading): boolean {
  return totals.some((total) => {
    const now = reading[total];
    const before = carry[total];
    return now !== null && before !== null && now < before.total && !isWrap(device, { now, before: before.total });
  });
}

/** How far a total went on. */
function stepOf(device: Counter, turn: Turn): number {
  return turn.now < turn.before ? forwardStep(device, turn) : turn.now - turn.before;
}

interface Turn {
  readonly now: number;
  readonly before: number;
}

/** A counter of 16 or 32 bits that went past its end: where that is the smaller step than the one back. */
function isWrap(device: Counter, turn: Turn): boolean {
  if (device.counterBits === null) return false;
  const step = forwardStep(device, turn);
  return step > 0 && step < turn.before - turn.now;
}

function forwardStep({ counterBits }: Counter, { now, before }: Turn): number {
  return now + 2 ** (counterBits ?? 0) - before;
}

function fateOf(device: Counter, difference: StandingInterval, decisions: readonly HeldDecision[]): DifferenceFate {
  const ms = difference.endAt - difference.startAt;
  if (ms > placedWithinMs) return 'unplaced';
  const decided = decisions.find((one) => isOf(one, difference))?.decision;
  if (decided !== undefined) return decided === 'accepted' ? 'placed' : 'dropped';
  const most = Math.max(difference.in ?? 0, difference.out ?? 0, difference.passersBy ?? 0);
  return most * 60_000 > device.maxPerMinute * Math.max(ms, shortestMs) ? 'held' : 'placed';
}

function isOf(decision: HeldDecision, difference: StandingInterval): boolean {
  return (
    decision.line === difference.line &&
    decision.startAt === difference.startAt &&
    decision.endAt === difference.endAt &&
    decision.countIn === difference.in &&
    decision.countOut === difference.out &&
    decision.passersBy === difference.passersBy
  );
}

function carryOn(carry: Carry, reading: StandingReading): Carry {
  const shown = (total: Total): Shown | null => {
    const now = reading[total];
    return now === null ? carry[total] : { at: reading.at, total: now };
  };
  return { totalIn: shown('totalIn'), totalOut: shown('totalOut'), totalPassersBy: shown('totalPassersBy') };
}

function inOrder(a: StandingReading, b: StandingReading): number {
  return a.at - b.at;
}
