/** What a phone can do for a page that needs no network; each does nothing where the browser has no such thing. */

/** The pages that open without a network; each has the worker to itself, under its own scope. */
export type OfflinePage = '/count' | '/check' | '/observe' | '/s/';

/** 128 random bits; crypto.randomUUID is there over https only. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lets the page open without a network from now on. Browsers offer it over https and on the machine itself only. */
export async function keepPage(scope: OfflinePage): Promise<void> {
  // In development the page's files have no hash in their names, and would never be new again.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  await navigator.serviceWorker.register('/offline-worker.js', { scope }).catch(() => undefined);
}
