import type { MessageFate, RawMessage } from '../pipeline/message.ts';
import type { Patience } from '../waitingLine.ts';
import type { Spool } from './spool.ts';

export interface BringingParts {
  readonly spool: Spool;
  submit(message: RawMessage, patience: Patience): Promise<MessageFate>;
  /** Settles when not too much waits in memory. */
  room(): Promise<void>;
  onTrouble(what: string, error: unknown): void;
}

/** Brings what is on the disk to the database, in its order. */
export interface Bringing {
  /** These files are to be brought, after those before them. */
  add(names: readonly string[]): void;
  /** The messages of this file are stored. */
  remove(name: string): Promise<void>;
  /** Files that nobody has handed to the database yet. */
  waiting(): number;
  close(): void;
}

const againMs = 15_000;

export function bringMessages(parts: BringingParts): Bringing {
  const { spool, submit, onTrouble } = parts;
  const waiting: string[] = [];
  const later = new Set<NodeJS.Timeout>();
  const state = { isBringing: false, isClosed: false };

  const remove = (name: string): Promise<void> =>
    spool.remove(name).catch((error: unknown) => onTrouble('a stored message stays on the disk', error));

  const tryLater = (name: string, error: unknown): void => {
    if (state.isClosed) return;
    onTrouble('a message on the disk could not be stored; it is tried again', error);
    const timer = setTimeout(() => {
      later.delete(timer);
      add([name]);
    }, againMs);
    later.add(timer);
  };

  /** Hands a file's messages over; what becomes of them is not waited for, so that the next are stored with them. */
  const bring = async (name: string): Promise<void> => {
    const messages = await spool.read(name);
    if (messages === null) return;
    Promise.all(messages.map((message) => submit(message, 'hold'))).then(
      () => remove(name),
      (error: unknown) => tryLater(name, error),
    );
  };

  const bringAll = async (): Promise<void> => {
    if (state.isBringing) return;
    state.isBringing = true;
    for (let name = waiting[0]; name !== undefined; name = waiting[0]) {
      await parts.room();
      if (state.isClosed) break;
      await bring(name).catch((error: unknown) => onTrouble('a message on the disk could not be read', error));
      waiting.shift();
    }
    state.isBringing = false;
  };

  const add = (names: readonly string[]): void => {
    for (const name of names) waiting.push(name);
    void bringAll();
  };

  return {
    add,
    remove,
    waiting: () => waiting.length,
    close() {
      state.isClosed = true;
      for (const timer of later) clearTimeout(timer);
    },
  };
}
