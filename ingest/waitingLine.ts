import type { MessageFate } from './pipeline/message.ts';
import { type Arriving, makeParcel, type Parcel } from './pipeline/packed.ts';

/**
 * What a message does while nothing can be stored: `hold` waits however long it takes, for whoever need not be answered;
 * `refuse` is refused at once, for whoever waits for an answer.
 */
export type Patience = 'hold' | 'refuse';

/** Whoever sent messages and knows each by a number of its own; one for many messages. */
export interface Sender {
  readonly patience: Patience;
  /** After the commit. */
  stored(tag: number, fate: MessageFate): void;
  /** It was not stored: it must not be acknowledged, and should be sent again. Another word may follow, to be left alone. */
  refused(tag: number, error: Error): void;
}

/** Messages that are stored together, and whom to tell. */
export interface Batch {
  readonly parcel: Parcel;
  /** By the place of the message; `tags` likewise. */
  readonly senders: Sender[];
  readonly tags: number[];
}

/** Messages in the order they came, in batches. */
export interface WaitingLine {
  messages(): number;
  bytes(): number;
  /** The first batch has all that it may have. */
  isBatchFull(): boolean;
  add(message: Arriving, sender: Sender, tag: number): void;
  /** The first of the line; undefined where nothing waits. */
  takeBatch(): Batch | undefined;
  /** A batch that could not be stored is first again. */
  putBack(batch: Batch): void;
  /** A batch was stored: its room is used again. */
  recycle(batch: Batch): void;
  each(): readonly Batch[];
}

/** Large enough that a commit costs a message little: mostly it writes pages which the next message would have changed as well. */
export const mostBatchMessages = 4000;
export const mostBatchBytes = 1024 * 1024;

function isFull({ parcel }: Batch): boolean {
  return parcel.count() >= mostBatchMessages || parcel.bytes() >= mostBatchBytes;
}

/** As many as are filled and under way under load; more, or larger ones, are not worth their memory. */
const mostSpares = 4;

export function makeWaitingLine(): WaitingLine {
  const line: Batch[] = [];
  const spares: Parcel[] = [];
  let messages = 0;
  let bytes = 0;
  const count = ({ parcel }: Batch, sign: 1 | -1): void => {
    messages += sign * parcel.count();
    bytes += sign * parcel.bytes();
  };
  const open = (): Batch => {
    const last = line.at(-1);
    if (last !== undefined && !isFull(last)) return last;
    const batch = { parcel: spares.pop() ?? makeParcel(), senders: [], tags: [] };
    line.push(batch);
    return batch;
  };
  return {
    messages: () => messages,
    bytes: () => bytes,
    isBatchFull: () => line[0] !== undefined && isFull(line[0]),
    add(message, sender, tag) {
      const { parcel, senders, tags } = open();
      parcel.add(message);
      senders.push(sender);
      tags.push(tag);
      messages += 1;
      bytes += message.to - message.from;
    },
    takeBatch() {
      const batch = line.shift();
      if (batch !== undefined) count(batch, -1);
      return batch;
    },
    putBack(batch) {
      line.unshift(batch);
      count(batch, 1);
    },
    recycle({ parcel }) {
      if (spares.length >= mostSpares || parcel.bytes() > mostBatchBytes) return;
      parcel.empty();
      spares.push(parcel);
    },
    each: () => line,
  };
}

/** Those who wait for something to have changed. */
export interface Waiters {
  /** Settles when it is so; looked at whenever `look` is called. */
  until(isSo: () => boolean): Promise<void>;
  look(): void;
}

export function makeWaiters(): Waiters {
  let waiters: (() => void)[] = [];
  return {
    async until(isSo) {
      while (!isSo()) await new Promise<void>((resolve) => waiters.push(resolve));
    },
    look() {
      const told = waiters;
      waiters = [];
      for (const tell of told) tell();
    },
  };
}
