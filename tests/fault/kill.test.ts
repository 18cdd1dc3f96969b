import type { MqttClient } from 'mqtt';
import { connectAsync } from 'mqtt';
import { afterEach, expect, test } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { openSql } from '../../db/sql/open.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { openShop, type Shop } from '../flow/shop.ts';
import { startMosquitto } from '../setup/mosquitto.ts';

const kills = 10;
/** At least so many are acknowledged between two kills. */
const betweenKills = 400;
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const from = Date.now() - 20 * 86_400_000;

/** The n-th receipt, or the n-th minute of a counter: each is sent under one key and counts 1. */
function body(n: number): { topic: string; text: string } {
  if (n % 2 === 0) {
    const at = new Date(from + n * 100).toISOString();
    const till = n % 4 === 0 ? 'till-1' : 'till-2';
    return { topic: `arbat/${till}/sales`, text: JSON.stringify({ id: `r${n}`, at, type: 'sale', total: '1.00' }) };
  }
  const cam = n % 4 === 1 ? 'cam-1' : 'cam-2';
  const startAt = from + Math.floor(n / 4) * 60_000;
  const span = { start: new Date(startAt).toISOString(), end: new Date(startAt + 60_000).toISOString() };
  return { topic: `arbat/${cam}/counts`, text: JSON.stringify({ ...span, in: 1 }) };
}

/** Sends the n-th message; settles when it was acknowledged. */
type Send = (n: number) => Promise<void>;

interface Load {
  readonly acknowledged: Set<number>;
  /** Lets what is under way be acknowledged, sends nothing more. */
  finish(): Promise<void>;
}

/** Keeps so many messages under way. */
function startLoad(send: Send, { atOnce, pauseMs = 0 }: { atOnce: number; pauseMs?: number }): Load {
  const acknowledged = new Set<number>();
  let next = 0;
  let isFinishing = false;
  const work = async (): Promise<void> => {
    while (!isFinishing) {
      const n = next++;
      await send(n);
      acknowledged.add(n);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const workers = Array.from({ length: atOnce }, work);
  return {
    acknowledged,
    finish: async () => {
      isFinishing = true;
      await Promise.all(workers);
    },
  };
}

async function killTenTimes(shop: Shop, load: Load): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    const enough = load.acknowledged.size + betweenKills;
    const patience = Date.now() + 60_000;
    while (load.acknowledged.size < enough) {
      if (Date.now() > patience)
        throw new Error(`only ${load.acknowledged.size} were acknowledged before kill ${kill + 1}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await shop.crash();
  }
}

/** What is stored, each key with how often it counts. */
async function stored(
  shop: Shop,
): Promise<{ receipts: number; intervals: number; purchases: number; entries: number; wrong: unknown[] }> {
  const sql = openSql({ databaseUrl: undefined, dataDir: shop.server.dataDir }, { readonly: true });
  const scope = systemScope('test');
  const one = async (text: string): Promise<number> => (await sql.all<{ n: number | null }>(text))[0]?.n ?? 0;
  try {
    return {
      receipts: await one('select count(*) as n from sales'),
      intervals: await one('select count(*) as n from count_intervals where is_overlap = 0'),
      purchases: await one('select sum(purchases) as n from quarter_sales'),
      entries: await one('select sum(count_in) as n from quarter_counts'),
      wrong: await compareRollups(sql, scope, {
        settings: await loadSettings(sql, scope),
        storeId: 'arbat',
        now: Date.now(),
      }),
    };
  } finally {
    await sql.close();
  }
}

async function expectAllOnce(shop: Shop, { acknowledged }: Load): Promise<void> {
  const receipts = [...acknowledged].filter((n) => n % 2 === 0).length;
  const intervals = acknowledged.size - receipts;
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills * betweenKills);
  const patience = Date.now() + 30_000;
  let found = await stored(shop);
  // Through another broker a message is acknowledged before it has come to Lintel.
  while ((found.receipts < receipts || found.intervals < intervals) && Date.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    found = await stored(shop);
  }
  expect(found).toEqual({ receipts, intervals, purchases: receipts, entries: intervals, wrong: [] });
}

async function shopFor(env: Record<string, string> = {}): Promise<Shop> {
  const shop = await openShop(env);
  endings.push(() => shop.close());
  return shop;
}

/** Each device over its own connection; what was not acknowledged is sent again, by mqtt.js or, where that gives up, here. */
function publishBy(clients: ReadonlyMap<string, MqttClient>): Send {
  return async (n) => {
    const { topic, text } = body(n);
    const client = clients.get(topic.split('/')[1] ?? '');
    for (;;) {
      const isAcknowledged = await client?.publishAsync(`lintel/v1/${topic}`, text, { qos: 1 }).then(
        () => true,
        () => false,
      );
      if (isAcknowledged) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
}

const devices = ['cam-1', 'cam-2', 'till-1', 'till-2'];

test('the server is killed ten times under load: the embedded broker acknowledged nothing that is lost', async () => {
  const shop = await shopFor();
  const clients = new Map<string, MqttClient>();
  for (const id of devices) clients.set(id, await shop.device(id));
  const load = startLoad(publishBy(clients), { atOnce: 200 });
  await killTenTimes(shop, load);
  await load.finish();
  await expectAllOnce(shop, load);
}, 420_000);

test('the server is killed ten times under load: nothing that Mosquitto took is lost or counted twice', async () => {
  const broker = await startMosquitto();
  endings.push(() => broker.stop());
  const shop = await shopFor({ MQTT_URL: broker.url });
  const client = await connectAsync(broker.url);
  endings.push(() => client.endAsync(true));
  // Mosquitto acknowledges at once, also while Lintel is away: without a pause the backlog would grow without end.
  const load = startLoad(publishBy(new Map(devices.map((id) => [id, client]))), { atOnce: 50, pauseMs: 50 });
  await killTenTimes(shop, load);
  await load.finish();
  await expectAllOnce(shop, load);
}, 420_000);

test('the server is killed ten times under load: HTTP answered 200 to nothing that is lost', async () => {
  const shop = await shopFor();
  const post: Send = async (n) => {
    const { topic, text } = body(n);
    for (;;) {
      const answer = await shop.post(`/api/v1/ingest/${topic}`, text).catch(() => null);
      if (answer?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const load = startLoad(post, { atOnce: 50 });
  await killTenTimes(shop, load);
  await load.finish();
  await expectAllOnce(shop, load);
}, 420_000);
