import type { Adapter } from '../adapters/adapter.ts';

/** A body as it may be on the disk: what is personal goes at the door. One that cannot be read stays as it is, to be refused. */
export function withoutPersonalBytes(
  { body, redact }: Pick<Adapter, 'body' | 'redact'>,
  bytes: Uint8Array,
): Uint8Array {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const kept = redact(body === 'json' ? JSON.parse(text) : text);
    return new TextEncoder().encode(typeof kept === 'string' && body === 'text' ? kept : JSON.stringify(kept));
  } catch {
    return bytes;
  }
}
