import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceSetting } from '../../db/settings/change.ts';
import { migrate } from '../../db/sql/migrate.ts';
import { openSql } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { type Mosquitto, startMosquitto } from '../setup/mosquitto.ts';
import { type RunningServer, startServer } from '../setup/server.ts';
import { eventually } from './shop.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'lintel-sources-'));
let main: Mosquitto;
let network: Mosquitto;
let home: Mosquitto;
let server: RunningServer;
let sql: Sql;
const clients: MqttClient[] = [];

const source = (id: string, url: string, more: Partial<SourceSetting> = {}): SourceSetting => ({
  id,
  url,
  profile: 'milesight',
  username: null,
  password: null,
  topics: ['counters/#'],
  options: {},
  ...more,
});

function camera(id: string, connection: Partial<NonNullable<Device['connection']>>): Device {
  const usual = { source: null, topics: [], address: null, swap: false, map: [], options: {} };
  return makeDevice(id, 'arbat', { profile: 'milesight', lines: [], connection: { ...usual, ...connection } });
}

/** A minute of a VS125 at one line. */
function minute(serial: string, start: number, people: number): string {
  const at = (ms: number): string => new Date(ms).toISOString().replace('.000Z', '+00:00');
  return JSON.stringify({
    event: 'Periodic',
    report_time: at(start + 60_000),
    device_info: { device_name: 'People Counter', device_sn: serial, device_mac: '24:E1:24:00:00:01' },
    time_info: { time_zone: 'UTC+0:00', enable_dst: false, start_time: at(start), end_time: at(start + 60_000) },
    line_trigger_data: [],
    line_periodic_data: [{ line: 1, line_name: 'Line1', line_uuid: 'f0', total: { in: people, out: 0 } }],
  });
}

beforeAll(async () => {
  [main, network, home] = await Promise.all([startMosquitto(), startMosquitto(), startMosquitto()]);
  sql = openSql({ databaseUrl: undefined, dataDir });
  await migrate(sql);
  await applySettings(sql, owner, {
    stores: [makeStore('arbat', { timezone: 'UTC', openingHours: null })],
    devices: [
      camera('door-a', { source: 'tts', address: '6537A1' }),
      camera('door-b', { source: 'tts', address: '6537B2' }),
      camera('door-c', { topics: ['shop/{address}/up'], address: '6537C3' }),
    ],
    sources: [source('tts', network.url)],
  });
  server = await startServer({ DATA_DIR: dataDir, MQTT_URL: main.url });
});
afterAll(async () => {
  for (const client of clients) await client.endAsync(true);
  await sql?.close();
  await server?.stop();
  for (const broker of [main, network, home]) await broker?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function publisher(broker: Mosquitto): Promise<MqttClient> {
  const client = await connectAsync(broker.url, { reconnectPeriod: 100 });
  client.on('error', () => undefined);
  clients.push(client);
  return client;
}

const day = Date.parse('2026-03-19T10:00:00Z');

async function peopleAt(device: string): Promise<{ reports: number; people: number }> {
  const [row] = await sql.all<{ reports: number; people: number | null }>(
    'select count(*) as reports, sum(count_in) as people from count_intervals where device_id = ?',
    [device],
  );
  return { reports: row?.reports ?? 0, people: row?.people ?? 0 };
}

function gauge(text: string, name: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(name));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

async function isConnected(id: string): Promise<boolean> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return gauge(text, `lintel_source_connected{source="${id}"}`) === 1;
}

test('devices of another broker count, each by its address, and of a broker that restarts nothing is lost or doubled', async () => {
  await eventually(
    () => isConnected('tts'),
    (is) => is,
  );
  const sender = await publisher(network);
  const send = (i: number): Promise<unknown> =>
    sender.publishAsync(
      `counters/${i % 2}`,
      minute(i % 2 === 0 ? '6537A1' : '6537B2', day + Math.floor(i / 2) * 60_000, 1),
      { qos: 1 },
    );
  for (let i = 0; i < 40; i += 1) await send(i);
  await network.restart();
  await eventually(
    async () => sender.connected,
    (is) => is,
  );
  for (let i = 40; i < 80; i += 1) await send(i);
  // A retransmission of all that has been sent.
  for (let i = 0; i < 80; i += 1) await send(i);
  await eventually(
    () => peopleAt('door-b'),
    ({ reports }) => reports === 40,
  );
  await eventually(
    () => peopleAt('door-a'),
    ({ reports }) => reports === 40,
  );
  expect(await peopleAt('door-a')).toEqual({ reports: 40, people: 40 });
  expect(await peopleAt('door-b')).toEqual({ reports: 40, people: 40 });
});

test('what is published while Lintel is killed waits at the other broker', async () => {
  const sender = await publisher(network);
  await server.kill9();
  const evening = day + 8 * 3600_000;
  for (let i = 0; i < 10; i += 1)
    await sender.publishAsync('counters/0', minute('6537A1', evening + i * 60_000, 2), { qos: 1 });
  server = await startServer({ DATA_DIR: dataDir, MQTT_URL: main.url, PORT: String(server.port) });
  expect(
    await eventually(
      () => peopleAt('door-a'),
      ({ reports }) => reports === 50,
    ),
  ).toEqual({ reports: 50, people: 60 });
});

test('a device of the main broker is read on its own topic as soon as it is set up', async () => {
  const sender = await publisher(main);
  await sender.publishAsync('shop/6537c3/up', minute('6537C3', day, 3), { qos: 1 });
  await eventually(
    () => peopleAt('door-c'),
    ({ reports }) => reports === 1,
  );
  await applySettings(sql, owner, { devices: [camera('door-d', { topics: ['new/door'] })] });
  const isRead = async (): Promise<boolean> => {
    await sender.publishAsync('new/door', minute('6537D4', day, 4), { qos: 1 });
    return (await peopleAt('door-d')).reports === 1;
  };
  await eventually(isRead, (is) => is);
  expect(await peopleAt('door-d')).toEqual({ reports: 1, people: 4 });
});

test('a source that is added is read within some seconds; one that is away keeps nothing else away', async () => {
  await network.kill();
  await eventually(
    () => isConnected('tts'),
    (is) => !is,
  );
  await applySettings(sql, owner, {
    sources: [source('home', home.url)],
    devices: [camera('door-e', { source: 'home' })],
  });
  await eventually(
    () => isConnected('home'),
    (is) => is,
  );
  const sender = await publisher(home);
  await sender.publishAsync('counters/9', minute('6537E5', day, 5), { qos: 1 });
  await eventually(
    () => peopleAt('door-e'),
    ({ reports }) => reports === 1,
  );
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  // Each is known to be connected by itself, for what silence of its devices means.
  const isNoted = async (): Promise<boolean> =>
    (await sql.all("select 1 as one from ingest_runs where source = 'home'")).length === 1;
  expect(await eventually(isNoted, (is) => is)).toBe(true);
});
