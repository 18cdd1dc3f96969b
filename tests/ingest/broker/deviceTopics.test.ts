import { expect, test } from 'vitest';
import { accessFilters, isOwnTopic, mqttFilter, vendorFilters } from '../../../db/settings/deviceTopics.ts';
import type { Connection, MqttClient } from '../../../db/vocabulary/place.ts';
import { mayPublish } from '../../../ingest/broker/permissions.ts';
import { makeDevice } from '../../db/chain.ts';

const connection = (more: Partial<Connection>): Connection => ({
  source: null,
  topics: [],
  address: null,
  swap: false,
  map: [],
  options: {},
  ...more,
});
const device = {
  kind: 'device',
  id: 'cam-1',
  storeId: 'arbat',
  topics: ['shop/{address}/up', 'door/#'],
  address: '24:E1:24',
} as const;

test.each([
  ['shop/24E124/up', true],
  ['shop/24e124/up', true],
  ['shop/24:e1:24/up', true],
  ['shop/FFFFFF/up', false],
  ['shop/24E124/up/more', false],
  ['door', true],
  ['door/a/b', true],
  ['lintel/v1/arbat/cam-1/counts', true],
  ['lintel/v1/arbat/cam-2/counts', false],
  ['lintel/v1/arbat/cam-1', false],
] as const)('a device publishes to its own topics: %s %s', (topic, may) => {
  expect(mayPublish(device, topic)).toBe(may);
});

test('no filter, however wide, opens the topics of the house or of other devices', () => {
  const gateway = { kind: 'gateway', id: 'gate', storeId: 'arbat', filters: ['#'] } as const;
  const topics = [
    '$hook/till-1/orders',
    '$source/tts/x',
    '$SYS/broker',
    'lintel/v1/nevsky/cam-9/counts',
    'zigbee2mqtt/door',
  ];
  expect(topics.filter((topic) => mayPublish(gateway, topic))).toEqual(['zigbee2mqtt/door']);
  expect(topics.filter((topic) => mayPublish({ ...device, topics: ['#', '$hook/#'] }, topic))).toEqual([
    'zigbee2mqtt/door',
  ]);
  expect(isOwnTopic({ topics: ['a/#'], address: null }, 'a/+')).toBe(false);
});

test('a device whose address is not known may use any level for it', () => {
  expect(mayPublish({ ...device, address: null }, 'shop/whatever/up')).toBe(true);
});

test('an access list knows an address as serial numbers are written', () => {
  expect(accessFilters('shop/{address}/{any}', '24:E1:24')).toEqual([
    'shop/24:E1:24/+',
    'shop/24e124/+',
    'shop/24E124/+',
  ]);
  expect(accessFilters('shop/{address}', null)).toEqual(['shop/+']);
  expect(accessFilters('shop/{address}', 'a/#')).toEqual(['shop/+']);
  expect(mqttFilter('shop/{address}/up')).toBe('shop/+/up');
});

test('Lintel subscribes to what devices of the main broker and gateways publish, once each', () => {
  const devices = [
    makeDevice('a', 'arbat', { connection: connection({ topics: ['shop/{address}/up'] }) }),
    makeDevice('b', 'arbat', {
      connection: connection({ topics: ['shop/{address}/up', '$SYS/#', 'lintel/v1/#', 'a\nb'] }),
    }),
    makeDevice('c', 'arbat', { connection: connection({ topics: ['v3/+/up'], source: 'tts' }) }),
    makeDevice('d', 'arbat'),
  ];
  const client = (id: string, kind: MqttClient['kind'], filters: string[]): MqttClient => ({
    id,
    kind,
    storeId: 'arbat',
    filters,
  });
  const clients = [client('gate', 'gateway', ['zigbee2mqtt/#']), client('screen', 'reader', ['wall/#'])];
  const settings = {
    devices: new Map(devices.map((one) => [one.id, one])),
    mqttClients: new Map(clients.map((one) => [one.id, one])),
  };
  expect(vendorFilters(settings)).toEqual(['shop/+/up', 'zigbee2mqtt/#']);
});
