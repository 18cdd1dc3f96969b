import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, describe, expect, test } from 'vitest';
import { startMosquitto } from '../setup/mosquitto.ts';
import { eventually, openShop, type Shop } from './shop.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A way from a device to the API: the embedded broker, or Mosquitto in between. */
interface Way {
  readonly shop: Shop;
  device(id: string): Promise<MqttClient>;
}

async function embedded(): Promise<Way> {
  const shop = await openShop();
  endings.push(() => shop.close());
  return { shop, device: (id) => shop.device(id) };
}

async function throughMosquitto(): Promise<Way> {
  const broker = await startMosquitto();
  endings.push(() => broker.stop());
  const shop = await openShop({ MQTT_URL: broker.url });
  endings.push(() => shop.close());
  return {
    shop,
    async device() {
      const client = await connectAsync(broker.url);
      endings.push(() => client.endAsync(true));
      return client;
    },
  };
}

const hour = 3_600_000;
const minute = 60_000;
/** Yesterday at noon in Moscow, which has no summer time. */
const noon = Math.floor((Date.now() + 3 * hour) / 86_400_000 - 1) * 86_400_000 + 9 * hour;
const date = new Date(noon).toISOString().slice(0, 10);
const iso = (at: number): string => new Date(at).toISOString();
const funnel = `/api/v1/stores/arbat/funnel?from=${date}&to=${date}&by=none`;

async function total({ shop }: Way): Promise<Record<string, unknown>> {
  return (await shop.get(funnel)).body.total;
}

async function quarantined({
  shop,
}: Way): Promise<{ reason: string; body: unknown; detail: string; length: number | null }[]> {
  return (await shop.get('/api/v1/quarantine')).body.items;
}

describe.each([
  ['the embedded broker', embedded],
  ['Mosquitto', throughMosquitto],
])('from a device over %s to the figures', (_name, open) => {
  test('people and receipts become entries, purchases and an average check', async () => {
    const way = await open();
    const [cam, till] = [await way.device('cam-1'), await way.device('till-1')];
    const counts = Array.from({ length: 60 }, (_, i) => ({
      start: iso(noon + i * minute),
      end: iso(noon + (i + 1) * minute),
      in: 2,
      staffIn: i % 2,
    }));
    await cam.publishAsync('lintel/v1/arbat/cam-1/counts', JSON.stringify(counts), { qos: 1 });
    const sale = (id: string, sum: string) => JSON.stringify({ id, at: iso(noon + minute), type: 'sale', total: sum });
    for (const [id, sum] of Object.entries({ r1: '10.00', r2: '20.50' })) {
      await till.publishAsync('lintel/v1/arbat/till-1/sales', sale(id, sum), { qos: 2 });
    }
    const shown = await eventually(
      () => total(way),
      ({ entries, purchases }) => entries === 90 && purchases === 2,
    );
    expect(shown).toMatchObject({ netSalesMinor: 3050, averageCheckMinor: 1525, passersBy: null });
  }, 90_000);

  test('what cannot be accepted ends in quarantine with its reason, and the server goes on', async () => {
    const way = await open();
    const cam = await way.device('cam-1');
    const till = await way.device('till-1');
    const topic = 'lintel/v1/arbat/cam-1/counts';
    const span = { start: iso(noon), end: iso(noon + 15 * minute) };
    const bad: [MqttClient, string, string | Buffer][] = [
      [cam, topic, 'not json'],
      [cam, topic, JSON.stringify({ ...span, in: '3' })],
      [cam, topic, JSON.stringify({ start: 'noon', end: 'later', in: 1 })],
      [cam, topic, JSON.stringify({ start: iso(Date.now()), end: iso(Date.now() + hour), in: 1 })],
      [
        cam,
        topic,
        JSON.stringify([
          { ...span, in: 4 },
          { start: iso(noon + minute), end: iso(noon + 2 * minute), in: 9 },
        ]),
      ],
      [cam, topic, Buffer.alloc(300 * 1024, 0x20)],
      [cam, 'lintel/v1/arbat/cam-1/weather', '{}'],
      [
        till,
        'lintel/v1/arbat/till-1/sales',
        JSON.stringify({ id: 'x', at: iso(noon), type: 'sale', total: '1', currency: 'USD' }),
      ],
      [till, 'lintel/v1/arbat/till-1/sales', JSON.stringify({ id: 'y', at: iso(noon), type: 'sale', total: '1.005' })],
    ];
    for (const [client, to, body] of bad) await client.publishAsync(to, body, { qos: 1 });
    const reasons = [
      'bad_amount',
      'bad_time',
      'currency_mismatch',
      'future',
      'malformed_json',
      'overlap',
      'schema',
      'too_large',
      'unknown_kind',
    ];
    const rows = await eventually(
      () => quarantined(way),
      (found) => found.length >= reasons.length,
    );
    expect(rows.map(({ reason }) => reason).sort()).toEqual(reasons);
    expect(rows.find(({ reason }) => reason === 'too_large')).toMatchObject({ length: 300 * 1024 });
    expect(rows.find(({ reason }) => reason === 'overlap')?.body).toMatchObject({ in: 9 });
    expect(await total(way)).toMatchObject({ entries: 4 });
  }, 90_000);
});

