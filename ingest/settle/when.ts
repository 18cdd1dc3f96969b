import { parseTimestamp } from '../../db/time/timestamp.ts';
import { type Refusal, refuse } from '../adapters/decoded.ts';
import type { When } from '../adapters/finding.ts';
import { aheadMs } from '../adapters/native/fields.ts';
import type { Placing, SettleContext } from './settled.ts';

/** None of these devices was sold before; a clock that shows less was never set. */
export const unsetBefore = Date.UTC(2015, 0, 1);

/** An instant, epoch ms, and how it was come by. */
export interface Settling {
  readonly at: number;
  readonly clock: Placing['clock'] | 'trusted';
  /** What the device claimed, where it claimed something. */
  readonly claimed: number | null;
}

export interface OfClock {
  readonly seenAt?: number;
  readonly isHistory?: boolean;
}

/** Epoch ms of what a message gives as a time; null: it gives none. */
export function claimedAt(when: When, { store }: SettleContext): number | null | Refusal {
  if (when === 'received') return null;
  if (typeof when === 'number') {
    return Number.isFinite(when) ? Math.floor(when) : refuse('bad_time', 'The message gives a time that is no number.');
  }
  const at = parseTimestamp(when.local, 'local', store.timezone);
  return at === 'bad_time' ? refuse('bad_time', `"${when.local.slice(0, 40)}" is not a time of the calendar.`) : at;
}

/**
 * When something was counted: by the device's clock; where that was never set or there is none, by who received it first, a network
 * server or we.
 */
export function settleTime(when: When, of: OfClock, context: SettleContext): Settling | Refusal {
  const claimed = claimedAt(when, context);
  if (typeof claimed === 'object' && claimed !== null) return claimed;
  if (claimed === null) {
    const isSeen = of.seenAt !== undefined;
    return refusedAhead(
      { at: of.seenAt ?? context.receivedAt, clock: isSeen ? 'trusted' : 'receipt', claimed },
      context,
    );
  }
  if (claimed < unsetBefore) return { at: of.seenAt ?? context.receivedAt, clock: 'unset', claimed };
  return refusedAhead({ at: claimed, clock: of.isHistory === true ? 'trusted' : 'device', claimed }, context);
}

/** When something was sold: no till is placed by receipt, because a receipt's day is the shop's money. */
export function settleSaleTime(when: When, context: SettleContext): number | Refusal {
  const claimed = claimedAt(when, context);
  if (typeof claimed === 'object' && claimed !== null) return claimed;
  if (claimed === null) return context.receivedAt;
  if (claimed < unsetBefore) return refuse('bad_time', "The till's clock is not set: it shows a time before 2015.");
  const settled = refusedAhead({ at: claimed, clock: 'trusted', claimed }, context);
  return 'reason' in settled ? settled : settled.at;
}

function refusedAhead(settling: Settling, { now }: SettleContext): Settling | Refusal {
  if (settling.at <= now + aheadMs) return settling;
  return refuse('future', "The message's time is more than 5 minutes ahead of the server's clock.");
}

export function isRefused(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Refusal).kind === 'refused';
}
