import { expect, it } from 'vitest';
import type { UnknownSender } from '../../../db/reads/adoption.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { makeDecoding } from '../../../server/compose/decoding.ts';
import { knownProfiles } from '../../../server/compose/profiles.ts';
import { unknownSenders } from '../../../server/vendors/adoption.ts';
import { makeDevice } from '../../db/chain.ts';
import { minuteAtDoor } from './xovis.ts';

const connection = { source: null, topics: [], address: 'AA:01', swap: false, map: [], options: {} };
const settings: Settings = {
  version: 1,
  organisation: { name: 'Shops', currency: 'EUR', locale: 'en' },
  regions: [],
  stores: new Map(),
  devices: new Map([['head', makeDevice('head', 'arbat', { profile: 'xovis', connection, lines: [] })]]),
  standards: [],
  checklists: [],
  mqttClients: new Map(),
  sources: new Map([
    ['home', { id: 'home', profile: 'generic', url: 'mqtt://b', username: null, topics: ['#'], options: {} }],
  ]),
};

function sender(topic: string, body: unknown, more: Partial<UnknownSender> = {}): UnknownSender {
  const text = body === null ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return { topic, store: null, device: null, count: 1, lastAt: 1000, body: text, ...more };
}

const found = (senders: readonly UnknownSender[]) =>
  unknownSenders({
    senders,
    settings,
    profiles: knownProfiles(),
    decoding: makeDecoding(),
    breathe: async () => undefined,
  });

it('who names an address is one, however often and by however many topics; the latest message is shown', async () => {
  const all = await found([
    sender('$hook/head/', minuteAtDoor('AA:02', { in: 9 }), { lastAt: 3000 }),
    sender('$hook/head/', minuteAtDoor('aa02', { in: 1 }), { lastAt: 2000, count: 4 }),
    sender('$hook/head/', minuteAtDoor('aa-01', { in: 1 })),
  ]);
  expect(all).toMatchObject([
    { source: 'head', address: 'AA:02', count: 5, lastAt: 3000, guess: { profile: 'xovis', make: 'Xovis' } },
  ]);
  expect(all[0]?.sample).toContain('"value":9');
});

it('who names none is known by the topic, with the make that the message looks like, or none', async () => {
  const all = await found([
    sender('$source/home/zigbee2mqtt/door', { what: 'ever' }),
    sender('$source/home/zigbee2mqtt/door', { what: 'else' }),
    sender('counter/7', 'not JSON at all'),
    sender('counter/8', null),
  ]);
  expect(all.map(({ source, topic, count }) => [source, topic, count])).toEqual([
    ['home', 'zigbee2mqtt/door', 2],
    [null, 'counter/7', 1],
    [null, 'counter/8', 1],
  ]);
  expect(all[0]?.guess?.profile).toBe('generic');
  expect(all[2]).toMatchObject({ guess: null, sample: null, address: null });
});

it('a stranger that speaks Lintel’s own language is named by its topic', async () => {
  const body = { at: '2026-03-20T10:00:00Z', direction: 'in' };
  const of = { store: 'arbat', device: 'cam-9' };
  const all = await found([
    sender('lintel/v1/arbat/cam-9/counts', body, of),
    sender('lintel/v1/arbat/cam-9/status', 'online', of),
  ]);
  expect(all).toMatchObject([{ ...of, source: null, address: null, guess: { profile: 'native' }, count: 2 }]);
});
