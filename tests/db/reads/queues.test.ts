import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readQueueBriefs, readQueues } from '../../../db/reads/queues.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { addQueuePeriod, addQueueTally, emptyQueuePeriod, emptyQueueTally } from '../../../db/rollup/queueTally.ts';
import { sketchText } from '../../../db/rollup/waitSketch.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { refreshQueueQuarters } from '../../../db/writes/queueQuarters.ts';
import { rebuildRollups } from '../../../db/writes/rebuild.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { makeStore, owner, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, hour, minute } from '../rollup/shop.ts';
import {
  asked,
  monday,
  muchLater,
  type QueueFactsSent,
  queued,
  rebuilt,
  served,
  setUpQueues,
  shown,
} from './queueShop.ts';
import { makeAllDays } from './shopDatabase.ts';

/** Berlin is an hour ahead of UTC in winter: the window is from 08:30 to 11:30 UTC. */
const ten = at('09:00');

const facts: QueueFactsSent = {
  visits: [
    served('a', ten + minute, [60, 120]),
    served('b', ten + 50 * minute, [240, 60]),
    { id: 'c', joinedAt: ten + 51 * minute, leftAt: ten + 55 * minute },
    { ...served('d', ten + 20 * minute, [200, 30]), queue: 'returns' },
    // After hours.
    served('e', at('20:00'), [5, 5]),
    // Another day, another month.
    served('f', at('09:00', '2026-03-04'), [100, 40]),
    served('g', at('09:00', '2026-05-11'), [400, 40]),
  ],
  samples: [
    { queue: 'tills', at: ten, length: 4 },
    { queue: 'tills', at: ten + 5 * minute, length: 2 },
  ],
  statistics: [
    {
      startAt: ten,
      endAt: ten + hour,
      served: 30,
      abandoned: 2,
      meanWaitSeconds: 90,
      waitBins: [
        [0, 180, 20],
        [180, 360, 10],
      ],
    },
  ],
};

async function rollups(sql: Sql): Promise<unknown[]> {
  return [
    await sql.all('select * from quarter_queues order by store_id, queue, bucket'),
    await sql.all('select * from queue_days order by store_id, date, queue, in_window'),
    await sql.all('select * from queue_months order by store_id, month, queue, in_window'),
  ];
}

