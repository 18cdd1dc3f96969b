import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readQueueBriefs } from '../../../db/reads/queues.ts';
import {
  addQueuePeriod,
  addQueueTally,
  emptyQueuePeriod,
  emptyQueueTally,
  type QueuePeriod,
} from '../../../db/rollup/queueTally.ts';
import { percentilesOf, sketchText } from '../../../db/rollup/waitSketch.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, minute } from '../rollup/shop.ts';
import { asked, muchLater, queued, served, setUpQueues, shown } from './queueShop.ts';
import { makeAllDays } from './shopDatabase.ts';

async function briefOf(sql: Sql, settings: Settings, dates: { from: string; to: string }): Promise<QueuePeriod> {
  const briefs = await readQueueBriefs(sql, owner, { settings, storeIds: ['arbat'], ...dates });
  return briefs.get('arbat') ?? emptyQueuePeriod();
}

const dates = fc.constantFrom(
  '2026-03-09',
  '2026-03-28',
  '2026-03-29',
  '2026-03-30',
  '2026-04-01',
  '2026-04-30',
  '2026-05-01',
);
const visits = fc.array(
  fc.record({
    date: dates,
    minute: fc.nat(1439),
    wait: fc.nat(900),
    queue: fc.constantFrom('tills', 'returns', 'new'),
  }),
  { maxLength: 25 },
);

describeOnBothDialects('whatever came to the queues', (open, dialect) => {
  it('is the same from days and months as from quarters', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(visits, dates, dates, async (list, one, other) => {
        run++;
        for (const table of [
          'queue_visits',
          'quarter_queues',
          'queue_days',
          'queue_months',
          'daily_tallies',
          'stale_days',
        ])
          await sql.run(`delete from ${table}`);
        const sent = list.map(({ date, minute: late, wait, queue }, i) => ({
          ...served(`${run}-${i}`, at('00:00', date) + late * minute, [wait, 30]),
          queue,
        }));
        await queued(sql, settings, { visits: sent });
        const [from, to] = [one, other].sort() as [string, string];
        const answers = async (): Promise<unknown> => shown(await asked(sql, settings, { from, to, hours: 'all' }));
        const before = await answers();
        await makeAllDays(sql, settings, muchLater);
        expect(await answers()).toEqual(before);
        const { window: sum } = await briefOf(sql, settings, { from, to });
        const apart = emptyQueueTally();
        for (const { total: own } of (await asked(sql, settings, { from, to })).values())
          addQueueTally(apart, own.window);
        expect({ ...sum, waitSketch: sketchText(sum.waitSketch) }).toEqual({
          ...{ ...apart, waitSketch: sketchText(apart.waitSketch), serviceSketch: null, maxLength: null },
        });
        const total = emptyQueueTally();
        for (const { total: sum } of (await asked(sql, settings, { from: '2026-01-01', to: '2026-12-31' })).values()) {
          addQueuePeriod({ window: total, outside: total }, sum);
        }
        expect(total.served).toBe(list.length);
        if (total.waitSketch !== null) expect(percentilesOf(total.waitSketch, [100])[0]).not.toBeNull();
      }),
      { numRuns: dialect === 'sqlite' ? 6 : 2 },
    );
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: muchLater })).toEqual([]);
  }, 90_000);
});
