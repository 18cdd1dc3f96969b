import type { MessageKind } from '../../db/vocabulary/event.ts';
import type { Adapter } from './adapter.ts';
import type { ItemDecoder } from './decoded.ts';
import { generic } from './generic/adapter.ts';
import { countsDecoder } from './native/counts.ts';
import { salesDecoder } from './native/sales.ts';
import { statusDecoder } from './native/status.ts';
import { xovis } from './xovis/adapter.ts';

/** Lintel's own language: which decoder reads which last level of a native topic. */
const claims: readonly (readonly [MessageKind, ItemDecoder])[] = [
  ['counts', countsDecoder],
  ['sales', salesDecoder],
  ['status', statusDecoder],
];

/** Every vendor's adapter, once. */
// biome-ignore format: one a line, so that additions never meet.
const vendors: readonly Adapter[] = [
  generic,
  xovis,
];

/** Makes a registry; two that claim the same name are a bug. */
export function makeRegistry<Claim>(list: readonly (readonly [string, Claim])[]): ReadonlyMap<string, Claim> {
  const registry = new Map<string, Claim>();
  for (const [name, claim] of list) {
    if (registry.has(name)) throw new Error(`Two adapters claim ${name}.`);
    registry.set(name, claim);
  }
  return registry;
}

export const nativeDecoders = makeRegistry(claims);

/** By profile. */
export const adapters = makeRegistry(vendors.map((adapter) => [adapter.profile, adapter] as const));
