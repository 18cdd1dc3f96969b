import type { Fate } from '../../db/vocabulary/event.ts';
import { acceptedOnce, type MessageFate, type RawMessage } from './message.ts';
import { parseTopic } from './topic.ts';

/** Messages as they cross to the writer thread: few large pieces, because each piece costs as much as a message. */
export interface PackedMessages {
  readonly count: number;
  /** One payload after the other. */
  readonly payloads: Uint8Array<ArrayBuffer>;
  /** Where each payload ends in `payloads`. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Every topic once. */
  readonly topics: readonly string[];
  /** Each message's place in `topics`. */
  readonly topicOf: Uint32Array<ArrayBuffer>;
  readonly receivedAt: Float64Array<ArrayBuffer>;
  /** Places of the retained copies. */
  readonly retained: readonly number[];
}

/** A device whose messages were committed. */
export interface Heard {
  readonly storeId: string;
  readonly deviceId: string;
}

/** What became of packed messages: a text is why one could not be stored. */
export interface PackedFates {
  /** Those that were not simply accepted, with their places. */
  readonly others: readonly (readonly [place: number, fate: MessageFate | string])[];
  /** Items by what became of them. */
  readonly items: Readonly<Partial<Record<Fate, number>>>;
  /** Devices that sent something that was not refused whole. */
  readonly heard: readonly Heard[];
  /** What went wrong in Lintel with messages that are in quarantine for it. */
  readonly faults: readonly string[];
}

/** A message whose payload lies at [from, to) of `bytes`. */
export interface Arriving extends Omit<RawMessage, 'payload'> {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Messages being packed. */
export interface Parcel {
  count(): number;
  /** Of the payloads. */
  bytes(): number;
  /** Copies the message in. */
  add(message: Arriving): void;
  /** A copy, in buffers that may be handed over (buffersOf). */
  packed(): PackedMessages;
  /** Forgets the messages and keeps the room, to be used again. */
  empty(): void;
}

const firstMessages = 64;
const firstBytes = 8192;

export function makeParcel(): Parcel {
  let payloads = new Uint8Array(firstBytes);
  let ends = new Uint32Array(firstMessages);
  let topicOf = new Uint32Array(firstMessages);
  let receivedAt = new Float64Array(firstMessages);
  let retained: number[] = [];
  const topics = new Map<string, number>();
  let count = 0;
  let used = 0;

  const makeRoom = (length: number): void => {
    if (used + length > payloads.length) {
      const wider = new Uint8Array(Math.max(payloads.length * 2, used + length));
      wider.set(payloads.subarray(0, used));
      payloads = wider;
    }
    if (count < ends.length) return;
    ends = doubled(ends, Uint32Array);
    topicOf = doubled(topicOf, Uint32Array);
    receivedAt = doubled(receivedAt, Float64Array);
  };

  return {
    count: () => count,
    bytes: () => used,
    add({ topic, bytes, from, to, isRetained, receivedAt: at }) {
      makeRoom(to - from);
      copyInto(payloads, used, { bytes, from, to });
      used += to - from;
      let place = topics.get(topic);
      if (place === undefined) {
        place = topics.size;
        topics.set(topic, place);
      }
      ends[count] = used;
      topicOf[count] = place;
      receivedAt[count] = at;
      if (isRetained) retained.push(count);
      count += 1;
    },
    packed: () => ({
      count,
      payloads: payloads.slice(0, used),
      ends: ends.slice(0, count),
      topics: [...topics.keys()],
      topicOf: topicOf.slice(0, count),
      receivedAt: receivedAt.slice(0, count),
      retained,
    }),
    empty() {
      count = 0;
      used = 0;
      retained = [];
      topics.clear();
    },
  };
}

/** The buffers of packed messages, which another thread may have instead of a copy. */
export function buffersOf({ payloads, ends, topicOf, receivedAt }: PackedMessages): ArrayBuffer[] {
  return [payloads, ends, topicOf, receivedAt].map(({ buffer }) => buffer);
}

type Wide = Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function doubled<Kind extends Wide>(narrow: Kind, make: new (length: number) => Kind): Kind {
  const wide = new make(narrow.length * 2);
  wide.set(narrow);
  return wide;
}

/** What a loop copies faster than it takes to make a view of the bytes. */
const fewBytes = 256;

function copyInto(target: Uint8Array, at: number, { bytes, from, to }: Pick<Arriving, 'bytes' | 'from' | 'to'>): void {
  if (to - from > fewBytes) target.set(bytes.subarray(from, to), at);
  else for (let place = from; place < to; place += 1) target[at + place - from] = bytes[place] as number;
}

export function unpackMessages(packed: PackedMessages): RawMessage[] {
  const { count, payloads, ends, topics, topicOf, receivedAt, retained } = packed;
  const copies = new Set(retained);
  return Array.from({ length: count }, (_, place) => ({
    topic: topics[topicOf[place] as number] as string,
    payload: payloads.subarray(place === 0 ? 0 : ends[place - 1], ends[place]),
    isRetained: copies.has(place),
    receivedAt: receivedAt[place] as number,
  }));
}

/** What became of messages, in few words; `fates` in the messages' order, a text where one could not be stored. */
export function packFates(
  { topics, topicOf }: Pick<PackedMessages, 'topics' | 'topicOf'>,
  fates: readonly (MessageFate | string)[],
): Omit<PackedFates, 'faults'> {
  const others: [number, MessageFate | string][] = [];
  const items: Partial<Record<Fate, number>> = {};
  const isHeard = new Uint8Array(topics.length);
  fates.forEach((fate, place) => {
    if (fate !== acceptedOnce) others.push([place, fate]);
    if (typeof fate === 'string') return;
    if (!fate.refusedWhole) isHeard[topicOf[place] as number] = 1;
    for (const item of fate.items) items[item.fate] = (items[item.fate] ?? 0) + 1;
  });
  return { others, items, heard: devicesOf(topics.filter((_, place) => isHeard[place] === 1)) };
}

/** Counters that send several kinds are one device. */
function devicesOf(topics: readonly string[]): Heard[] {
  const devices = new Map<string, Heard>();
  for (const topic of topics) {
    const { storeId, deviceId } = parseTopic(topic);
    devices.set(deviceId, { storeId, deviceId });
  }
  return [...devices.values()];
}
