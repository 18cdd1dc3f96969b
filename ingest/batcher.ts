import type { Database } from '../db/threads/database.ts';
import { transferring } from '../db/threads/remote.ts';
import { AppError } from '../db/vocabulary/errors.ts';
import { systemScope } from '../db/vocabulary/scope.ts';
import { type Outage, watchOutages } from './outage.ts';
import type { MessageFate, RawMessage } from './pipeline/message.ts';
import { type PackedFates, packMessages } from './pipeline/packed.ts';
import { parseTopic } from './pipeline/topic.ts';
import {
  makeWaiters,
  makeWaitingLine,
  mostBatchBytes,
  mostBatchMessages,
  type Patience,
  type Waiters,
  type Waiting,
  type WaitingLine,
} from './waitingLine.ts';
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
  /** One message could not be stored, through no fault of the database. */
  onFault(error: Error): void;
  /** Nothing can be stored any more: told once; null, once it can again. */
  onOutage(outage: Outage | null): void;
}

/** Gathers messages into batches for the writer thread. */
export interface Batcher {
  /**
   * Stores a message; settles after the commit.
   * @throws AppError `unavailable` when it was not stored: it must not be acknowledged, and should be sent again
   */
  submit(message: RawMessage, patience: Patience): Promise<MessageFate>;
  /** Enough is waiting: whoever can should read no more until `room`. */
  isFull(): boolean;
  room(): Promise<void>;
  /** What waits to be stored, and whether anything can be. */
  load(): { readonly messages: number; readonly bytes: number; readonly outage: Outage | null };
  /** Takes nothing more; settles when all that was submitted has been answered. What cannot be stored soon is refused. */
  close(): Promise<void>;
}

const gatherMs = 4;
/** One is stored while the next is handed over. */
const mostUnderWay = 2;
const fullMessages = 20_000;
const fullBytes = 64 * 1024 * 1024;
const closeWithinMs = 5_000;
const shuttingDown = 'Lintel is shutting down; send it again when it is back.';

const scope = systemScope('ingest');

export function openBatcher(parts: BatcherParts): Batcher {
  const line = makeWaitingLine();
  const waiters = makeWaiters();
  const sender = openSender(parts, line, waiters);
  let isClosing = false;

  const isFull = (): boolean => {
    // While nothing is stored, a batch to try with is enough.
    const most = sender.outage() === null ? fullMessages : mostBatchMessages;
    return line.messages() >= most || line.bytes() >= fullBytes;
  };
  const refusal = (patience: Patience): string | null => {
    if (isClosing) return shuttingDown;
    if (patience === 'hold') return null;
    return sender.outage()?.sentence ?? (isFull() ? 'Too much is waiting to be stored; send it again soon.' : null);
  };

  return {
    isFull,
    room: () => waiters.until(() => isClosing || !isFull()),
    load: () => ({ ...sender.load(), outage: sender.outage() }),
    submit: (message, patience) =>
      new Promise((resolve, reject) => {
        const why = refusal(patience);
        if (why !== null) return reject(new AppError('unavailable', why));
        line.add({ message, patience, resolve, reject });
        sender.added();
      }),
    async close() {
      isClosing = true;
      waiters.look();
      await sender.close(sender.outage() === null ? closeWithinMs : 0);
    },
  };
}

interface Sender {
  outage(): Outage | null;
  /** What is in the line and what the writer has. */
  load(): { readonly messages: number; readonly bytes: number };
  /** Something was put into the line. */
  added(): void;
  /** Settles when everything has been answered; what could not be stored within `ms` is refused. */
  close(ms: number): Promise<void>;
}

/** Hands batches of the line to the writer: two at a time, or in an outage one, after a pause. */
function openSender(parts: BatcherParts, line: WaitingLine, waiters: Waiters): Sender {
  const underWay = new Set<readonly Waiting[]>();
  let timer: NodeJS.Timeout | undefined;
  const outages = watchOutages((outage) => {
    parts.onOutage(outage);
    if (outage !== null) refuse(outage.sentence, ({ patience }) => patience === 'refuse');
  });

  /** Answers those that wait no longer. The messages stay: stored twice they count once, and something must be tried with. */
  function refuse(sentence: string, isConcerned: (one: Waiting) => boolean): void {
    const error = new AppError('unavailable', sentence);
    for (const batch of [...underWay, line.each()]) for (const one of batch) if (isConcerned(one)) one.reject(error);
  }

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const most = outages.current() === null ? mostUnderWay : 1;
    if (underWay.size >= most || line.messages() === 0) return;
    const batch = line.takeBatch();
    underWay.add(batch);
    const answered = outages.expectAnswer();
    const failure = await storeBatch(parts, batch);
    answered();
    underWay.delete(batch);
    if (failure === null) outages.succeeded();
    else {
      line.putBack(batch);
      outages.failed(failure);
    }
    // What gathered meanwhile has waited long enough.
    if (line.messages() > 0) sendWithin(0);
    waiters.look();
  };

  const sendWithin = (ms: number): void => {
    if (outages.current() !== null) timer ??= setTimeout(() => void send(), outages.pauseMs());
    else if (ms === 0) void send();
    else timer ??= setTimeout(() => void send(), ms);
  };

  return {
    outage: outages.current,
    load: () => {
      const sent = [...underWay].flat();
      const bytes = sent.reduce((sum, { message }) => sum + message.payload.length, line.bytes());
      return { messages: line.messages() + sent.length, bytes };
    },
    added: () => {
      const isBatch = line.messages() >= mostBatchMessages || line.bytes() >= mostBatchBytes;
      sendWithin(isBatch ? 0 : gatherMs);
    },
    async close(ms) {
      let isLate = false;
      const late = setTimeout(() => {
        isLate = true;
        refuse(shuttingDown, () => true);
        waiters.look();
      }, ms);
      await waiters.until(() => isLate || (line.messages() === 0 && underWay.size === 0));
      clearTimeout(late);
      clearTimeout(timer);
    },
  };
}

/** Stores a batch and answers its messages; where nothing of it could be stored answers why, and no message. */
async function storeBatch(parts: BatcherParts, batch: readonly Waiting[]): Promise<Error | null> {
  let fates: PackedFates;
  const packed = packMessages(batch.map(({ message }) => message));
  try {
    fates = await parts.writes.ingest(scope, transferring(packed, [packed.payloads.buffer]));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const heard = new Map<string, Heard>();
  const stored: MessageFate[] = [];
  batch.forEach(({ message, resolve, reject }, place) => {
    const fate = fates[place] ?? 'no answer';
    if (typeof fate === 'string') {
      const error = new AppError('unavailable', 'The message could not be stored.', { cause: new Error(fate) });
      parts.onFault(error);
      reject(error);
    } else {
      stored.push(fate);
      if (!fate.refusedWhole && !heard.has(message.topic)) heard.set(message.topic, parseTopic(message.topic));
      resolve(fate);
    }
  });
  if (stored.length > 0) parts.onCommitted(devicesOf(heard.values()), stored);
  return null;
}

/** Counters that send several kinds are one device. */
function devicesOf(topics: Iterable<Heard>): Heard[] {
  const devices = new Map<string, Heard>();
  for (const { storeId, deviceId } of topics) devices.set(deviceId, { storeId, deviceId });
  return [...devices.values()];
}
