import type { IngestEvent } from '../../db/vocabulary/event.ts';
import type { Device, Store } from '../../db/vocabulary/place.ts';
import type { Adapter } from '../adapters/adapter.ts';
import type { Refusal } from '../adapters/decoded.ts';
import type { FoundAside } from '../adapters/finding.ts';

/** What a finding is settled by. */
export interface SettleContext {
  readonly store: Store;
  readonly device: Device;
  readonly adapter: Pick<Adapter, 'channels'>;
  /** The server's clock, epoch ms: what lies more than 5 minutes ahead of it is `future`. */
  readonly now: number;
  /** When the message was received, epoch ms. */
  readonly receivedAt: number;
}

/**
 * How an event's time was come by, where the pipeline must look at what was stored before: `unset`, placed by receipt because the
 * device's clock shows a time before there were such devices; `receipt`, the message gives no time; `device`, its own clock, which may
 * stand still.
 */
export interface Placing {
  readonly clock: 'unset' | 'receipt' | 'device';
  /** By which the same report is known again, with the time the device claimed. */
  readonly known: string;
}

/** An event of a device's findings. */
export interface SettledEvent {
  readonly kind: 'event';
  readonly event: IngestEvent;
  readonly placing: Placing | null;
}

/** A finding as this installation takes it. */
export type Settled = SettledEvent | FoundAside | Refusal;
