import type { Database } from '../db/threads/database.ts';
import { transferring } from '../db/threads/remote.ts';
import { AppError } from '../db/vocabulary/errors.ts';
import { systemScope } from '../db/vocabulary/scope.ts';
import type { MessageFate, RawMessage } from './pipeline/message.ts';
import { type PackedFates, packMessages } from './pipeline/packed.ts';
import { parseTopic } from './pipeline/topic.ts';
import type { IngestWrites } from './writerFunctions.ts';

/** A device whose messages were committed. */
export interface Heard {
  readonly storeId: string;
  readonly deviceId: string;
}

export interface BatcherParts {
  readonly writes: Pick<Database<IngestWrites>['writes'], 'ingest'>;
  /** After each commit: the devices that sent something that was not refused whole, and how many messages came to what. */
  onCommitted(heard: readonly Heard[], fates: readonly MessageFate[]): void;
  /** A message could not be stored, or nothing could. */
  onFailure(error: Error): void;
}

/** Gathers messages into batches for the writer thread. */
export interface Batcher {
  /**
   * Stores a message; settles after the commit.
   * @throws AppError `unavailable` when it was not stored: it must not be acknowledged, and should be sent again
   */
  submit(message: RawMessage): Promise<MessageFate>;
  /** Enough is waiting: whoever can should read no more until `room`. */
  isFull(): boolean;
  room(): Promise<void>;
  /** Settles when all that was submitted has been answered. */
  drained(): Promise<void>;
}

const gatherMs = 4;
const mostMessages = 1000;
const mostBytes = 1024 * 1024;
/** One is stored while the next is handed over. */
const mostUnderWay = 2;
const fullMessages = 20_000;
const fullBytes = 64 * 1024 * 1024;

interface Waiting {
  readonly message: RawMessage;
  resolve(fate: MessageFate): void;
  reject(error: Error): void;
}

const scope = systemScope('ingest');

export function openBatcher(parts: BatcherParts): Batcher {
  let waiting: Waiting[] = [];
  let waitingBytes = 0;
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  let waiters: (() => void)[] = [];

  const isFull = (): boolean => waiting.length >= fullMessages || waitingBytes >= fullBytes;
  const isIdle = (): boolean => waiting.length === 0 && underWay === 0;

  const take = (): Waiting[] => {
    let bytes = 0;
    let count = 0;
    while (count < waiting.length && count < mostMessages && bytes < mostBytes) {
      bytes += waiting[count]?.message.payload.length ?? 0;
      count += 1;
    }
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    waitingBytes -= bytes;
    return batch;
  };

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (underWay >= mostUnderWay || waiting.length === 0) return;
    underWay += 1;
    await storeBatch(parts, take());
    underWay -= 1;
    // What gathered meanwhile has waited long enough.
    if (waiting.length > 0) void send();
    const told = waiters;
    waiters = [];
    for (const tell of told) tell();
  };

  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise<void>((resolve) => waiters.push(resolve));
  };

  return {
    isFull,
    room: () => until(() => !isFull()),
    drained: () => until(isIdle),
    submit: (message) =>
      new Promise((resolve, reject) => {
        if (isFull())
          return reject(new AppError('unavailable', 'Too much is waiting to be stored; send it again in a moment.'));
        waiting.push({ message, resolve, reject });
        waitingBytes += message.payload.length;
        if (waiting.length >= mostMessages || waitingBytes >= mostBytes) void send();
        else timer ??= setTimeout(() => void send(), gatherMs);
      }),
  };
}

async function storeBatch(parts: BatcherParts, batch: readonly Waiting[]): Promise<void> {
  const fates = await storeAll(parts, batch);
  const heard = new Map<string, Heard>();
  const stored: MessageFate[] = [];
  batch.forEach(({ message, resolve, reject }, place) => {
    const fate = fates[place] ?? 'no answer';
    if (typeof fate === 'string') {
      const error = new AppError('unavailable', 'The message could not be stored.', { cause: new Error(fate) });
      parts.onFailure(error);
      reject(error);
    } else {
      stored.push(fate);
      if (!fate.refusedWhole && !heard.has(message.topic)) heard.set(message.topic, parseTopic(message.topic));
      resolve(fate);
    }
  });
  if (stored.length > 0) parts.onCommitted(devicesOf(heard.values()), stored);
}

async function storeAll({ writes }: BatcherParts, batch: readonly Waiting[]): Promise<PackedFates> {
  const packed = packMessages(batch.map(({ message }) => message));
  try {
    return await writes.ingest(scope, transferring(packed, [packed.payloads.buffer]));
  } catch (error) {
    return batch.map(() => (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}

/** Counters that send several kinds are one device. */
function devicesOf(topics: Iterable<Heard>): Heard[] {
  const devices = new Map<string, Heard>();
  for (const { storeId, deviceId } of topics) devices.set(deviceId, { storeId, deviceId });
  return [...devices.values()];
}
