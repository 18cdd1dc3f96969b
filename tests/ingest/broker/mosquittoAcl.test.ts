import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { expect, test } from 'vitest';
import { unnamedOrganisation } from '../../../db/reads/settings.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { writeMosquittoAcl } from '../../../ingest/broker/mosquittoAcl.ts';
import { makeDevice, makeStore } from '../../db/chain.ts';
import { startMosquitto } from '../../setup/mosquitto.ts';

const settings: Settings = {
  version: 1,
  organisation: unnamedOrganisation,
  regions: [],
  stores: new Map([['arbat', makeStore('arbat')]]),
  devices: new Map([['cam-1', makeDevice('cam-1', 'arbat')]]),
  standards: [],
  mqttClients: new Map([['gate', { id: 'gate', kind: 'gateway', storeId: 'arbat', filters: [] }]]),
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
