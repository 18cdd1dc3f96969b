import type { Fate } from '../../db/vocabulary/event.ts';
import type { QuarantineReason } from '../../db/vocabulary/quality.ts';

/** A message as it came in, by whichever way; HTTP's gets the topic it would have had over MQTT. */
export interface RawMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** A retained copy, sent on subscribing: it sets the present state only. */
  readonly isRetained: boolean;
  /** Epoch ms, by the server's clock. */
  readonly receivedAt: number;
}

/** What became of one item; `index` is its place in the message. */
export interface ItemFate {
  readonly index: number;
  readonly fate: Fate;
  readonly reason?: QuarantineReason;
  readonly detail?: string;
}

/** What became of a message; `refusedWhole` when it was not looked into item by item. */
export interface MessageFate {
  readonly items: readonly ItemFate[];
  readonly refusedWhole: boolean;
}

/** What becomes of most messages: one object, by which it is known again. */
export const acceptedOnce: MessageFate = { refusedWhole: false, items: [{ index: 0, fate: 'accepted' }] };

/** The largest native message. */
export const maxMessageBytes = 256 * 1024;
/** The most items of one message. */
export const maxMessageItems = 1000;

/** Kept in place of an item's own words: they were the canonical ones, but with decimals on every time. */
export const withMilliseconds = '.000';
