import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { expect, test } from 'vitest';
import { unnamedOrganisation } from '../../../db/reads/settings.ts';
import { vendorFilters } from '../../../db/settings/deviceTopics.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { writeMosquittoAcl } from '../../../ingest/broker/mosquittoAcl.ts';
import { makeDevice, makeStore } from '../../db/chain.ts';
import { startMosquitto } from '../../setup/mosquitto.ts';

const connection = {
  source: null,
  topics: ['shop/{address}/up'],
  address: '65:37:A1',
  swap: false,
  map: [],
  options: {},
};

const settings: Settings = {
  version: 1,
  organisation: unnamedOrganisation,
  regions: [],
  stores: new Map([['arbat', makeStore('arbat')]]),
  devices: new Map([
    ['cam-1', makeDevice('cam-1', 'arbat')],
    ['door-a', makeDevice('door-a', 'arbat', { profile: 'milesight', connection })],
  ]),
  standards: [],
  checklists: [],
  mqttClients: new Map([['gate', { id: 'gate', kind: 'gateway', storeId: 'arbat', filters: ['zigbee2mqtt/#'] }]]),
  sources: new Map(),
};

test('Mosquitto with our access list lets a device publish under its own topic only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-acl-'));
  const file = join(folder, 'mosquitto.acl');
  writeMosquittoAcl(settings, { file, ingestUser: 'lintel', isPublishing: false });
  const broker = await startMosquitto({ lines: ['allow_anonymous true', `acl_file ${file}`] });
  const [lintel, cam, gate] = await Promise.all(
    ['lintel', 'cam-1', 'gate'].map((username) => connectAsync(broker.url, { username })),
  );
  const heard: string[] = [];
  lintel?.on('message', (topic) => heard.push(topic));
  await lintel?.subscribeAsync('lintel/v1/#', { qos: 1 });
  await cam?.publishAsync('lintel/v1/arbat/cam-2/counts', 'forged', { qos: 1 });
  await cam?.publishAsync('lintel/v1/arbat/cam-1/counts', 'own', { qos: 1 });
  const last = new Promise<void>((resolve) => lintel?.on('message', (topic) => topic.includes('new-cam') && resolve()));
  await gate?.publishAsync('lintel/v1/arbat/new-cam/counts', 'gateway', { qos: 1 });
  await last;
  expect(heard).toEqual(['lintel/v1/arbat/cam-1/counts', 'lintel/v1/arbat/new-cam/counts']);
  for (const client of [lintel, cam, gate]) await client?.endAsync(true);
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('Mosquitto lets a vendor’s device publish on its own topic, a gateway on its filters, and Lintel read both', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-acl-'));
  const file = join(folder, 'mosquitto.acl');
  writeMosquittoAcl(settings, { file, ingestUser: 'lintel', isPublishing: true });
  const broker = await startMosquitto({ lines: ['allow_anonymous true', `acl_file ${file}`] });
  const [lintel, door, gate] = await Promise.all(
    ['lintel', 'door-a', 'gate'].map((username) => connectAsync(broker.url, { username })),
  );
  const heard: string[] = [];
  lintel?.on('message', (topic) => heard.push(topic));
  await lintel?.subscribeAsync(vendorFilters(settings), { qos: 1 });
  const last = new Promise<void>((resolve) =>
    lintel?.on('message', (topic) => topic.startsWith('zigbee') && resolve()),
  );
  await door?.publishAsync('shop/FFFFFF/up', 'another', { qos: 1 });
  await door?.publishAsync('shop/6537A1/up', 'own', { qos: 1 });
  await door?.publishAsync('shop/6537a1/up', 'own', { qos: 1 });
  await gate?.publishAsync('shop/6537A1/up', 'not the gateway’s', { qos: 1 });
  await gate?.publishAsync('zigbee2mqtt/door', 'own', { qos: 1 });
  await last;
  expect(heard).toEqual(['shop/6537A1/up', 'shop/6537a1/up', 'zigbee2mqtt/door']);
  for (const client of [lintel, door, gate]) await client?.endAsync(true);
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});
