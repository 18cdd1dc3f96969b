/** A device's message has arrived. */
export interface DeviceHeard {
  readonly store: string;
  readonly device: string;
  /** RFC 3339, in UTC. */
  readonly at: string;
  readonly state: string | null;
}

/** One open stream's ear. */
export interface Listener {
  readonly storeIds: ReadonlySet<string>;
  /** `json`: the store's figures for today. */
  onFunnel(storeId: string, json: string): void;
  /** `json`: how its queues are now. */
  onQueue(storeId: string, json: string): void;
  onDevice(heard: DeviceHeard): void;
}

export interface LiveHubInput {
  /** The store's figures for today, as JSON text; null where the store is gone. */
  todayJson(storeId: string): Promise<string | null>;
  /** How its queues are now, as JSON text; null where it has none, or is gone. */
  queueJson(storeId: string): Promise<string | null>;
  onError(error: unknown, storeId: string): void;
}

export interface LiveHub {
  /** Something of these stores was committed. */
  noteCommit(storeIds: Iterable<string>): void;
  noteDevice(heard: DeviceHeard): void;
  /** Sends the present figures at once, then after every commit; answers how to stop. */
  listen(listener: Listener): () => void;
  listenedStores(): string[];
  close(): void;
}

/** No store's figures are worked out more often than this, however much arrives. */
const leastMsBetween = 250;
/** Figures move with the clock even when nothing arrives. */
const refreshMs = 30_000;

interface Watched {
  readonly listeners: Set<Listener>;
  timer: NodeJS.Timeout | null;
  isWorking: boolean;
  isWanted: boolean;
  startedAt: number;
}

/**
 * Brings figures to open streams: commits of one store are gathered, its figures are worked out once for all who listen,
 * at most four times a second, the first within a few milliseconds of the commit.
 */
export function openLiveHub({ todayJson, queueJson, onError }: LiveHubInput): LiveHub {
  const watched = new Map<string, Watched>();

  /** One that fails, or takes long, does not hold the other up. */
  const tell = async (storeId: string, answer: Promise<string | null>, say: (json: string) => void): Promise<void> => {
    try {
      const json = await answer;
      if (json !== null) say(json);
    } catch (error) {
      onError(error, storeId);
    }
  };

  const work = async (storeId: string, store: Watched): Promise<void> => {
    Object.assign(store, { timer: null, isWorking: true, isWanted: false, startedAt: Date.now() });
    await Promise.all([
      tell(storeId, todayJson(storeId), (json) => {
        for (const listener of store.listeners) listener.onFunnel(storeId, json);
      }),
      tell(storeId, queueJson(storeId), (json) => {
        for (const listener of store.listeners) listener.onQueue(storeId, json);
      }),
    ]);
    store.isWorking = false;
    if (store.isWanted) want(storeId);
  };

  const want = (storeId: string): void => {
    const store = watched.get(storeId);
    if (store === undefined) return;
    store.isWanted = true;
    if (store.timer !== null || store.isWorking) return;
    const delay = Math.max(0, store.startedAt + leastMsBetween - Date.now());
    store.timer = setTimeout(() => void work(storeId, store), delay);
  };

  const leave = (storeId: string, listener: Listener): void => {
    const store = watched.get(storeId);
    if (store === undefined) return;
    store.listeners.delete(listener);
    if (store.listeners.size > 0) return;
    if (store.timer !== null) clearTimeout(store.timer);
    watched.delete(storeId);
  };

  const join = (storeId: string, listener: Listener): void => {
    const store = watched.get(storeId) ?? {
      listeners: new Set(),
      timer: null,
      isWorking: false,
      isWanted: false,
      startedAt: 0,
    };
    store.listeners.add(listener);
    watched.set(storeId, store);
    want(storeId);
  };

  const refresh = setInterval(() => [...watched.keys()].map(want), refreshMs);
  return {
    noteCommit: (storeIds) => {
      for (const storeId of storeIds) want(storeId);
    },
    noteDevice: (heard) => {
      for (const listener of watched.get(heard.store)?.listeners ?? []) listener.onDevice(heard);
    },
    listen: (listener) => {
      for (const storeId of listener.storeIds) join(storeId, listener);
      return () => {
        for (const storeId of listener.storeIds) leave(storeId, listener);
      };
    },
    listenedStores: () => [...watched.keys()],
    close: () => {
      clearInterval(refresh);
      for (const store of watched.values()) if (store.timer !== null) clearTimeout(store.timer);
      watched.clear();
    },
  };
}
