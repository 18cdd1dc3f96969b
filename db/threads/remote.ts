import { Worker } from 'node:worker_threads';
import type { DatabasePlace } from '../sql/open.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { type Reply, type Request, restoreError } from './protocol.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One worker thread as the main thread sees it. */
export interface Thread {
  /** Settles once it answers calls; rejects where it could not start. */
  readonly ready: Promise<void>;
  call(name: string, scope: Scope, args: unknown): Promise<unknown>;
  /** Calls not yet answered. */
  pendingCount(): number;
  /** Takes no more calls, waits for those under way, then lets the thread close its database and end. After 3 s what waits for the database fails. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  readonly script: string | URL;
  readonly place: DatabasePlace;
  /** It ended without having been told to: every call under way has been rejected. */
  onCrash(error: Error): void;
  onEvent?(event: unknown): void;
  /** Starting it again would not help: the process must end. */
  onFatal?(error: Error): void;
}

const patienceMs = 3_000;

const transfers = new WeakMap<object, readonly ArrayBuffer[]>();

/** Marks buffers in the arguments of a call to be handed over instead of copied: they are empty here afterwards. */
export function transferring<Args extends object>(args: Args, buffers: readonly ArrayBuffer[]): Args {
  transfers.set(args, buffers);
  return args;
}

function buffersOf(args: unknown): readonly ArrayBuffer[] {
  return (typeof args === 'object' && args !== null ? transfers.get(args) : undefined) ?? [];
}

function gone(): AppError {
  return new AppError('unavailable', 'Lintel is shutting down.');
}

interface Deferred extends Pending {
  readonly promise: Promise<void>;
}

function deferred(): Deferred {
  let settle: Pending | undefined;
  const promise = new Promise<unknown>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // A promise's executor has run by now.
  return { ...(settle as Pending), promise: promise as Promise<void> };
}

/** Calls under way, by their number. */
function makeLedger() {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let emptied: (() => void) | undefined;
  const settle = (id: number): Pending | undefined => {
    const call = pending.get(id);
    pending.delete(id);
    if (pending.size === 0) emptied?.();
    return call;
  };
  return {
    size: () => pending.size,
    open: (call: Pending): number => {
      pending.set(nextId, call);
      return nextId++;
    },
    settle,
    rejectAll: (error: Error): void => {
      for (const id of [...pending.keys()]) settle(id)?.reject(error);
    },
    empty: (): Promise<void> =>
      new Promise((resolve) => {
        if (pending.size === 0) resolve();
        else emptied = resolve;
      }),
  };
}

function settleReply(ledger: ReturnType<typeof makeLedger>, reply: Extract<Reply, { id: number }>): void {
  const call = ledger.settle(reply.id);
  if ('error' in reply) call?.reject(restoreError(reply.error));
  else call?.resolve(reply.value);
}

/** Of the memory that is collected often; as much as Node gives by itself would be three quarters of what all threads need. */
const youngMiB = 12;

/** Starts a worker thread that serves functions of the database (threads/serve.ts). */
export function startThread(options: ThreadOptions): Thread {
  const ledger = makeLedger();
  const worker = new Worker(options.script, {
    workerData: options.place,
    resourceLimits: { maxYoungGenerationSizeMb: youngMiB },
  });
  let state: 'starting' | 'running' | 'closing' | 'ended' = 'starting';
  let failure: Error | undefined;
  const ready = deferred();
  const ended = deferred();
  worker.on('message', (reply: Reply) => {
    if ('id' in reply) settleReply(ledger, reply);
    else if ('event' in reply) options.onEvent?.(reply.event);
    else if ('fatal' in reply) options.onFatal?.(restoreError(reply.fatal));
    else {
      if (state === 'starting') state = 'running';
      ready.resolve(undefined);
    }
  });
  worker.on('error', (error: unknown) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  worker.on('exit', (code) => {
    const before = state;
    state = 'ended';
    const error = failure ?? new Error(`A database thread ended with code ${code}`);
    ready.reject(error);
    ledger.rejectAll(new AppError('unavailable', 'The database thread has stopped.', { cause: error }));
    ended.resolve(undefined);
    if (before === 'running') options.onCrash(error);
  });
  const post = (request: Request, buffers: readonly ArrayBuffer[] = []): void =>
    worker.postMessage(request, [...buffers]);
  return {
    ready: ready.promise,
    pendingCount: () => ledger.size(),
    call: (name, scope, args) =>
      new Promise((resolve, reject) => {
        if (state === 'closing' || state === 'ended') return reject(gone());
        const id = ledger.open({ resolve, reject });
        try {
          post({ id, name, scope, args }, buffersOf(args));
        } catch (error) {
          // What cannot be cloned never left this thread.
          ledger.settle(id)?.reject(error as Error);
        }
      }),
    async close() {
      if (state !== 'ended') state = 'closing';
      // A database that does not answer must not keep the process from ending. The thread is not ended by force: SQLite in the middle
      // of a call would take the process with it.
      const late = setTimeout(() => state === 'closing' && post({ hurry: true }), patienceMs);
      await ledger.empty();
      if (state === 'closing') post({ close: true });
      await ended.promise;
      clearTimeout(late);
    },
  };
}
