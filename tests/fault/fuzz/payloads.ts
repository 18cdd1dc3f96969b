/** One message after the other, half-right and wrong, repeatable from a seed. */
import { type Random, randomFrom } from '../../flow/reckoning/random.ts';
import { garbled, mistyped, mutated } from './mutate.ts';
import { type Json, validItem } from './valid.ts';

export interface Payload {
  readonly store: string;
  readonly device: string;
  readonly kind: string;
  readonly body: Buffer;
  /** Nothing was done to it. */
  readonly isValid: boolean;
}

const oddIds = [
  '',
  'Cam-1',
  'cam_1',
  'ж',
  '..',
  'a'.repeat(64),
  'cam-1 ',
  '__proto__',
  'constructor',
  '%00',
  '$SYS',
  '🛒',
];
const oddKinds = ['', 'Counts', 'count', 'counts/more', '__proto__', 'toString', 'events', 'a'.repeat(2000)];

function itemsOf(random: Random, first: Json, oneMore: () => Json): Json {
  if (random.chance(0.85)) return first;
  const many = random.chance(0.01) ? random.pick([999, 1000, 1001, 5000]) : random.int(0, 12);
  return [first, ...Array.from({ length: many }, oneMore)];
}

function bodyOf(random: Random, item: Json): Buffer {
  const json = JSON.stringify(item) ?? '';
  if (random.chance(0.001))
    return Buffer.from(JSON.stringify({ at: 'x'.repeat(random.pick([262_100, 262_144, 300_000])) }));
  if (random.chance(0.15)) return Buffer.from(mistyped(random, json));
  if (random.chance(0.12)) return garbled(random, Buffer.from(json));
  return Buffer.from(json);
}

function payloadOf(random: Random): Payload {
  const { kind, device, item } = validItem(random);
  const isValid = random.chance(0.1);
  if (isValid) return { store: 'arbat', device, kind, body: Buffer.from(JSON.stringify(item)), isValid };
  const spoilt = (one: Json): Json => {
    let next = one;
    for (let times = random.int(0, 3); times > 0; times -= 1) next = mutated(random, next);
    return next;
  };
  const body = bodyOf(
    random,
    itemsOf(random, spoilt(item), () => spoilt(validItem(random).item)),
  );
  const topic = {
    store: random.chance(0.02) ? random.pick(oddIds) : 'arbat',
    device: random.chance(0.02) ? random.pick([...oddIds, `new-${random.int(0, 200)}`]) : device,
    kind: random.chance(0.02) ? random.pick(oddKinds) : kind,
  };
  return { ...topic, body, isValid };
}

export function* payloads(seed: number): Generator<Payload, never> {
  const random = randomFrom(seed);
  for (;;) yield payloadOf(random);
}
