import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../db/sql/migrate.ts';
import { openSql } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { type Mosquitto, startMosquitto } from '../setup/mosquitto.ts';
import { type RunningServer, startServer } from '../setup/server.ts';
import { eventually } from './shop.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'lintel-discovery-'));
let home: Mosquitto;
let server: RunningServer;
let sql: Sql;
const clients: MqttClient[] = [];

async function setDiscovery(discovery: unknown): Promise<void> {
  const source = { id: 'home', url: home.url, profile: 'generic', username: null, password: null, topics: ['none'] };
  await applySettings(sql, owner, { sources: [{ ...source, options: { discovery } }] });
}

beforeAll(async () => {
  home = await startMosquitto();
  sql = openSql({ databaseUrl: undefined, dataDir });
  await migrate(sql);
  await applySettings(sql, owner, {
    stores: [makeStore('arbat', { name: 'Арбат', timezone: 'UTC', openingHours: null })],
    devices: [{ ...makeDevice('cam-1', 'arbat'), secret: 's3cret-word' }],
    mqttClients: [
      {
        id: 'assistant',
        kind: 'reader',
        storeId: null,
        filters: ['homeassistant/#', 'lintel/figures/#'],
        secret: 's3cret-word',
      },
    ],
  });
  await setDiscovery(true);
  server = await startServer({ DATA_DIR: dataDir, HOME_ASSISTANT_DISCOVERY: 'on' });
});
afterAll(async () => {
  for (const client of clients) await client.endAsync(true);
  await sql?.close();
  await server?.stop();
  await home?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What Home Assistant sees: the last of each topic, without those that were taken back. */
async function assistant(url: string, options: IClientOptions = {}): Promise<ReadonlyMap<string, string>> {
  const client = await connectAsync(url, { reconnectPeriod: 100, ...options });
  clients.push(client);
  const seen = new Map<string, string>();
  client.on('message', (topic, payload) => {
    if (payload.length === 0) seen.delete(topic);
    else seen.set(topic, payload.toString());
  });
  client.on('error', () => undefined);
  await client.subscribeAsync(['homeassistant/#', 'lintel/figures/#'], { qos: 1 });
  return seen;
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of Home Assistant's form; each test says what it expects
const valuesOf = (seen: ReadonlyMap<string, string>, pattern: RegExp): any[] =>
  [...seen].filter(([topic]) => pattern.test(topic)).map(([, payload]) => JSON.parse(payload));
const stateOf = (seen: ReadonlyMap<string, string>) => valuesOf(seen, /^lintel\/figures\/\w+\/arbat$/)[0];
const statusOf = (seen: ReadonlyMap<string, string>): string | undefined =>
  [...seen].find(([topic]) => /^lintel\/figures\/\w+\/status$/.test(topic))?.[1];

test('a source’s broker is told of each store’s entries, people inside and conversion, as they are', async () => {
  const seen = await assistant(home.url);
  await eventually(
    async () => stateOf(seen),
    (state) => state !== undefined,
  );
  const configs = valuesOf(seen, /^homeassistant\/sensor\/lintel_\w+\/arbat_\w+\/config$/);
  expect(configs.map(({ name }) => name)).toEqual(['Entries today', 'People inside', 'Conversion today']);
  for (const config of configs) {
    expect(config.device.name).toBe('Арбат');
    expect(seen.has(config.state_topic)).toBe(true);
    expect(seen.get(config.availability_topic)).toBe('online');
  }
  // Nothing is known yet, which is not 0.
  expect(stateOf(seen)).toMatchObject({ entries: null, conversion: null });
  const end = Math.floor(Date.now() / 60_000) * 60_000;
  const body = JSON.stringify({
    start: new Date(end - 60_000).toISOString(),
    end: new Date(end).toISOString(),
    in: 7,
    out: 2,
  });
  const authorization = `Basic ${Buffer.from('cam-1:s3cret-word').toString('base64')}`;
  const sent = await fetch(`${server.url}/api/v1/ingest/arbat/cam-1/counts`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  expect(sent.status).toBe(200);
  await eventually(
    async () => stateOf(seen)?.entries,
    (entries) => entries === 7,
  );
  expect(stateOf(seen)).toMatchObject({ entries: 7, coverage: { entries: expect.any(Number) } });
});

test('the house’s own broker is told as well, for readers', async () => {
  const url = `mqtt://127.0.0.1:${server.mqttPort}`;
  const seen = await assistant(url, { username: 'assistant', password: 's3cret-word' });
  await eventually(
    async () => stateOf(seen)?.entries,
    (entries) => entries === 7,
  );
  expect(statusOf(seen)).toBe('online');
});

test('it is not available while Lintel is killed, and is again with it', async () => {
  const seen = await assistant(home.url);
  await eventually(
    async () => statusOf(seen),
    (status) => status === 'online',
  );
  await server.kill9();
  await eventually(
    async () => statusOf(seen),
    (status) => status === 'offline',
  );
  server = await startServer({ DATA_DIR: dataDir });
  await eventually(
    async () => statusOf(seen),
    (status) => status === 'online',
  );
  expect(stateOf(seen)?.entries).toBe(7);
});

test('what is switched off is taken back, and nothing of it is found by who comes later', async () => {
  const seen = await assistant(home.url);
  await eventually(
    async () => seen.size,
    (size) => size >= 5,
  );
  await setDiscovery(false);
  await eventually(
    async () => seen.size,
    (size) => size === 0,
  );
  const later = await assistant(home.url);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([...later.keys()]).toEqual([]);
});
