/** kill -9 at random moments under load, over every way messages come and both databases. */
import { isDeepStrictEqual } from 'node:util';
import { connectAsync, type MqttClient } from 'mqtt';
import { openShop, type Shop } from '../flow/shop.ts';
import { startCluster } from '../setup/cluster.ts';
import { startMosquitto } from '../setup/mosquitto.ts';
import {
  expectedOf,
  furtherDevices,
  type Load,
  loadDevices,
  postTo,
  publishBy,
  type Send,
  type Stored,
  sleep,
  startLoad,
  storedIn,
} from './load.ts';

export const ways = ['embedded', 'mosquitto', 'http'] as const;
export type Way = (typeof ways)[number];
export const databases = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof databases)[number];

export interface KillPlan {
  readonly way: Way;
  readonly database: DatabaseKind;
  readonly kills: number;
  /** So many kills of the server between two kills of PostgreSQL, or restarts of Mosquitto; 0: neither. */
  readonly restartEvery: number;
  /** At least so many are acknowledged between two kills. */
  readonly betweenKills: number;
  onKill?(kill: number, acknowledged: number): void;
}

export interface KillReport {
  readonly acknowledged: number;
  readonly expected: Stored;
  readonly found: Stored;
  /** What the server said since it was started last. */
  readonly output: string;
}

/** What runs beside the server, and how it is brought down and up again. */
interface House {
  readonly shop: Shop;
  readonly send: Send;
  readonly pauseMs: number;
  readonly atOnce: number;
  restartParts(): Promise<void>;
}

type Endings = (() => unknown)[];

/** Runs the load, kills the server again and again, and reads what is stored when everything has been acknowledged. */
export async function killUnderLoad(plan: KillPlan): Promise<KillReport> {
  const endings: Endings = [];
  try {
    const house = await openHouse(plan, endings);
    const load = startLoad(house.send, house);
    await killAgainAndAgain(plan, house, load);
    await load.finish();
    const expected = expectedOf(load.acknowledged);
    const found = await settled(house.shop, expected);
    return { acknowledged: load.acknowledged.size, expected, found, output: house.shop.server.output() };
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

async function killAgainAndAgain(plan: KillPlan, { shop, restartParts }: House, load: Load): Promise<void> {
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    const enough = load.acknowledged.size + plan.betweenKills;
    const patience = Date.now() + 120_000;
    while (load.acknowledged.size < enough) {
      if (Date.now() > patience)
        throw new Error(
          `only ${load.acknowledged.size} were acknowledged before kill ${kill}:\n${shop.server.output()}`,
        );
      await sleep(2);
    }
    // Mosquitto acknowledges whatever Lintel does: what is to be killed is a server that stores.
    while (!(await isStoring(shop)) && Date.now() < patience) await sleep(50);
    await sleep(Math.random() * 300);
    if (plan.restartEvery > 0 && kill % plan.restartEvery === 0) await restartParts();
    await shop.crash();
    plan.onKill?.(kill, load.acknowledged.size);
  }
}

/** Something has been stored since the server started. */
async function isStoring(shop: Shop): Promise<boolean> {
  const metrics = await fetch(`${shop.server.url}/metrics`).then((answer) => answer.text());
  return /^lintel_items_total\{[^}]*\} [1-9]/m.test(metrics);
}

async function openHouse(plan: KillPlan, endings: Endings): Promise<House> {
  const env: Record<string, string> = {};
  const restarts: (() => Promise<void>)[] = [];
  if (plan.database === 'postgres') {
    const cluster = await startCluster();
    endings.push(cluster.stop);
    env['DATABASE_URL'] = cluster.url;
    restarts.push(async () => {
      await cluster.kill();
      await cluster.start();
    });
  }
  const broker = plan.way === 'mosquitto' ? await startMosquitto() : null;
  if (broker !== null) {
    endings.push(() => broker.stop());
    env['MQTT_URL'] = broker.url;
    // Told to end, it saves what it has acknowledged; killed it would not, which no Lintel can help.
    restarts.push(() => broker.restart());
  }
  const shop = await openShop(env);
  endings.push(() => shop.close());
  await shop.provision(furtherDevices);
  const restartParts = async (): Promise<void> => {
    for (const restart of restarts) await restart();
  };
  if (plan.way === 'http') return { shop, send: postTo(shop), pauseMs: 0, atOnce: 50, restartParts };
  if (broker === null) {
    const clients = new Map<string, MqttClient>();
    for (const id of loadDevices) clients.set(id, await shop.device(id));
    return { shop, send: publishBy((id) => clients.get(id) as MqttClient), pauseMs: 0, atOnce: 200, restartParts };
  }
  const client = await connectAsync(broker.url, { reconnectPeriod: 100 });
  client.on('error', () => undefined);
  endings.push(() => client.endAsync(true));
  // Mosquitto acknowledges at once, also while Lintel is away: without a pause the backlog would grow without end.
  return { shop, send: publishBy(() => client), pauseMs: 250, atOnce: 50, restartParts };
}

/**
 * What is stored, as soon as it is what is expected, or when for a minute nothing more came: through Mosquitto a message is
 * acknowledged before it has come to Lintel.
 */
async function settled({ server }: Shop, expected: Stored): Promise<Stored> {
  const place = { databaseUrl: server.env['DATABASE_URL'], dataDir: server.dataDir };
  let last = '';
  let patience = 0;
  for (;;) {
    const found = await storedIn(place);
    const text = JSON.stringify(found);
    if (text !== last) patience = Date.now() + 60_000;
    last = text;
    if (isDeepStrictEqual(found, expected) || Date.now() > patience) return found;
    await sleep(250);
  }
}