test('a device that is set up later: what it sent before counts', async () => {
  const way = await embedded();
  const body = JSON.stringify({ start: iso(noon), end: iso(noon + 15 * minute), in: 7 });
  const refused = await way.shop.post('/api/v1/ingest/arbat/new-cam/counts', body);
  expect(refused).toMatchObject({ status: 404, body: { code: 'unknown_device' } });
  await way.shop.provision(`
stores:
  - id: arbat
    devices: [ { id: new-cam, profile: native, measures: [entries], secret: s3cret-word } ]
`);
  await eventually(
    () => total(way),
    ({ entries }) => entries === 7,
  );
  expect(await quarantined(way)).toEqual([]);
}, 90_000);

test('over HTTP each item is told its fate', async () => {
  const { shop } = await embedded();
  const item = (n: number, more: object = {}) => ({
    start: iso(noon + n * minute),
    end: iso(noon + (n + 1) * minute),
    in: 1,
    ...more,
  });
  const answer = await shop.post(
    '/api/v1/ingest/arbat/cam-1/counts',
    JSON.stringify([item(0), item(1), item(1), item(2, { in: -1 })]),
  );
  expect(answer).toMatchObject({
    status: 200,
    body: {
      accepted: 2,
      duplicates: 1,
      corrected: 0,
      quarantined: 1,
      items: [
        { fate: 'accepted' },
        { fate: 'accepted' },
        { fate: 'duplicate' },
        { fate: 'quarantined', reason: 'schema' },
      ],
    },
  });
  expect((await shop.post('/api/v1/ingest/arbat/cam-1/counts', JSON.stringify(item(0, { in: 2 })))).body).toMatchObject(
    { corrected: 1 },
  );
  expect((await shop.post('/api/v1/ingest/arbat/cam-1/counts', '{')).status).toBe(400);
}, 90_000);

test('a counter that loses its connection is offline by its last will', async () => {
  const { shop } = await embedded();
  const topic = 'lintel/v1/arbat/cam-1/status';
  const will = { topic, payload: Buffer.from('offline'), qos: 1 as const, retain: true };
  const cam = await shop.device('cam-1', { will, reconnectPeriod: 0 });
  await cam.publishAsync(topic, 'online', { qos: 1, retain: true });
  const stateOf = async (): Promise<string> => {
    const { devices } = (await shop.get('/api/v1/devices?store=arbat')).body;
    return devices.find((device: { id: string; device?: string }) => (device.device ?? device.id) === 'cam-1')?.state;
  };
  await eventually(stateOf, (state) => state === 'online');
  cam.stream.destroy();
  expect(await eventually(stateOf, (state) => state === 'offline')).toBe('offline');
}, 90_000);
