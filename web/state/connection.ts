import { createSubscriber } from 'svelte/reactivity';
import { oldestKept, onKeptChange } from './keptAnswers.ts';

const subscribe = createSubscriber((update) => {
  const stop = onKeptChange(update);
  addEventListener('online', update);
  addEventListener('offline', update);
  return () => {
    stop();
    removeEventListener('online', update);
    removeEventListener('offline', update);
  };
});

/** Since when the oldest answer on the screen lies on this device, read reactively; null: they are of now. */
export function shownSince(): string | null {
  subscribe();
  return oldestKept();
}

/** The browser knows of no network, read reactively. */
export function isOffline(): boolean {
  subscribe();
  return globalThis.navigator?.onLine === false;
}
