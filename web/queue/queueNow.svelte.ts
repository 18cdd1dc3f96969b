import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import { followLive, type LinkState } from '../state/live.ts';
import type { Session } from '../state/session.svelte.ts';
import { queueApi } from './queueApi.ts';

/** A store's queues at this moment: fetched once, then followed live. */
export class QueueNow {
  value = $state.raw<QueueNowAnswer | null>(null);
  failure = $state.raw<string | null>(null);
  link = $state<LinkState>('connecting');
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Until the returned function is called. */
  open(store: string): () => void {
    this.value = null;
    this.failure = null;
    this.link = 'connecting';
    const abort = new AbortController();
    void this.#load(store, abort.signal);
    return () => abort.abort();
  }

  async #load(store: string, signal: AbortSignal): Promise<void> {
    try {
      const value = await queueApi.now(store, signal);
      if (!signal.aborted) this.value = value;
    } catch (error) {
      if (!signal.aborted) this.failure = this.#session.explain(error);
      return;
    }
    if (signal.aborted) return;
    const unfollow = followLive({
      store,
      onQueue: (now) => {
        this.value = now;
      },
      onLink: (link) => {
        this.link = link;
      },
    });
    signal.addEventListener('abort', unfollow);
  }
}
