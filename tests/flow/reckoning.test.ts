import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshPostgres } from '../setup/postgres.ts';
import { type Api, byHttp, get, post, send, sendAtOnce, setUp, type Way } from './reckoning/api.ts';
import { dayAfter } from './reckoning/calendar.ts';
import { compareFaults, exportFaults, exportRows, funnelFaults, quarantined } from './reckoning/check.ts';
import { type World, worldOf } from './reckoning/figures.ts';
import { type Plan, planOf } from './reckoning/generate.ts';
import { inOrder, shuffled, whateverTheOrder } from './reckoning/parcels.ts';
import { type Random, randomFrom } from './reckoning/random.ts';
import { trafficOf } from './reckoning/traffic.ts';
import { openShop, type Shop } from './shop.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
let stores = 0;

/** Sets a generated store up, sends what its devices say and reckons what stands. */
async function lived(api: Api, random: Random): Promise<Plan & { world: World }> {
  stores += 1;
  const plan = planOf(random, `s${stores}`);
  const sent = trafficOf(random, plan);
  const parcels = random.chance(0.5) ? inOrder(random, sent) : shuffled(random, sent);
  await setUp(api, plan.store);
  await send(byHttp(api), parcels);
  // All that is asked for lies between: the generated dates, a week before them and a year after.
  const dates = { from: '2025-01-01', to: '2026-07-01', now: Date.now() };
  return { ...plan, world: worldOf(plan.store, { parcels }, dates) };
}

/** As the device itself, over the embedded broker; settled by its PUBACK. */
function byMqtt(shop: Shop, secrets: ReadonlyMap<string, string>): Way {
  const clients = new Map<string, ReturnType<Shop['device']>>();
  return async (path, body) => {
    const device = path.split('/')[1] ?? '';
    const client = clients.get(device) ?? shop.device(device, { password: secrets.get(device) ?? '' });
    clients.set(device, client);
    await (await client).publishAsync(`lintel/v1/${path}`, JSON.stringify(body), { qos: 1 });
  };
}

const databases = [
  { name: 'SQLite', chains: 4, compared: 1, ways: 2, open: () => Promise.resolve(null) },
  { name: 'PostgreSQL', chains: 1, compared: 1, ways: 1, open: freshPostgres },
];

describe.each(databases)('the API on $name against a reckoning of every quarter of an hour', (database) => {
  let shop: Shop;
  let fresh: FreshDatabase | null;
  let api: Api;

  beforeAll(async () => {
    fresh = await database.open();
    shop = await openShop(fresh === null ? {} : { DATABASE_URL: fresh.url });
    api = { url: shop.server.url, token: shop.token };
  });
  afterAll(async () => {
    await shop?.close();
    await fresh?.drop();
  });

  it('answers every step of a funnel as it is reckoned', async () => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      const random = randomFrom(seed);
      const { world, from, to } = await lived(api, random);
      const faults: string[] = [];
      for (const by of ['15m', 'hour', 'day', 'week', 'month'] as const) {
        const hours = random.pick(['open', 'all'] as const);
        faults.push(...(await funnelFaults(api, world, { from, to, hours, by })));
      }
      faults.push(...(await exportFaults(api, world, { from, to, hours: 'open' })));
      expect(faults.slice(0, 5)).toEqual([]);
    });
    await fc.assert(property, { numRuns: database.chains, endOnFailure: true });
  }, 120_000);

  it('compares stores with each other and with the past as they are reckoned', async () => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      const random = randomFrom(seed);
      const { from, to, world } = await lived(api, random);
      const worlds = [world, (await lived(api, random)).world, (await lived(api, random)).world];
      const faults: string[] = [];
      for (const [compare, days] of [
        ['previous', 0],
        ['previous', 7],
        ['lastYear', 364],
      ] as const) {
        const asked = { from: dayAfter(from, days), to: dayAfter(to, Math.max(0, days)) };
        const hours = random.pick(['open', 'all'] as const);
        if (asked.to < '2026-06-01') faults.push(...(await compareFaults(api, worlds, { ...asked, hours, compare })));
      }
      expect(faults.slice(0, 5)).toEqual([]);
    });
    await fc.assert(property, { numRuns: database.compared, endOnFailure: true });
  }, 120_000);

  it('answers the same in whatever order and however often the same messages come', async () => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      const answers: unknown[] = [];
      for (const way of ['once', 'shuffled', 'thrice'] as const) {
        stores += 1;
        const [id, random] = [`w${stores}`, randomFrom(seed)];
        const plan = planOf(random, id);
        const bad = { start: 'yesterday', end: plan.from, in: 3 };
        const sent = whateverTheOrder(trafficOf(random, plan));
        const secrets = await setUp(api, plan.store);
        const [http, mqtt] = [byHttp(api), byMqtt(shop, secrets)];
        if (way === 'once') await send(http, inOrder(random, sent));
        else if (way === 'shuffled') await send(http, shuffled(random, sent));
        else await sendAtOnce([http, mqtt, http, mqtt, mqtt], shuffled(random, [...sent, ...sent, ...sent]));
        for (const _ of way === 'thrice' ? [1, 2, 3] : [1]) await post(api, `${id}/${id}-door/counts`, [bad]);
        const dates = `from=${plan.from}&to=${plan.to}`;
        const answer = [
          await get(api, `stores/${id}/funnel?${dates}&by=15m&hours=all`),
          await get(api, `compare?${dates}&store=${id}`),
          await exportRows(api, `${dates}&store=${id}&by=day`),
          await quarantined(api, id),
        ];
        answers.push(JSON.parse(JSON.stringify(answer).replaceAll(id, 'store')));
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    });
    await fc.assert(property, { numRuns: database.ways, endOnFailure: true });
  }, 120_000);
});
