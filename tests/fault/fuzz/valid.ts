/** Messages as devices send them, of every kind and shape: what the fuzz starts from. */
import type { Random } from '../../flow/reckoning/random.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const minute = 60_000;

export interface Valid {
  readonly kind: string;
  readonly device: string;
  readonly item: Json;
}

type Maker = (random: Random, at: number) => { [name: string]: Json };

const text = (at: number): string => new Date(at).toISOString();
const maybe = (random: Random, fields: { [name: string]: Json }): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(fields).filter(() => random.chance(0.3)));

const makers: readonly (readonly [kind: string, device: string, make: Maker])[] = [
  [
    'counts',
    'cam-1',
    (random, at) => ({
      start: text(at),
      end: text(at + random.pick([1, 5, 15, 60, 1440]) * minute),
      in: random.int(0, 20),
      ...maybe(random, { out: random.int(0, 20), passersBy: random.int(0, 200), staffIn: 0, groups: 1, line: 'main' }),
      ...maybe(random, { updatedAt: text(at + random.int(1, 99) * minute) }),
    }),
  ],
  [
    'counts',
    'sum-1',
    (random, at) => ({
      at: text(at),
      totalIn: random.int(0, 70_000),
      ...maybe(random, { totalOut: random.int(0, 70_000), totalPassersBy: random.int(0, 2 ** 32), line: 'main' }),
      ...maybe(random, { updatedAt: text(at + random.int(1, 99) * minute) }),
    }),
  ],
  [
    'counts',
    'beam-1',
    (random, at) => ({
      at: text(at),
      direction: random.pick(['in', 'out', 'passerBy']),
      ...maybe(random, { count: random.int(1, 5), id: `e${random.int(0, 99)}`, line: 'main' }),
    }),
  ],
  [
    'sales',
    'till-1',
    (random, at) => ({
      id: `r${random.int(0, 99_999)}`,
      at: text(at),
      type: random.pick(['sale', 'sale', 'return', 'exchange', 'void']),
      total: random.pick(['19.90', 5, '0', '1234567.89']),
      ...maybe(random, { tax: '1.00', currency: 'EUR', items: 3, till: 'a', employee: 'Anna', channel: 'pickup' }),
      ...maybe(random, { original: `r${random.int(0, 99_999)}`, training: false, source: 'shared' }),
      ...maybe(random, { updatedAt: text(at + random.int(1, 99) * minute), completeTo: '2026-01-01' }),
    }),
  ],
  [
    'status',
    'cam-1',
    (random, at) => ({
      state: random.pick(['online', 'offline']),
      ...maybe(random, { at: text(at), problem: 'covered', battery: 0.5, firmware: '1.2' }),
    }),
  ],
  ['queue', 'cam-1', (random, at) => ({ at: text(at), queue: 'tills', length: random.int(0, 9), open: 2 })],
  [
    'queue',
    'cam-1',
    (random, at) => ({
      id: `v${random.int(0, 999)}`,
      queue: 'tills',
      joinedAt: text(at),
      ...maybe(random, { calledAt: text(at + minute), leftAt: text(at + 2 * minute), outcome: 'served' }),
      ...maybe(random, { updatedAt: text(at + random.int(1, 99) * minute) }),
    }),
  ],
  [
    'queue',
    'cam-1',
    (random, at) => ({
      start: text(at - 15 * minute),
      end: text(at),
      queue: 'desk',
      served: random.int(0, 30),
      ...maybe(random, {
        abandoned: 1,
        meanWaitSeconds: 41.5,
        waitBins: [
          [0, 60, 4],
          [60, null, 1],
        ],
      }),
    }),
  ],
  [
    'service',
    'cam-1',
    (random, at) => ({ id: `o${random.int(0, 999)}`, at: text(at), process: 'till', criterion: 'wait', value: 3 }),
  ],
  [
    'service',
    'cam-1',
    (random, at) => ({
      id: `s${random.int(0, 999)}`,
      at: text(at),
      survey: random.pick(['nps', 'csat', 'csi']),
      score: random.int(1, 5),
      ...maybe(random, { criterion: 'staff', stage: 'after', comment: 'me@example.org, +7 916 123-45-67' }),
    }),
  ],
  [
    'service',
    'cam-1',
    (random, at) => ({
      id: `r${random.int(0, 999)}`,
      openedAt: text(at),
      ...maybe(random, { answeredAt: text(at + minute), resolvedAt: text(at + 2 * minute), level: 2, category: 'x' }),
    }),
  ],
  [
    'service',
    'cam-1',
    (random, at) => ({
      id: `c${random.int(0, 999)}`,
      at: text(at),
      standard: 'audit',
      items: [{ item: 'clean', passed: random.chance(0.5) }],
    }),
  ],
];

/** One message's item, dated within the last twenty days. */
export function validItem(random: Random): Valid {
  const [kind, device, make] = random.pick(makers);
  const item = make(random, Date.now() - random.int(60, 28_800) * minute);
  return { kind, device: random.chance(0.9) ? device : random.pick(['cam-1', 'sum-1', 'beam-1', 'till-1']), item };
}
