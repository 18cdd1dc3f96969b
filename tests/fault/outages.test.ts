import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { MqttClient } from 'mqtt';
import { connectAsync } from 'mqtt';
import { afterEach, expect, test } from 'vitest';
import { eventually, openShop, type Shop } from '../flow/shop.ts';
import { startCluster } from '../setup/cluster.ts';
import { startMosquitto } from '../setup/mosquitto.ts';
import { makeSmallDisk } from './disk.ts';
import { expectedOf, furtherDevices, type Load, loadDevices, publishBy, startLoad, storedIn } from './load.ts';
import { lockDatabase } from './locker.ts';
import { expectOutage, expectRecovery, metric, readiness, troublesIn } from './watching.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const seconds = 1000;

async function shopFor(env: Record<string, string> = {}): Promise<Shop> {
  const shop = await openShop(env);
  endings.push(() => shop.close());
  await shop.provision(furtherDevices);
  return shop;
}

/** Each device over its own connection to the embedded broker. */
async function loadOn(shop: Shop, atOnce = 100): Promise<Load> {
  const clients = new Map<string, MqttClient>();
  for (const id of loadDevices) clients.set(id, await shop.device(id));
  const load = startLoad(
    publishBy((device) => clients.get(device) as MqttClient),
    { atOnce },
  );
  await eventually(
    async () => load.acknowledged.size,
    (size) => size > 300,
  );
  return load;
}

function placeOf(shop: Shop): { databaseUrl: string | undefined; dataDir: string } {
  return { databaseUrl: shop.server.env['DATABASE_URL'], dataDir: shop.server.dataDir };
}

async function expectEverythingOnce(shop: Shop, load: Load): Promise<void> {
  await load.finish();
  expect(await storedIn(placeOf(shop))).toEqual(expectedOf(load.acknowledged));
}

test(
  'a full disk: nothing is acknowledged until there is room, and all of it counts once',
  async () => {
    const disk = makeSmallDisk();
    endings.push(disk.remove);
    const shop = await shopFor({ DATA_DIR: join(disk.folder, 'data') });
    const load = await loadOn(shop);
    disk.fill(shop.server.pid);
    await expectOutage(shop, load, /is full|cannot be written/);
    disk.free(shop.server.pid);
    await expectRecovery(shop, load);
    await expectEverythingOnce(shop, load);
  },
  120 * seconds,
);

test(
  'a database that another program has locked: publishers wait, memory does not grow, and then it goes on',
  async () => {
    const shop = await shopFor();
    const load = await loadOn(shop);
    const locker = await lockDatabase(join(shop.server.dataDir, 'lintel.db'));
    endings.push(locker.release);
    await expectOutage(shop, load, /locked by another program/);
    const before = await metric(shop, 'process_resident_memory_bytes');
    const pour = await pourInto(shop, 30_000);
    expect(await metric(shop, 'lintel_waiting_messages')).toBeLessThan(5_000);
    expect((await metric(shop, 'process_resident_memory_bytes')) - before).toBeLessThan(64 * 1024 * 1024);
    await locker.release();
    await expectRecovery(shop, load);
    await pour.acknowledged;
    await expectEverythingOnce(shop, load);
  },
  120 * seconds,
);

/** A device that pours so many messages of 1 KB into its connection: repeats of one status, which count nowhere. */
async function pourInto(shop: Shop, count: number): Promise<{ acknowledged: Promise<unknown> }> {
  const client = await shop.device('till-1', { clientId: 'pouring' });
  const text = JSON.stringify({ state: 'online', at: '2026-01-01T00:00:00Z' }).padEnd(1000);
  const sent = Array.from({ length: count }, () =>
    client.publishAsync('lintel/v1/arbat/till-1/status', text, { qos: 1 }),
  );
  await eventually(
    () => metric(shop, 'lintel_waiting_messages'),
    (waiting) => waiting >= 110,
  );
  return { acknowledged: Promise.all(sent) };
}

test(
  'a data folder that is gone for a while: what would be lost is not acknowledged',
  async () => {
    const shop = await shopFor();
    const load = await loadOn(shop);
    const away = `${shop.server.dataDir}-away`;
    renameSync(shop.server.dataDir, away);
    await expectOutage(shop, load, /is gone/);
    renameSync(away, shop.server.dataDir);
    await expectRecovery(shop, load);
    await expectEverythingOnce(shop, load);
  },
  120 * seconds,
);

test(
  'PostgreSQL that is paused, then killed and started again',
  async () => {
    const cluster = await startCluster();
    endings.push(cluster.stop);
    const shop = await shopFor({ DATABASE_URL: cluster.url });
    const load = await loadOn(shop);
    cluster.pause();
    await expectOutage(shop, load, /does not answer|has not answered/);
    cluster.resume();
    await expectRecovery(shop, load);
    await cluster.kill();
    await eventually(
      () => readiness(shop),
      ({ status }) => status === 503,
    );
    await cluster.start();
    await eventually(
      () => readiness(shop),
      ({ status }) => status === 200,
    );
    const troubles = troublesIn(shop.server.output());
    expect(troubles, troubles.join('\n')).toHaveLength(4);
    await expectEverythingOnce(shop, load);
  },
  120 * seconds,
);

test(
  'Mosquitto that is killed and comes back: Lintel says so once and goes on by itself',
  async () => {
    const broker = await startMosquitto();
    endings.push(() => broker.stop());
    const shop = await shopFor({ MQTT_URL: broker.url });
    await eventually(
      () => readiness(shop),
      ({ status }) => status === 200,
    );
    await broker.kill();
    await eventually(
      () => readiness(shop),
      ({ status, detail }) => status === 503 && detail.includes('MQTT_URL'),
    );
    await broker.restart();
    await eventually(
      () => readiness(shop),
      ({ status }) => status === 200,
    );
    const client = await connectAsync(broker.url);
    endings.push(() => client.endAsync(true));
    const load = startLoad(
      publishBy(() => client),
      { atOnce: 20, pauseMs: 10 },
    );
    await eventually(
      async () => load.acknowledged.size,
      (size) => size > 100,
    );
    await load.finish();
    const expected = expectedOf(load.acknowledged);
    await eventually(
      () => storedIn(placeOf(shop)),
      (found) => JSON.stringify(found) === JSON.stringify(expected),
    );
    expect(await storedIn(placeOf(shop))).toEqual(expected);
    expect(troublesIn(shop.server.output())).toHaveLength(2);
  },
  120 * seconds,
);

test(
  'a server that is told to end in an outage does so, and what was not acknowledged comes again',
  async () => {
    const shop = await shopFor();
    const load = await loadOn(shop);
    const locker = await lockDatabase(join(shop.server.dataDir, 'lintel.db'));
    endings.push(locker.release);
    await expectOutage(shop, load, /locked by another program/);
    expect(await shop.server.stop()).toBe(0);
    await locker.release();
    await shop.crash();
    await expectEverythingOnce(shop, load);
  },
  120 * seconds,
);
