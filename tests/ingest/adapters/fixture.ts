import type { IngestEvent } from '../../../db/vocabulary/event.ts';
import type { Connection, Device, Store } from '../../../db/vocabulary/place.ts';
import type { QuarantineReason } from '../../../db/vocabulary/quality.ts';
import type { FoundAside } from '../../../ingest/adapters/finding.ts';

/** An event with the fields that matter here: `{ kind: 'interval', line: 'main', in: 5 }`. */
export type Expected = {
  [K in IngestEvent['kind']]: { kind: K } & Partial<Extract<IngestEvent, { kind: K }>>;
}[IngestEvent['kind']];

/** What a message is read with, and what must come of it. Instants are epoch ms. */
export interface Expectation {
  /** What the adapter sees as the topic: the topic at its broker, or what `webhook.kindOf` makes of the request. Default: ''. */
  readonly topic?: string;
  /** Default: 2026-03-20T12:00:00Z, the server's clock in the suite. */
  readonly receivedAt?: number;
  /** Over the suite's device: id `dev-1`, what the adapter says of mode, measures and counterBits, lines [], clock utc, address null. */
  readonly device?: Partial<Omit<Device, 'connection'>>;
  readonly connection?: Partial<Connection>;
  /** The device's options (`Envelope.options`). */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Over the suite's store: id `arbat`, Europe/Moscow, EUR. */
  readonly store?: Partial<Store>;
  /** All events in their order, each by the fields that matter. */
  readonly understood: readonly Expected[];
  /** All that is refused, in its order; `detail`: what the sentence contains. */
  readonly refused?: readonly { readonly reason: QuarantineReason; readonly detail?: string }[];
  /** Of the adapter's own asides, in their order. */
  readonly aside?: readonly FoundAside['why'][];
}

/** One message as its vendor sends it. With ids and numbers of our own, never copied. */
export interface Fixture extends Expectation {
  /** A sentence of the trade: `a minute at a line with two who came in`. */
  readonly name: string;
  /** The parsed JSON; for an adapter of text (`body: 'text'`) the text. */
  readonly sent: unknown;
  /** Personal data planted in `sent` that `redact` must take out: `anna@example.com`, `192.0.2.7`, `hunter2`. */
  readonly personal?: readonly string[];
  /** What most messages of the make are like: the one that `npm run bench -- --adapters` judges. Absent everywhere: the first that counts. */
  readonly isTypical?: boolean;
  /** A message of this kind is not told from others by its looks (a bare number): `isLike` may be false for it. */
  readonly looksLikeNothing?: boolean;
}

/** A file of ../shared/samples, and what INDEX.md says of it. One that is no JSON is refused `malformed_json` by the suite itself. */
export interface Sample extends Expectation {
  /** `xovis/v4-legacy-events.json` */
  readonly file: string;
}
