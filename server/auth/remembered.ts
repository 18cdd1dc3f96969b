import { createHash } from 'node:crypto';

/** A look-up whose answers are kept for a short while. */
export interface Remembered<Value> {
  /** `key` may be a secret: only its digest is kept. */
  (key: string): Promise<Value>;
  forget(): void;
}

interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly until: number;
}

const mostKept = 10_000;

/**
 * Keeps what `load` answered for `trustedMs`, so that a caller with a hundred requests a second is looked up once; a failure
 * is not kept. Whatever changes takes effect after that time at the latest, or at once where `forget` is called.
 */
export function remembered<Value>(trustedMs: number, load: (key: string) => Promise<Value>): Remembered<Value> {
  const kept = new Map<string, Kept<Value>>();
  const look = (secret: string): Promise<Value> => {
    const key = createHash('sha256').update(secret).digest('base64');
    const now = performance.now();
    const known = kept.get(key);
    if (known !== undefined && known.until > now) return known.value;
    if (kept.size >= mostKept) kept.clear();
    const value = load(secret);
    kept.set(key, { value, until: now + trustedMs });
    value.catch(() => kept.delete(key));
    return value;
  };
  return Object.assign(look, { forget: () => kept.clear() });
}
