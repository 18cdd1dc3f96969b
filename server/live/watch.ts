import type { LiveHub } from './hub.ts';

/** When something of a device was stored last, by whichever process. */
export interface LastHeard {
  readonly store: string;
  readonly device: string;
  /** Epoch ms of receipt. */
  readonly at: number;
  readonly state: string | null;
}

export interface WatchInput {
  readonly hub: LiveHub;
  /** Of the devices of these stores that were ever heard. */
  readLastHeard(storeIds: readonly string[]): Promise<LastHeard[]>;
  onError(error: unknown): void;
}

export interface CommitWatch {
  /** This process has committed messages: figures follow at once. */
  committed(heard: readonly LastHeard[]): void;
  close(): void;
}

const pollMs = 500;

/**
 * Tells the hub what was committed: by this process at once, by others (a second ingest process on PostgreSQL, an import on
 * the command line) by looking twice a second at when devices were last heard, as long as somebody watches.
 */
export function watchCommits({ hub, readLastHeard, onError }: WatchInput): CommitWatch {
  const known = new Map<string, number>();
  /** Stores looked at before: a device that is new there has just been heard for the first time. */
  let seen = new Set<string>();
  let isPolling = false;

  const note = (heard: LastHeard): void => {
    known.set(heard.device, heard.at);
    hub.noteCommit([heard.store]);
    hub.noteDevice({ ...heard, at: new Date(heard.at).toISOString() });
  };

  const poll = async (): Promise<void> => {
    const stores = hub.listenedStores();
    if (stores.length === 0) seen.clear();
    if (isPolling || stores.length === 0) return;
    isPolling = true;
    try {
      for (const heard of await readLastHeard(stores)) {
        if (!seen.has(heard.store)) known.set(heard.device, heard.at);
        else if (heard.at > (known.get(heard.device) ?? 0)) note(heard);
      }
      // Between the figures sent to who began to listen and this first look, another process may have stored something.
      hub.noteCommit(stores.filter((store) => !seen.has(store)));
      seen = new Set(stores);
    } catch (error) {
      onError(error);
    }
    isPolling = false;
  };

  const timer = setInterval(() => void poll(), pollMs);
  return {
    committed: (list) => {
      const watched = new Set(hub.listenedStores());
      for (const heard of list) if (watched.has(heard.store)) note(heard);
    },
    close: () => clearInterval(timer),
  };
}
