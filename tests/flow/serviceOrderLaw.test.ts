import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import { makeDailyTallies } from '../../db/writes/daily.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { queueAnswerOf } from '../../server/answers/queue.ts';
import { serviceOf } from '../../server/answers/service.ts';
import { owner, smallChain } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, type House, openHouse } from '../ingest/house.ts';
import { factQueries, serviceMessages } from '../ingest/serviceTraffic.ts';
import { batches, shuffled } from '../ingest/traffic.ts';

const range = { from: '2026-03-16', to: '2026-03-20' } as const;

async function houseWithStandards(sql: Sql): Promise<House> {
  const house = await openHouse(sql);
  await applySettings(sql, owner, { standards: smallChain().standards });
  return house;
}

/** The facts, and what the API shows of them. */
async function shown(sql: Sql): Promise<unknown> {
  const settings = await loadSettings(sql, owner);
  const store = settings.stores.get('arbat');
  if (store === undefined) throw new Error('the house has no store');
  const facts = [];
  for (const query of factQueries) facts.push(await sql.all(query));
  const queues = [];
  for (const by of ['none', '15m', 'day', 'month'] as const) {
    const query = { ...range, by, hours: 'all' } as const;
    queues.push(await queueAnswerOf(sql, owner, { settings, store, query, now: clock }));
  }
  const service = await serviceOf(sql, owner, { settings, store, ...range, language: 'en' });
  expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
  return { facts, queues, service };
}

/** Days are made whenever they may be; a late message must not leave an old one standing. */
async function makeDays(sql: Sql): Promise<void> {
  const settings = await loadSettings(sql, owner);
  await makeDailyTallies(sql, owner, { settings, now: clock, cursor: null, budgetMs: 10_000 });
}

describeOnBothDialects('the order law of queue and service', (open, dialect) => {
  test('the same messages in order, shuffled and each three times give the same facts and figures', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(serviceMessages(60, 120), sizes, fc.integer(), async (messages, size, seed) => {
      const thrice = shuffled([...messages, ...messages, ...messages], seed + 1);
      const results: unknown[] = [];
      for (const order of [messages, shuffled(messages, seed), thrice]) {
        const house = await houseWithStandards(await open());
        for (const batch of batches(order, size)) {
          await house.send(...batch);
          await makeDays(house.sql);
        }
        results.push(await shown(house.sql));
      }
      const text = JSON.stringify(results[0]);
      expect([/"served":[1-9]/, /"opened":[1-9]/, /"answers":[1-9]/].filter((sign) => !sign.test(text))).toEqual([]);
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    });
    await fc.assert(property, { numRuns: dialect === 'sqlite' ? 6 : 2, endOnFailure: true });
  }, 300_000);
});
