import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { startThread, type Thread, type ThreadOptions } from './remote.ts';

/** Threads of one kind that share the calls: each goes to the one with the least to do. */
export interface ThreadPool {
  /** @throws AppError `unavailable` when the thread ended before it answered, or too much is waiting for it */
  call(name: string, scope: Scope, args: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface ThreadPoolOptions extends ThreadOptions {
  /** At most so many; more than the first start when they are needed, since each takes memory for good. */
  readonly size: number;
  /** The threads do not stay up: nothing more can be asked of them. */
  onGivenUp(error: Error): void;
}

const crashesTolerated = 3;
const withinMs = 60_000;
/** A database that does not answer must not fill the memory with questions. */
const mostPending = 1_000;

/** Starts a thread, and more while it has too much to do; one that ends by itself is reported and started again, unless that happens over and over. */
export async function startThreadPool({ size, onGivenUp, ...options }: ThreadPoolOptions): Promise<ThreadPool> {
  const threads = new Set<Thread>();
  let crashes: number[] = [];
  let isClosing = false;
  let growing: Promise<void> | undefined;

  const crashed = (thread: Thread, error: Error): void => {
    threads.delete(thread);
    crashes = [...crashes.filter((at) => at > Date.now() - withinMs), Date.now()];
    const isGivenUp = crashes.length > crashesTolerated;
    if (isGivenUp) onGivenUp(error);
    else options.onCrash(error);
    if (!isGivenUp && !isClosing) start().catch(onGivenUp);
  };

  async function start(): Promise<void> {
    const thread: Thread = startThread({ ...options, onCrash: (error) => crashed(thread, error) });
    // The only one is asked already while it starts; what others can answer does not wait for one more.
    if (threads.size === 0) threads.add(thread);
    await thread.ready;
    threads.add(thread);
    if (isClosing) await thread.close();
  }

  /** Starts one more; until it is ready the others answer. */
  const grow = (): void => {
    if (growing !== undefined || isClosing || threads.size >= size) return;
    growing = start()
      .catch(onGivenUp)
      .finally(() => {
        growing = undefined;
      });
  };

  await start();
  return {
    async call(name, scope, args) {
      const [idlest] = [...threads].sort((a, b) => a.pendingCount() - b.pendingCount());
      if (idlest === undefined) throw new AppError('unavailable', 'The database thread has stopped; try again.');
      if (idlest.pendingCount() >= mostPending)
        throw new AppError('unavailable', 'Too many questions wait for the database; ask again soon.');
      if (idlest.pendingCount() > 0) grow();
      return idlest.call(name, scope, args);
    },
    async close() {
      isClosing = true;
      await growing;
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}
