import type { Arriving } from '../pipeline/packed.ts';
import type { Sender } from '../waitingLine.ts';

/** Where a broker's messages go. */
export interface Intake {
  /** Takes a message, whose bytes are copied; `sender` is told by `tag` after the commit, or that it was not stored. */
  add(message: Arriving, sender: Sender, tag: number): void;
  /** Enough is waiting: no more should be read until `room`. */
  isFull(): boolean;
  room(): Promise<void>;
}

/** Counts what was taken and not answered yet. */
export interface UnderWay {
  began(): void;
  ended(): void;
  /** Settles when all that was taken has been answered. */
  over(): Promise<void>;
}

export function countUnderWay(): UnderWay {
  let count = 0;
  let tell: (() => void)[] = [];
  return {
    began() {
      count += 1;
    },
    ended() {
      count -= 1;
      if (count > 0) return;
      for (const one of tell) one();
      tell = [];
    },
    over: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => tell.push(resolve))),
  };
}
