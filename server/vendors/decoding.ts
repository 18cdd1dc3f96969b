import type { Device, Store } from '../../db/vocabulary/place.ts';
import type { Report } from '../../ingest/adapters/finding.ts';

/** What a message is read with that is only tried. */
export interface PreviewAsk {
  readonly profile: string;
  /** As it is set up, or a device of that profile of which nothing is said. */
  readonly device: Device;
  readonly store: Store;
  /** The topic at its broker, or the webhook's kind. */
  readonly topic: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Parsed JSON, or text. */
  readonly body: unknown;
  readonly now: number;
}

/** What was understood, in the form of `GET /api/v1/watch/…`. */
export interface Understanding {
  readonly what: string;
  readonly text: string;
}

export interface Preview {
  /** As the make's own format has it, before the settings of the device. */
  readonly reports: readonly Report[];
  readonly understood: readonly Understanding[];
}

/** Reading messages without storing anything; by the registry of adapters (compose/decoding.ts). */
export interface Decoding {
  preview(ask: PreviewAsk): Preview;
  /** The profile whose messages look like this; null: nobody's do. */
  guess(body: unknown, topic: string): string | null;
  /** The devices that a body of this profile names, each by all its names, its address first. */
  namesIn(
    profile: string,
    message: { readonly body: unknown; readonly topic: string; readonly at: number },
  ): readonly (readonly string[])[];
}
