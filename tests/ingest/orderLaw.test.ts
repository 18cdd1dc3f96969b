import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import { owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, figures, openHouse } from './house.ts';
import { batches, messagesOf, shuffled } from './traffic.ts';

interface Span {
  readonly device_id: string;
  readonly line: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly is_overlap: number;
}

/** Overlap by its definition, voids by theirs, rollups by the facts: none may hang on how the facts came. */
async function expectTrue(sql: Sql): Promise<void> {
  const spans = await sql.all<Span>('select device_id, line, start_at, end_at, is_overlap from count_intervals');
  for (const one of spans) {
    const isOverlap = spans.some(
      (other) =>
        other.device_id === one.device_id &&
        other.line === one.line &&
        other.start_at < one.start_at &&
        other.end_at > one.start_at,
    );
    expect(one.is_overlap).toBe(isOverlap ? 1 : 0);
  }
  const [wrongVoids] = await sql.all<{ n: number }>(
    `select count(*) as n from sales f where is_voided <> case when type <> 'void' and exists (select 1 from sales v
      where v.store_id = f.store_id and v.source = f.source and v.original = f.id and v.type = 'void' and v.is_training = 0)
      then 1 else 0 end`,
  );
  expect(wrongVoids?.n).toBe(0);
  const settings = await loadSettings(sql, owner);
  expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
}

describeOnBothDialects('the order law', (open, dialect) => {
  test('the same messages in order, shuffled and each three times give the same figures', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(messagesOf(60, 140), sizes, fc.integer(), async (messages, batchSizes, seed) => {
      const results: unknown[] = [];
      for (const order of [
        messages,
        shuffled(messages, seed),
        shuffled([...messages, ...messages, ...messages], seed + 1),
      ]) {
        const house = await openHouse(await open());
        for (const batch of batches(order, batchSizes)) await house.send(...batch);
        results.push(await figures(house.sql));
        await expectTrue(house.sql);
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    });
    await fc.assert(property, { numRuns: dialect === 'sqlite' ? 25 : 5, endOnFailure: true });
  }, 300_000);
});
