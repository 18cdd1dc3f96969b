import type { Database } from '../db/threads/database.ts';
import { transferring } from '../db/threads/remote.ts';
import { AppError } from '../db/vocabulary/errors.ts';
import type { Fate } from '../db/vocabulary/event.ts';
import { systemScope } from '../db/vocabulary/scope.ts';
import { type Outage, watchOutages } from './outage.ts';
import { acceptedOnce, type MessageFate, type RawMessage } from './pipeline/message.ts';
import { type Arriving, buffersOf, type Heard, type PackedFates } from './pipeline/packed.ts';
import {
  type Batch,
  makeWaiters,
  makeWaitingLine,
  mostBatchMessages,
  type Patience,
  type Sender,
  type Waiters,
  type WaitingLine,
} from './waitingLine.ts';
import type { IngestWrites } from './writerFunctions.ts';

export interface BatcherParts {
  readonly writes: Pick<Database<IngestWrites>['writes'], 'ingest'>;
  /** After each commit: the devices that sent something that was not refused whole, and how many items came to what. */
  onCommitted(heard: readonly Heard[], items: Readonly<Partial<Record<Fate, number>>>): void;
  /** One message could not be stored, through no fault of the database. */
  onFault(error: Error): void;
  /** Nothing can be stored any more: told once; null, once it can again. */
  onOutage(outage: Outage | null): void;
}

/** Gathers messages into batches for the writer thread. */
export interface Batcher {
  /** Stores a message, whose bytes are copied; `sender` is told by `tag` after the commit, or that it was not stored. */
  add(message: Arriving, sender: Sender, tag: number): void;
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

/** What the writer takes for a batch is waited before the next, so that few messages keep it busy half the time at most; not longer than: */
const gatherMs = 4;
/** While one is stored, the next is handed over if it is full. */
const mostUnderWay = 2;
const fullMessages = 20_000;
const fullBytes = 16 * 1024 * 1024;
const closeWithinMs = 5_000;
const shuttingDown = 'Lintel is shutting down; send it again when it is back.';

const scope = systemScope('ingest');

export function openBatcher(parts: BatcherParts): Batcher {
  const line = makeWaitingLine();
  const waiters = makeWaiters();
  const courier = openCourier(parts, line, waiters);
  let isClosing = false;

  const isFull = (): boolean => {
    // While nothing is stored, a batch to try with is enough.
    const most = courier.outage() === null ? fullMessages : mostBatchMessages;
    return line.messages() >= most || line.bytes() >= fullBytes;
  };
  const refusal = (patience: Patience): string | null => {
    if (isClosing) return shuttingDown;
    if (patience === 'hold') return null;
    return courier.outage()?.sentence ?? (isFull() ? 'Too much is waiting to be stored; send it again soon.' : null);
  };
  const add: Batcher['add'] = (message, sender, tag) => {
    const why = refusal(sender.patience);
    if (why !== null) return sender.refused(tag, new AppError('unavailable', why));
    line.add(message, sender, tag);
    courier.added();
  };

  return {
    add,
    isFull,
    room: () => waiters.until(() => isClosing || !isFull()),
    load: () => ({ ...courier.load(), outage: courier.outage() }),
    submit: ({ payload, ...message }, patience) =>
      new Promise((resolve, reject) => {
        const sender: Sender = {
          patience,
          stored: (_tag, fate) => resolve(fate),
          refused: (_tag, error) => reject(error),
        };
        add({ ...message, bytes: payload, from: 0, to: payload.length }, sender, 0);
      }),
    async close() {
      isClosing = true;
      waiters.look();
      await courier.close(courier.outage() === null ? closeWithinMs : 0);
    },
  };
}

interface Courier {
  outage(): Outage | null;
  /** What is in the line and what the writer has. */
  load(): { readonly messages: number; readonly bytes: number };
  /** Something was put into the line. */
  added(): void;
  /** Settles when everything has been answered; what could not be stored within `ms` is refused. */
  close(ms: number): Promise<void>;
}

/** Brings batches of the line to the writer: one after the other, or two if they are full; in an outage one, after a pause. */
function openCourier(parts: BatcherParts, line: WaitingLine, waiters: Waiters): Courier {
  const underWay = new Set<Batch>();
  let timer: NodeJS.Timeout | undefined;
  let nextAt = 0;
  const outages = watchOutages((outage) => {
    parts.onOutage(outage);
    if (outage !== null) refuse(outage.sentence, ({ patience }) => patience === 'refuse');
  });

  /** Answers those that wait no longer. The messages stay: stored twice they count once, and something must be tried with. */
  function refuse(sentence: string, isConcerned: (sender: Sender) => boolean): void {
    const error = new AppError('unavailable', sentence);
    for (const { senders, tags } of [...underWay, ...line.each()]) {
      senders.forEach((sender, place) => {
        if (isConcerned(sender)) sender.refused(tags[place] as number, error);
      });
    }
  }

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const most = outages.current() === null && line.isBatchFull() ? mostUnderWay : 1;
    if (underWay.size >= most) return;
    const batch = line.takeBatch();
    if (batch === undefined) return;
    underWay.add(batch);
    const sentAt = performance.now();
    const answered = outages.expectAnswer();
    const stored = await storeBatch(parts, batch);
    answered();
    underWay.delete(batch);
    const answeredAt = performance.now();
    nextAt = answeredAt + Math.min(gatherMs, answeredAt - sentAt);
    if (stored instanceof Error) {
      line.putBack(batch);
      outages.failed(stored);
    } else outages.succeeded();
    // First the next batch, so that the writer has no pause while this one's senders are told.
    sendSoon();
    if (!(stored instanceof Error)) {
      tell(parts, batch, stored);
      line.recycle(batch);
    }
    waiters.look();
  };

  const sendSoon = (): void => {
    if (line.messages() === 0) return;
    if (outages.current() !== null) timer ??= setTimeout(() => void send(), outages.pauseMs());
    else if (line.isBatchFull()) void send();
    else if (underWay.size === 0) timer ??= setTimeout(() => void send(), nextAt - performance.now());
  };

  return {
    outage: outages.current,
    load: () => {
      let [messages, bytes] = [line.messages(), line.bytes()];
      for (const { parcel } of underWay) {
        messages += parcel.count();
        bytes += parcel.bytes();
      }
      return { messages, bytes };
    },
    added: () => {
      if (timer === undefined || line.isBatchFull()) sendSoon();
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

/** Stores a batch; answers what became of it, or why nothing of it could be stored. */
async function storeBatch({ writes }: BatcherParts, { parcel }: Batch): Promise<PackedFates | Error> {
  try {
    const packed = parcel.packed();
    return await writes.ingest(scope, transferring(packed, buffersOf(packed)));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function tell({ onCommitted, onFault }: BatcherParts, { senders, tags }: Batch, stored: PackedFates): void {
  const { others, items, heard, faults } = stored;
  for (const fault of faults) onFault(new Error('A message went to quarantine.', { cause: new Error(fault) }));
  let next = 0;
  for (let place = 0; place < senders.length; place += 1) {
    const sender = senders[place] as Sender;
    const tag = tags[place] as number;
    if (others[next]?.[0] !== place) sender.stored(tag, acceptedOnce);
    else {
      const fate = (others[next] as PackedFates['others'][number])[1];
      next += 1;
      if (typeof fate !== 'string') sender.stored(tag, fate);
      else {
        const error = new AppError('unavailable', 'The message could not be stored.', { cause: new Error(fate) });
        onFault(error);
        sender.refused(tag, error);
      }
    }
  }
  if (heard.length > 0 || others.length < senders.length) onCommitted(heard, items);
}
