import type { MessageKind } from '../../db/vocabulary/event.ts';
import type { ItemDecoder } from './decoded.ts';
import { countsDecoder } from './native/counts.ts';
import { salesDecoder } from './native/sales.ts';
import { statusDecoder } from './native/status.ts';

/** Every adapter, once: which decoder reads which last level of a native topic. */
const claims: readonly (readonly [MessageKind, ItemDecoder])[] = [
  ['counts', countsDecoder],
  ['sales', salesDecoder],
  ['status', statusDecoder],
];

/** Makes the registry; two adapters that claim the same kind of message are a bug. */
export function makeRegistry(list: typeof claims): ReadonlyMap<string, ItemDecoder> {
  const registry = new Map<string, ItemDecoder>();
  for (const [kind, decoder] of list) {
    if (registry.has(kind)) throw new Error(`Two adapters claim ${kind}.`);
    registry.set(kind, decoder);
  }
  return registry;
}

export const nativeDecoders = makeRegistry(claims);
