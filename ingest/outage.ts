import { AppError } from '../db/vocabulary/errors.ts';

/** A time in which nothing can be stored. */
export interface Outage {
  /** What is wrong and what to do. */
  readonly sentence: string;
  /** What was thrown first, for the log. */
  readonly error: Error;
  /** Epoch ms. */
  readonly since: number;
}

export interface OutageWatch {
  current(): Outage | null;
  /** Nothing could be stored: the outage begins, or goes on with a longer pause before the next try. */
  failed(error: Error): void;
  /** Something was stored: the outage is over. */
  succeeded(): void;
  /** To be called when a batch is sent: too long without an answer is an outage too. Answers what to call when it came. */
  expectAnswer(): () => void;
  /** How long to wait before the next try. */
  pauseMs(): number;
}

/** Longer than any commit, job or checkpoint of a database that is well. */
const answerMs = 10_000;
const shortestPauseMs = 250;
const longestPauseMs = 3_000;

const noAnswer = new AppError(
  'unavailable',
  'The database has not answered for 10 s: check that it runs and that its disk is not overloaded. What devices send waits with them until it does.',
);
/** What is no word to the user is for the log alone. */
const ourFault = 'Messages cannot be stored because of a fault in Lintel: the log says which; please report it.';

/** Watches over the storing of messages; `onChange` is told once when an outage begins and once (null) when it is over. */
export function watchOutages(onChange: (outage: Outage | null) => void): OutageWatch {
  let outage: Outage | null = null;
  let pause = shortestPauseMs;

  const begin = (error: Error): void => {
    const isNew = outage === null;
    const sentence = error instanceof AppError ? error.message : ourFault;
    outage = { sentence, error, since: outage?.since ?? Date.now() };
    if (isNew) onChange(outage);
  };

  return {
    current: () => outage,
    failed: (error) => {
      if (outage !== null) pause = Math.min(pause * 2, longestPauseMs);
      begin(error);
    },
    succeeded: () => {
      pause = shortestPauseMs;
      if (outage === null) return;
      outage = null;
      onChange(null);
    },
    expectAnswer: () => {
      const timer = setTimeout(() => begin(noAnswer), answerMs);
      return () => clearTimeout(timer);
    },
    pauseMs: () => pause,
  };
}
