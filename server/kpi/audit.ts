import type { SpanCount } from '../../db/rollup/spanCount.ts';
import type { ManualCount } from '../../db/vocabulary/correction.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import { type CountedPair, expiryOf } from './accuracy.ts';

/** `waiting`: the device has not reported the whole span yet; `gap`: it has reported later times and not the whole of this one. */
export type AuditState = 'compared' | 'waiting' | 'gap';

export type Direction = 'in' | 'out';
export const directions = ['in', 'out'] as const satisfies readonly Direction[];

/** A count by hand with what its device says of the same time. */
export interface Comparable {
  readonly count: Pick<ManualCount, 'startAt' | 'endAt' | 'countIn' | 'countOut'>;
  readonly device: Pick<Device, 'mode' | 'silentAfterSeconds'>;
  readonly seen: SpanCount;
  /** The latest time that a report of the device speaks of, epoch ms; null: it never reported. */
  readonly lastReportAt: number | null;
}

export interface JudgedAudit {
  readonly state: AuditState;
  readonly isExpired: boolean;
  readonly expiresAt: number;
  /** null: not counted by hand, or the device does not measure it, or it is not compared. */
  readonly pairs: Readonly<Record<Direction, CountedPair | null>>;
}

/** Reports may leave out this share of a span: a device that was restarted for a moment can still be compared. */
const comparedFrom = 0.98;

/** Whether a count by hand can be compared with its device, and what was counted by both. */
export function judgeAudit(audit: Comparable, now: number): JudgedAudit {
  const expiresAt = expiryOf(audit.count.endAt);
  const state = stateOf(audit, now);
  const pair = (direction: Direction): CountedPair | null => {
    const manual = manualOf(audit, direction);
    const device = deviceOf(audit, direction);
    return state !== 'compared' || manual === null || device === null ? null : { manual, device };
  };
  return { state, isExpired: expiresAt <= now, expiresAt, pairs: { in: pair('in'), out: pair('out') } };
}

/** The audits that hold and say something of a direction. */
export function holdingPairs(audits: readonly JudgedAudit[], direction: Direction): CountedPair[] {
  return audits.flatMap(({ isExpired, pairs }) => {
    const pair = pairs[direction];
    return isExpired || pair === null ? [] : [pair];
  });
}

function manualOf({ count }: Comparable, direction: Direction): number | null {
  return direction === 'in' ? count.countIn : count.countOut;
}

function stateOf(audit: Comparable, now: number): AuditState {
  if (audit.device.mode === 'event') return eventStateOf(audit, now);
  const isSeen = directions.some((direction) => manualOf(audit, direction) !== null && isCovered(audit, direction));
  if (isSeen) return 'compared';
  return hasReportedBeyond(audit) ? 'gap' : 'waiting';
}

/** An event counter that is heard after the span was there to see it; one that is silent for too long was not. */
function eventStateOf(audit: Comparable, now: number): AuditState {
  if (hasReportedBeyond(audit)) return 'compared';
  return now - audit.count.endAt > audit.device.silentAfterSeconds * 1000 ? 'gap' : 'waiting';
}

function hasReportedBeyond({ count, lastReportAt }: Comparable): boolean {
  return lastReportAt !== null && lastReportAt >= count.endAt;
}

function isCovered({ count, seen }: Comparable, direction: Direction): boolean {
  return seen[direction].observedMs >= comparedFrom * (count.endAt - count.startAt);
}

/** Who tells of one direction of a door would have told of the other: an event counter that saw nobody says 0. */
function deviceOf(audit: Comparable, direction: Direction): number | null {
  const { seen, device } = audit;
  if (device.mode === 'event') return seen[direction].count ?? 0;
  return isCovered(audit, direction) ? seen[direction].count : null;
}
