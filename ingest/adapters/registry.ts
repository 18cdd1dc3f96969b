import type { MessageKind } from '../../db/vocabulary/event.ts';
import type { Adapter } from './adapter.ts';
import { atol } from './atol/adapter.ts';
import { axis } from './axis/adapter.ts';
import { chirpstack } from './chirpstack/adapter.ts';
import type { ItemDecoder } from './decoded.ts';
import { evotor } from './evotor/adapter.ts';
import { fns } from './fns/adapter.ts';
import { generic } from './generic/adapter.ts';
import { happyornot } from './happyornot/adapter.ts';
import { hikvision } from './hikvision/adapter.ts';
import { iiko } from './iiko/adapter.ts';
import { imbuildings } from './imbuildings/adapter.ts';
import { irisys } from './irisys/adapter.ts';
import { lightspeed } from './lightspeed/adapter.ts';
import { loriot } from './loriot/adapter.ts';
import { loyverse } from './loyverse/adapter.ts';
import { milesight } from './milesight/adapter.ts';
import { moysklad } from './moysklad/adapter.ts';
import { countsDecoder } from './native/counts.ts';
import { queueDecoder } from './native/queue.ts';
import { salesDecoder } from './native/sales.ts';
import { serviceDecoder } from './native/service.ts';
import { statusDecoder } from './native/status.ts';
import { poslog } from './poslog/adapter.ts';
import { qmatic } from './qmatic/adapter.ts';
import { shopify } from './shopify/adapter.ts';
import { square } from './square/adapter.ts';
import { terabee } from './terabee/adapter.ts';
import { ttn } from './ttn/adapter.ts';
import { typeform } from './typeform/adapter.ts';
import { xovis } from './xovis/adapter.ts';
import { zendesk } from './zendesk/adapter.ts';

/** Lintel's own language: which decoder reads which last level of a native topic. */
const claims: readonly (readonly [MessageKind, ItemDecoder])[] = [
  ['counts', countsDecoder],
  ['sales', salesDecoder],
  ['queue', queueDecoder],
  ['service', serviceDecoder],
  ['status', statusDecoder],
];

/** Every vendor's adapter, once. */
// biome-ignore format: one a line, so that additions never meet.
const vendors: readonly Adapter[] = [
  generic,
  loriot,
  xovis,
  irisys,
  axis,
  hikvision,
  milesight,
  ttn,
  chirpstack,
  imbuildings,
  terabee,
  square,
  shopify,
  loyverse,
  lightspeed,
  moysklad,
  atol,
  evotor,
  fns,
  iiko,
  poslog,
  qmatic,
  typeform,
  zendesk,
  happyornot,
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
