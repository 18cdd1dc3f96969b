import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPeriods } from '../../db/reads/funnel.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import { makeDailyTallies } from '../../db/writes/daily.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { compareOf } from '../../server/answers/compare.ts';
import { funnelOf, type ReadPeriods } from '../../server/answers/funnel.ts';
import { compareTable, funnelTable } from '../../server/export/table.ts';
import { csvOf } from '../../server/export/write.ts';
import { owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, openHouse } from '../ingest/house.ts';
import { batches, messagesOf, shuffled } from '../ingest/traffic.ts';

const range = { from: '2026-03-16', to: '2026-03-20', hours: 'all', compare: 'previous' } as const;

/** What the API shows: the funnel by every step, the comparison, both as CSV, and what is in quarantine. */
async function shown(sql: Sql): Promise<unknown> {
  const settings = await loadSettings(sql, owner);
  const read: ReadPeriods = (question) => readPeriods(sql, owner, { ...question, settings });
  const stores = [...settings.stores.values()];
  const funnels = [];
  for (const store of stores) {
    for (const by of ['none', '15m', 'hour', 'day', 'week', 'month'] as const) {
      const funnel = await funnelOf(read, { ...range, by, store, now: clock });
      funnels.push(funnel, await csvOf(funnelTable(funnel)));
    }
  }
  const compare = await compareOf(read, { ...range, stores, now: clock });
  const quarantine = await sql.all('select distinct topic, reason, body from quarantine order by topic, reason, body');
  return { funnels, compare, csv: await csvOf(compareTable(compare)), quarantine };
}

/** Daily tallies are made whenever they may be; a late message must not leave an old one standing. */
async function makeDays(sql: Sql): Promise<void> {
  const settings = await loadSettings(sql, owner);
  await makeDailyTallies(sql, owner, { settings, now: clock, cursor: null, budgetMs: 10_000 });
}

describeOnBothDialects('a thousand messages', (open) => {
  test('show the same funnel, compare and export in order, shuffled and each three times', async () => {
    const traffic = messagesOf(1000);
    const property = fc.asyncProperty(
      traffic,
      fc.integer({ min: 20, max: 300 }),
      fc.integer(),
      async (messages, size, seed) => {
        const orders: RawMessage[][] = [
          messages,
          shuffled(messages, seed),
          shuffled([messages, messages, messages].flat(), seed + 1),
        ];
        const results: unknown[] = [];
        for (const order of orders) {
          const house = await openHouse(await open());
          for (const batch of batches(order, [size])) {
            await house.send(...batch);
            await makeDays(house.sql);
          }
          results.push(await shown(house.sql));
        }
        expect(JSON.stringify(results[0])).toMatch(/"entries":[1-9]/);
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      },
    );
    await fc.assert(property, { numRuns: 2, endOnFailure: true });
  }, 300_000);
});
