import type { MessageFate, RawMessage } from '../pipeline/message.ts';
import { type BringingParts, bringMessages } from './bringing.ts';

/** What became of a request's messages: committed, or safe on the disk and stored later. */
export type Kept = { readonly kind: 'stored'; readonly fates: readonly MessageFate[] } | { readonly kind: 'spooled' };

export interface How {
  /** So long the commit is waited for. */
  readonly withinMs: number;
  /** A message as it may be on the disk. */
  forDisk(message: RawMessage): RawMessage;
}

/** Stores messages in the order they came, by way of the disk where it takes too long. */
export interface Keeping {
  /**
   * Settles after the commit, or after `withinMs` as soon as the messages are on the disk.
   * @throws AppError `unavailable` where neither is possible
   */
  store(messages: readonly RawMessage[], how: How): Promise<Kept>;
  /** Brings what the last run left to the database; to be called once at the start. */
  resume(): Promise<void>;
  /** Leaves what is still on the disk to the next start. */
  close(): void;
}

export interface KeepingParts extends BringingParts {
  /** Nothing can be stored at the moment, or too much waits in memory already. */
  isHeldUp(): boolean;
}

export function keepMessages(parts: KeepingParts): Keeping {
  const { spool, submit } = parts;
  const bringing = bringMessages(parts);

  const spoolFirst = async (messages: readonly RawMessage[]): Promise<Kept> => {
    bringing.add([await spool.keep(messages)]);
    return { kind: 'spooled' };
  };

  return {
    async store(messages, { withinMs, forDisk }) {
      if (messages.length === 0) return { kind: 'stored', fates: [] };
      // What came before and is on the disk is stored first.
      if (parts.isHeldUp() || bringing.waiting() > 0) return spoolFirst(messages.map(forDisk));
      const fates = Promise.all(messages.map((message) => submit(message, 'hold')));
      const inTime = await within(withinMs, fates);
      if (inTime.kind === 'done') return { kind: 'stored', fates: inTime.value };
      if (inTime.kind === 'failed') return spoolFirst(messages.map(forDisk));
      const name = await spool.keep(messages.map(forDisk));
      fates.then(
        () => bringing.remove(name),
        () => bringing.add([name]),
      );
      return { kind: 'spooled' };
    },
    resume: async () => bringing.add(await spool.names()),
    close: bringing.close,
  };
}

type InTime<Value> = { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'late' | 'failed' };

function within<Value>(ms: number, promise: Promise<Value>): Promise<InTime<Value>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), Math.max(0, ms));
    const settle = (inTime: InTime<Value>): void => {
      clearTimeout(timer);
      resolve(inTime);
    };
    promise.then(
      (value) => settle({ kind: 'done', value }),
      () => settle({ kind: 'failed' }),
    );
  });
}
