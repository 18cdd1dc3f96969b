import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshPostgres } from '../setup/postgres.ts';
import { type Api, byHttp, get, post, send, sendAtOnce, setUp } from './reckoning/api.ts';
import { dayAfter } from './reckoning/calendar.ts';
import { cases } from './reckoning/cases.ts';
import { compareFaults, exportFaults, exportRows, quarantined } from './reckoning/check.ts';
import { type World, worldOf } from './reckoning/figures.ts';
import { type Plan, planOf } from './reckoning/generate.ts';
import { byMqtt, type OpenHouse, openHouse } from './reckoning/houses.ts';
import { faultsOf } from './reckoning/lived.ts';
import { inOrder, shuffled, whateverTheOrder } from './reckoning/parcels.ts';
import { type Random, randomFrom } from './reckoning/random.ts';
import { trafficOf } from './reckoning/traffic.ts';

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

const databases = [
  { name: 'SQLite', cases: 100, compared: 1, ways: 2, open: () => Promise.resolve(null) },
  { name: 'PostgreSQL', cases: 24, compared: 1, ways: 1, open: freshPostgres },
];

describe.each(databases)('the API on $name against a reckoning of every quarter of an hour', (database) => {
  let house: OpenHouse;
  let fresh: FreshDatabase | null;
  let api: Api;

  beforeAll(async () => {
    fresh = await database.open();
    house = await openHouse(fresh?.url);
    api = house.api;
  });
  afterAll(async () => {
    await house?.close();
    await fresh?.drop();
  });

  it('agrees on whole stores with counters of every mode, whatever happens to them', async () => {
    const property = fc.asyncProperty(cases(), async (one) => {
      stores += 1;
      expect((await faultsOf(house, one, `c${stores}`)).slice(0, 5)).toEqual([]);
    });
    // Side by side, so that messages of several stores come in one batch.
    const lanes = await Promise.all([1, 2, 3, 4].map(() => fc.check(property, { numRuns: database.cases / 4 })));
    for (const lane of lanes) expect(lane.failed, fc.defaultReportMessage(lane)).toBe(false);
  }, 300_000);

  it('exports what it answers', async () => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      const { world, from, to } = await lived(api, randomFrom(seed));
      expect(await exportFaults(api, world, { from, to, hours: 'open' })).toEqual([]);
    });
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
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
        // The messages stay as they are: events without id are told apart by their place in one.
        const messages = inOrder(random, whateverTheOrder(trafficOf(random, plan)));
        const secrets = await setUp(api, plan.store);
        const [http, mqtt] = [byHttp(api), byMqtt(house.shop, secrets)];
        const thrice = [...messages, ...messages, ...messages];
        if (way === 'once') await send(http, messages);
        else if (way === 'shuffled') await send(http, random.shuffled(messages));
        else await sendAtOnce([http, mqtt, http, mqtt, mqtt], random.shuffled(thrice));
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
