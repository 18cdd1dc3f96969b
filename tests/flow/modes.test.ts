import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, openShop, type Shop } from './shop.ts';

const provision = `
stores:
  - id: arbat
    devices:
      - { id: sum-1, mode: cumulative, measures: [entries], entrance: main, secret: s3cret-word }
      - { id: sum-2, mode: cumulative, measures: [entries], entrance: main, secret: s3cret-word }
      - { id: ray-1, mode: event, measures: [entries], entrance: main, secret: s3cret-word }
      - { id: ray-2, mode: event, measures: [entries], entrance: main, secret: s3cret-word }
`;
/** Two days ago, at this hour and minute of Moscow. */
const date = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
const at = (time: string): string => `${date}T${time}:00+03:00`;

const readings = [
  { at: at('10:00'), totalIn: 1000 },
  { at: at('10:30'), totalIn: 1060 },
  { at: at('10:31'), totalIn: 2060 },
  { at: at('10:20'), totalIn: 1010 },
];
const events = [
  { at: at('10:05'), direction: 'in' },
  { at: at('10:05'), direction: 'in' },
  { at: at('10:40'), direction: 'in', count: 3 },
];

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.provision(provision);
  // A running server takes new devices up within 5 s.
  await eventually(
    () => shop.get('/api/v1/devices'),
    ({ body }) => body.devices.length === 8,
  );
});
afterAll(() => shop.close());

async function entriesByQuarter(): Promise<Record<string, number>> {
  const { body } = await shop.get(`/api/v1/stores/arbat/funnel?from=${date}&to=${date}&by=15m`);
  const steps = body.series as { start: string; entries: number | null }[];
  return Object.fromEntries(
    steps.filter((one) => one.entries).map((one) => [one.start.slice(11, 16), one.entries ?? 0]),
  );
}

test('totals and events count alike over MQTT and HTTP, however they are sent and however often', async () => {
  for (const item of readings) await shop.post('/api/v1/ingest/arbat/sum-1/counts', JSON.stringify(item));
  await shop.post('/api/v1/ingest/arbat/ray-1/counts', JSON.stringify(events));
  // Of the 50 people of 10:20 to 10:30 all are in the second quarter; of the leap of 1,000 in a minute nobody is.
  const once = { '10:00': 2 + 8, '10:15': 2 + 50, '10:30': 3 };
  expect(await entriesByQuarter()).toEqual(once);
  const [sum, ray] = await Promise.all([shop.device('sum-2'), shop.device('ray-2')]);
  for (const round of [readings, [...readings].reverse()]) {
    await sum.publishAsync('lintel/v1/arbat/sum-2/counts', JSON.stringify(round), { qos: 1 });
    await ray.publishAsync('lintel/v1/arbat/ray-2/counts', JSON.stringify(events), { qos: 1 });
  }
  const twice = Object.fromEntries(Object.entries(once).map(([start, entries]) => [start, 2 * entries]));
  expect(await entriesByQuarter()).toEqual(twice);
});

test('what is held is listed, counts once it is accepted, and not when it is dropped', async () => {
  const held = { line: 'main', start: at('10:30'), end: at('10:31'), in: 1000, out: null, passersBy: null };
  const deviceOf = async (id: string) => {
    const { body } = await shop.get('/api/v1/devices?store=arbat');
    return body.devices.find((one: { id: string }) => one.id === id);
  };
  expect(await deviceOf('sum-1')).toMatchObject({ unplaced: 0, held: [held], dropped: [], quarantined: 0 });
  const said = { line: held.line, start: held.start, end: held.end };
  const decide = (id: string, decision: string) =>
    shop.post(`/api/v1/devices/${id}/held`, JSON.stringify({ ...said, decision }));
  expect(await decide('sum-1', 'accept')).toMatchObject({ status: 200, body: { decision: 'accepted' } });
  // It has something to say of silent devices too, and so ends with 1.
  const told = await shop.lintel('doctor').catch((error: { stdout: string }) => error.stdout);
  expect(told).toContain('agree with their facts');
  expect(told).toMatch(/sum-2: 1 leap of its totals is held/);
  expect(await decide('sum-2', 'drop')).toMatchObject({ status: 200, body: { decision: 'dropped' } });
  expect(await entriesByQuarter()).toMatchObject({ '10:30': 1006 });
  expect(await deviceOf('sum-1')).toMatchObject({ held: [], dropped: [] });
  expect(await deviceOf('sum-2')).toMatchObject({ held: [], dropped: [held] });
});