describeOnBothDialects('the queues of a store', (open) => {
  it('are told apart, and what lies outside the window is kept apart', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    await queued(sql, settings, facts);
    const queues = await asked(sql, settings);
    expect([...queues.keys()].sort()).toEqual(['returns', 'tills']);
    expect(queues.get('tills')?.total.window).toMatchObject({
      ...{ served: 32, abandoned: 3, reports: 4, waits: 32, waitMs: (60 + 240 + 30 * 90) * 1000 },
      ...{ judged: 32, withinTarget: 21, binned: 30, maxLength: 4, knownMs: 15 * minute, lengthMs: 40 * minute },
    });
    expect(queues.get('tills')?.total.outside).toMatchObject({ served: 1, waitMs: 5000 });
    expect(queues.get('returns')?.total.window).toMatchObject({ served: 1, judged: 1, withinTarget: 1 });
  });

  it('have series that add up to their total, in every step', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    await queued(sql, settings, facts);
    const period = { from: '2026-02-27', to: '2026-05-13', hours: 'all' as const };
    const total = await asked(sql, settings, period);
    for (const by of ['15m', 'hour', 'day', 'week', 'month'] as const) {
      const queues = await asked(sql, settings, { ...period, by });
      for (const [queue, { total: sum, series }] of queues) {
        const added = emptyQueuePeriod();
        for (const step of series) addQueuePeriod(added, step);
        expect(shown(new Map([[queue, { total: added, series: [] }]])), `${queue} by ${by}`).toEqual(
          shown(new Map([[queue, { total: sum, series: [] }]])),
        );
        expect(shown(new Map([[queue, { total: sum, series: [] }]]))).toEqual(
          shown(new Map([[queue, total.get(queue) ?? { total: emptyQueuePeriod(), series: [] }]])),
        );
      }
    }
    const months = await asked(sql, settings, { ...period, by: 'month' });
    expect(months.get('tills')?.series.map((step) => step.window.served)).toEqual([0, 33, 0, 1]);
  });

  it('show only steps of the window, and say where a statistic is of longer than a step', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    await queued(sql, settings, facts);
    const quarters = (await asked(sql, settings, { by: '15m' })).get('tills')?.series ?? [];
    expect(quarters.length).toBe(12);
    expect(quarters.map((step) => step.isCoarse)).toEqual(Array.from({ length: 12 }, (_, i) => i === 2));
    const hours = (await asked(sql, settings, { by: 'hour', hours: 'all' })).get('tills')?.series ?? [];
    expect(hours.length).toBe(24);
    expect(hours.some((step) => step.isCoarse)).toBe(false);
  });

  it('have days of 23 and 25 hours', async () => {
    const [berlin, sydney] = [await open(), await open()];
    const spring = { from: '2026-03-29', to: '2026-03-29', by: 'hour' as const };
    const autumn = { from: '2026-04-05', to: '2026-04-05', by: 'hour' as const };
    const inBerlin = await setUpQueues(berlin, { openingHours: null });
    const inSydney = await setUpQueues(sydney, { openingHours: null, timezone: 'Australia/Sydney' });
    await queued(berlin, inBerlin, {
      visits: [
        served('before', at('22:59', '2026-03-28'), [10, 5]),
        served('first', at('23:00', '2026-03-28'), [20, 5]),
        served('last', at('21:59', '2026-03-29'), [30, 5]),
        served('next', at('22:00', '2026-03-29'), [40, 5]),
      ],
    });
    // 02:30 by the clock, twice.
    const twice = [at('15:30', '2026-04-04'), at('16:30', '2026-04-04')] as const;
    await queued(sydney, inSydney, { visits: [served('a', twice[0], [50, 5]), served('b', twice[1], [60, 5])] });
    for (const isMade of [false, true]) {
      if (isMade) await makeAllDays(berlin, inBerlin, muchLater);
      if (isMade) await makeAllDays(sydney, inSydney, muchLater);
      const [short, long] = [await asked(berlin, inBerlin, spring), await asked(sydney, inSydney, autumn)];
      expect(short.get('tills')?.series.length).toBe(23);
      expect(short.get('tills')?.total.window).toMatchObject({ served: 2, waitMs: 50_000 });
      expect(long.get('tills')?.series.length).toBe(25);
      expect(long.get('tills')?.series.flatMap((step, i) => (step.window.served > 0 ? [i] : []))).toEqual([2, 3]);
      for (const by of ['day', 'none'] as const) {
        const day = await asked(berlin, inBerlin, { ...spring, by });
        expect(day.get('tills')?.total.window.served).toBe(2);
      }
    }
  });

  it('show the same from days and months as from quarters, before and after they are made, and after a late visit', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    const periods = [
      { from: monday, to: monday },
      { from: '2026-02-27', to: '2026-05-13' },
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-03-04', to: '2026-05-20', by: 'month' as const },
      { from: '2026-03-01', to: '2026-03-09', by: 'week' as const },
    ];
    const all = async (): Promise<unknown[]> =>
      Promise.all(periods.map(async (period) => shown(await asked(sql, settings, { ...period, hours: 'all' }))));
    await queued(sql, settings, facts);
    const before = await all();
    await makeAllDays(sql, settings, muchLater);
    expect(await sql.all('select count(*) as n from queue_months where queue <> ?', [''])).toEqual([{ n: 3 }]);
    expect(await all()).toEqual(before);
    await queued(sql, settings, { visits: [served('late', ten + 2 * minute, [700, 9])] });
    const late = await all();
    expect(late).not.toEqual(before);
    await makeAllDays(sql, settings, muchLater);
    expect(await all()).toEqual(late);
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: muchLater })).toEqual([]);
  });

  it('are briefly the sums of all queues, by store, and nothing where there never was any', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    await queued(sql, settings, facts);
    for (const isMade of [false, true]) {
      if (isMade) await makeAllDays(sql, settings, muchLater);
      const period = { from: '2026-02-27', to: '2026-05-13' };
      const briefs = await readQueueBriefs(sql, owner, { settings, storeIds: ['arbat', 'nevsky'], ...period });
      expect(briefs.get('nevsky')).toBeNull();
      const sum = emptyQueueTally();
      for (const { total } of (await asked(sql, settings, period)).values()) addQueueTally(sum, total.window);
      const brief = briefs.get('arbat')?.window;
      expect(brief).toMatchObject({ served: sum.served, waitMs: sum.waitMs, withinTarget: sum.withinTarget });
      expect(sketchText(brief?.waitSketch ?? null)).toBe(sketchText(sum.waitSketch));
    }
    expect(await readQueueBriefs(sql, viewer, { settings, storeIds: ['nevsky'], from: monday, to: monday })).toEqual(
      new Map(),
    );
    expect(
      await readQueues(sql, viewer, {
        settings,
        storeId: 'nevsky',
        from: monday,
        to: monday,
        by: 'none',
        hours: 'open',
      }),
    ).toEqual(new Map());
  });

  it('are made again from facts to the last person, and what is wrong is found', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    await queued(sql, settings, facts);
    await makeAllDays(sql, settings, muchLater);
    const before = await rollups(sql);
    await sql.run("update quarter_queues set served = served + 1 where queue = 'returns'");
    await sql.run("delete from quarter_queues where queue = 'tills' and bucket = ?", [ten]);
    const wrong = await compareRollups(sql, owner, { settings, storeId: 'arbat', now: muchLater });
    expect(new Set(wrong.map(({ table }) => table))).toEqual(new Set(['quarter_queues', 'queue_days']));
    await rebuildRollups(sql, owner, { settings, storeId: 'arbat', now: muchLater });
    await makeAllDays(sql, settings, muchLater);
    expect(await rollups(sql)).toEqual(before);
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: muchLater })).toEqual([]);
  });

  it('are judged anew where their target is changed', async () => {
    const sql = await open();
    await queued(sql, await setUpQueues(sql), facts);
    const stricter = [{ id: 'tills', name: 'Tills', targetSeconds: 60, targetShare: 0.8 }];
    const { openingHours } = (await loadSettings(sql, owner)).stores.get('arbat') ?? makeStore('arbat');
    const shop = { timezone: 'Europe/Berlin', currency: 'EUR', entrances: [], openingHours, queues: stricter };
    await applySettings(sql, owner, { stores: [makeStore('arbat', shop)] });
    const settings = await loadSettings(sql, owner);
    await rebuilt(sql, settings);
    const tally = (await asked(sql, settings)).get('tills')?.total.window;
    expect(tally).toMatchObject({ judged: 32, withinTarget: 1 + Math.round((20 / 3) * 2 ** 20) / 2 ** 20 });
  });

  it('whose facts moved leave nothing behind in the quarter they were in', async () => {
    const sql = await open();
    const settings = await setUpQueues(sql);
    await queued(sql, settings, { visits: [served('a', ten, [60, 9])] });
    await queued(sql, settings, { visits: [{ ...served('a', ten, [60, 9]), queue: 'returns' }] });
    const left = [{ storeId: 'arbat', queue: 'tills', fromAt: ten, toAt: ten + 1 }];
    await sql.transaction((inside) => refreshQueueQuarters(inside, settings, left));
    expect([...(await asked(sql, settings)).keys()]).toEqual(['returns']);
  });
});
