import type { MessageFate, RawMessage } from './message.ts';

/** Messages as they cross to the writer thread: all payloads in one buffer, which is handed over instead of copied. */
export interface PackedMessages {
  readonly payloads: Uint8Array<ArrayBuffer>;
  /** Where each payload ends in `payloads`. */
  readonly ends: readonly number[];
  readonly topics: readonly string[];
  readonly receivedAt: readonly number[];
  /** Places of the retained copies. */
  readonly retained: readonly number[];
}

/** What became of each message; a text is why it could not be stored. */
export type PackedFates = readonly (MessageFate | string)[];

export function packMessages(messages: readonly RawMessage[]): PackedMessages {
  let size = 0;
  for (const { payload } of messages) size += payload.length;
  const payloads = new Uint8Array(size);
  const ends: number[] = [];
  const retained: number[] = [];
  let end = 0;
  messages.forEach(({ payload, isRetained }, place) => {
    payloads.set(payload, end);
    end += payload.length;
    ends.push(end);
    if (isRetained) retained.push(place);
  });
  const topics = messages.map((message) => message.topic);
  return { payloads, ends, topics, receivedAt: messages.map((message) => message.receivedAt), retained };
}

export function unpackMessages({ payloads, ends, topics, receivedAt, retained }: PackedMessages): RawMessage[] {
  const copies = new Set(retained);
  return ends.map((end, place) => ({
    topic: topics[place] ?? '',
    payload: payloads.subarray(ends[place - 1] ?? 0, end),
    isRetained: copies.has(place),
    receivedAt: receivedAt[place] ?? 0,
  }));
}
