import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../flow/shop.ts';
import { type FreshDatabase, freshPostgres } from '../setup/postgres.ts';
import { attack, type Outcome, prepared } from './fuzz/attack.ts';
import { state } from './fuzz/state.ts';

const databases = [
  { name: 'SQLite', messages: 4_000, open: () => Promise.resolve(null) },
  { name: 'PostgreSQL', messages: 1_200, open: freshPostgres },
];

describe.each(databases)('thousands of malformed and half-right messages on $name', ({ messages, open }) => {
  let shop: Shop;
  let fresh: FreshDatabase | null;
  let outcome: Outcome;

  beforeAll(async () => {
    fresh = await open();
    shop = await openShop(fresh === null ? {} : { DATABASE_URL: fresh.url });
    const gate = await prepared(shop);
    outcome = await attack(shop, gate, { messages, seed: 20_261_122, overHttp: 0.3 });
  }, 300_000);
  afterAll(async () => {
    await shop?.close();
    await fresh?.drop();
  });

  test('are each answered, by facts or by a reason', () => {
    expect(outcome.wrong.slice(0, 5)).toEqual([]);
    expect(outcome.sent.mqtt + outcome.sent.http).toBe(messages);
    expect(outcome.items.accepted).toBeGreaterThan(0);
    expect(outcome.items.quarantined).toBeGreaterThan(0);
  });

  test('leave the server up, its rollups what its facts say and its quarantine bounded', async () => {
    expect(await state(shop, fresh?.url)).toEqual({ ready: 200, accepted: 1, faults: [], wrong: [], unbounded: [] });
  }, 120_000);
});
