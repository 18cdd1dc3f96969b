import type { Scope } from '../vocabulary/scope.ts';
import { startThread, type Thread, type ThreadOptions } from './remote.ts';

/** Reader threads that share the calls: each goes to the one with the least to do. */
export interface ReaderPool {
  call(name: string, scope: Scope, args: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface ReaderPoolOptions extends Omit<ThreadOptions, 'onEvent'> {
  readonly size: number;
  /** Readers do not stay up: nothing more can be read. */
  onGivenUp(error: Error): void;
}

const crashesTolerated = 3;
const withinMs = 60_000;

/** Starts the readers; one that crashes is reported and started again, unless that happens over and over. */
export async function startReaderPool({ size, onGivenUp, ...options }: ReaderPoolOptions): Promise<ReaderPool> {
  const threads = new Set<Thread>();
  let crashes: number[] = [];
  let isClosing = false;

  const crashed = (thread: Thread, error: Error): void => {
    threads.delete(thread);
    options.onCrash(error);
    if (isClosing) return;
    crashes = [...crashes.filter((at) => at > Date.now() - withinMs), Date.now()];
    if (crashes.length > crashesTolerated) onGivenUp(error);
    else start().catch(onGivenUp);
  };

  async function start(): Promise<void> {
    const thread: Thread = startThread({ ...options, onCrash: (error) => crashed(thread, error) });
    threads.add(thread);
    await thread.ready;
  }

  await Promise.all(Array.from({ length: size }, start));
  return {
    async call(name, scope, args) {
      const [idlest] = [...threads].sort((a, b) => a.pendingCount() - b.pendingCount());
      if (idlest === undefined) throw new Error('No reader thread is running');
      return idlest.call(name, scope, args);
    },
    async close() {
      isClosing = true;
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}
