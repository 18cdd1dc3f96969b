import type { MessageFate, RawMessage } from './pipeline/message.ts';

/**
 * What a message does while nothing can be stored: `hold` waits however long it takes, for whoever need not be answered;
 * `refuse` is refused at once, for whoever waits for an answer.
 */
export type Patience = 'hold' | 'refuse';

/** A message that waits to be stored, and whom to tell. */
export interface Waiting {
  readonly message: RawMessage;
  readonly patience: Patience;
  resolve(fate: MessageFate): void;
  reject(error: Error): void;
}

/** Messages in the order they came. */
export interface WaitingLine {
  messages(): number;
  bytes(): number;
  add(one: Waiting): void;
  /** The first of the line, as many as make a batch. */
  takeBatch(): Waiting[];
  /** A batch that could not be stored is first again. */
  putBack(batch: readonly Waiting[]): void;
  each(): Iterable<Waiting>;
}

export const mostBatchMessages = 1000;
export const mostBatchBytes = 1024 * 1024;

export function makeWaitingLine(): WaitingLine {
  let line: Waiting[] = [];
  let bytes = 0;
  return {
    messages: () => line.length,
    bytes: () => bytes,
    add: (one) => {
      line.push(one);
      bytes += one.message.payload.length;
    },
    takeBatch: () => {
      let taken = 0;
      let count = 0;
      while (count < line.length && count < mostBatchMessages && taken < mostBatchBytes) {
        taken += line[count]?.message.payload.length ?? 0;
        count += 1;
      }
      const batch = line.slice(0, count);
      line = line.slice(count);
      bytes -= taken;
      return batch;
    },
    putBack: (batch) => {
      line = [...batch, ...line];
      for (const { message } of batch) bytes += message.payload.length;
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
