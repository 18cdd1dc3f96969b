import type { IngestEvent } from '../../db/vocabulary/event.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import type { QuarantineReason } from '../../db/vocabulary/quality.ts';

/** What a decoder may know besides the item itself. */
export interface DecodeContext {
  readonly store: Store;
  readonly device: Device;
  /** The server's clock, epoch ms: an item more than 5 minutes ahead of it is `future`. */
  readonly now: number;
}

/** An item that cannot be accepted: the reason, and a sentence that names the field at fault. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: QuarantineReason;
  readonly detail: string;
}

/** An item that was understood. */
export interface Understood {
  readonly kind: 'understood';
  /** The first is the item's own; a receipt may also say how far its feed is complete. */
  readonly events: readonly IngestEvent[];
  /** `own` where its words have to be kept to be shown again; else the events say all that was sent, in known words. */
  readonly wording: 'canonical' | 'milliseconds' | 'own';
}

/** How one kind of item is read: pure, without clock or database. */
export interface ItemDecoder {
  /** Reads one item of a message (already parsed JSON). */
  decode(item: unknown, context: DecodeContext): Understood | Refusal;
  /** The item as it may be kept in quarantine: without personal data. `keepsEmployees` is the store's word. */
  redact(item: unknown, keepsEmployees: boolean): unknown;
}

export function refuse(reason: QuarantineReason, detail: string): Refusal {
  return { kind: 'refused', reason, detail };
}

export function understood(events: readonly IngestEvent[], wording: Understood['wording'] = 'own'): Understood {
  return { kind: 'understood', events, wording };
}

export function asIs(item: unknown): unknown {
  return item;
}
