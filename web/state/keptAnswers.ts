/** When the answers on the screen were kept, ISO 8601; null: they are of now. */
let keptAt: string | null = null;
const listeners = new Set<() => void>();

/** Told of every answer: one from the device's own store says since when it lies there (web/public/app-worker.js). */
export function noteAnswer(response: Response): void {
  const kept = response.headers.get('x-lintel-kept');
  const isOlder = kept !== null && keptAt !== null && kept > keptAt;
  if (kept === keptAt || isOlder) return;
  keptAt = kept;
  for (const listener of listeners) listener();
}

/** Since when the oldest answer on the screen lies on this device; null: they are of now. */
export function oldestKept(): string | null {
  return keptAt;
}

/** Calls back when that changes; answers how to stop. */
export function onKeptChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
