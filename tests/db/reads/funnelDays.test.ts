import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readPeriods, type StorePeriods } from '../../../db/reads/funnel.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { addTally, emptyTally } from '../../../db/rollup/tally.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { rebuildPending, rebuildRollups } from '../../../db/writes/rebuild.ts';
import { appendCountQuarters, appendSaleQuarters, markStaleDays } from '../../../db/writes/rollups.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, everyDay, hour, interval, minute, quarter } from '../rollup/shop.ts';
import { putFacts, type Receipt, type SentFacts } from './sent.ts';

import { ask, later, makeAllDays, receipt, sent, setUp } from './shopDatabase.ts';

/** A quarter-hourly door and street for some hours of some days, and a few receipts. */
const someFacts = fc
  .array(
    fc.record({
      day: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-05'),
      start: fc.integer({ min: 36, max: 50 }),
      length: fc.integer({ min: 1, max: 120 }),
      count: fc.nat(30),
      hasOut: fc.boolean(),
      total: fc.nat(5000),
      sold: fc.nat(200),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts): SentFacts => {
    const ends = new Map<string, number>();
    const door = [];
    const street = [];
    const sales: Receipt[] = [];
    for (const part of parts) {
      const startAt = Math.max(ends.get(part.day) ?? 0, at('00:00', part.day) + part.start * quarter);
      const endAt = startAt + part.length * minute;
      ends.set(part.day, endAt);
      door.push(interval(startAt, endAt, { in: part.count, out: part.hasOut ? part.count + 3 : null }));
      street.push(interval(startAt, endAt, { passersBy: part.count * 4 }));
      sales.push(receipt(`r${sales.length}`, startAt + part.sold * 30_000, { totalMinor: part.total }));
    }
    const doorReports = door.sort((a, b) => a.startAt - b.startAt);
    return {
      storeId: 'arbat',
      counts: { 'door-arbat': doorReports, 'street-arbat': street.sort((a, b) => a.startAt - b.startAt) },
      sales: { 'till-arbat': sales.sort((a, b) => a.at - b.at) },
    };
  });

async function empty(sql: Sql): Promise<void> {
  const tables = 'count_intervals sales statuses device_states quarter_counts quarter_sales daily_tallies stale_days';
  for (const table of tables.split(' ')) await sql.run(`delete from ${table}`);
}

const sumOf = (steps: StorePeriods['series']) => ({
  window: steps.reduce((sum, step) => addTally(sum, step.window), emptyTally()),
  outside: steps.reduce((sum, step) => addTally(sum, step.outside), emptyTally()),
});

describeOnBothDialects('daily figures', (open) => {
  it('are the same from daily tallies as from quarter rows, in total and by any step of days', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        await empty(sql);
        await sent(sql, settings, facts);
        const all = async () => [
          await readPeriods(sql, owner, ask(settings)),
          await readPeriods(sql, owner, ask(settings, { by: 'day' })),
          await readPeriods(sql, owner, ask(settings, { by: 'week' })),
        ];
        const before = await all();
        expect(await makeAllDays(sql, settings)).toBeGreaterThan(0);
        expect(await all()).toEqual(before);
        const [byDay] = before[1] as StorePeriods[];
        expect(sumOf(byDay?.series ?? [])).toEqual(byDay?.total);
        expect(byDay?.total).toEqual((before[0] as StorePeriods[])[0]?.total);
        const [byQuarter] = await readPeriods(sql, owner, ask(settings, { by: '15m', hours: 'all' }));
        expect(byQuarter?.total).toEqual(byDay?.total);
        expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later })).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('are the same whether rows were appended or made again from facts', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        await empty(sql);
        const short = (list: readonly ReturnType<typeof interval>[] = []) =>
          list.filter((one) => one.endAt - one.startAt <= hour);
        const counts = Object.fromEntries(Object.entries(facts.counts ?? {}).map(([id, list]) => [id, short(list)]));
        await putFacts(sql, { ...facts, counts });
        for (const [deviceId, list] of Object.entries(counts)) {
          for (const one of list) await appendCountQuarters(sql, settings, [{ ...one, deviceId }]);
        }
        const sales = (facts.sales?.['till-arbat'] ?? []).map((one) => ({
          ...one,
          isVoided: false,
          deviceId: 'till-arbat',
        }));
        await appendSaleQuarters(sql, settings, sales.slice(0, 3));
        await appendSaleQuarters(sql, settings, sales.slice(3));
        expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later })).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('of days that a late message touched are worked out anew, and made again', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const report = (clock: string, count: number) => interval(at(clock), at(clock) + quarter, { in: count });
    await sent(sql, settings, { storeId: 'arbat', counts: { 'door-arbat': [report('10:00', 4)] } });
    await makeAllDays(sql, settings);
    const lateReport = { ...report('11:00', 9), deviceId: 'door-arbat' };
    await sql.transaction(async (inside) => {
      await appendCountQuarters(inside, settings, [lateReport]);
      const touched = [{ deviceId: 'door-arbat', fromAt: lateReport.startAt, toAt: lateReport.endAt }];
      await markStaleDays(inside, settings, { touched, now: later });
    });
    const entries = async () => (await readPeriods(sql, owner, ask(settings)))[0]?.total.window.entriesDoubled;
    expect(await entries()).toBe(26);
    expect(await makeAllDays(sql, settings)).toBe(1);
    expect(await sql.all('select * from stale_days')).toEqual([]);
    expect(await entries()).toBe(26);
  });

  it('of a day are not kept until nothing but new facts can change them', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const facts = { 'door-arbat': [interval(at('10:00'), at('10:15'), { in: 4 })] };
    await sent(sql, settings, { storeId: 'arbat', counts: facts });
    expect(await makeAllDays(sql, settings, at('01:59', '2026-03-03'))).toBe(0);
    expect(await makeAllDays(sql, settings, at('02:00', '2026-03-03'))).toBe(1);
    expect(await makeAllDays(sql, settings, at('02:00', '2026-03-05'))).toBe(2);
  });

  it('are made again from facts for a store whose settings changed', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const counts = { 'door-arbat': [interval(at('00:00'), at('00:00', '2026-03-03'), { in: 8 })] };
    await sent(sql, settings, { storeId: 'arbat', counts });
    await makeAllDays(sql, settings);
    const arbat = settings.stores.get('arbat');
    if (arbat === undefined) throw new Error('there is no store');
    await applySettings(sql, owner, { stores: [{ ...arbat, openingHours: everyDay(['15:00-16:00']) }] });
    const changed = await loadSettings(sql, owner);
    expect(await makeAllDays(sql, changed)).toBe(0);
    let cursor = null;
    do ({ cursor } = await rebuildPending(sql, owner, { settings: changed, now: later, cursor }));
    while (cursor !== null);
    expect(await sql.all('select * from rebuilds')).toEqual([]);
    expect(await makeAllDays(sql, changed)).toBeGreaterThan(0);
    const rows = await sql.all<{ bucket: number }>(
      'select bucket from quarter_counts where count_in > 0 order by bucket',
    );
    expect(rows.map((row) => row.bucket)[0]).toBe(at('14:30'));
    expect(await compareRollups(sql, owner, { settings: changed, storeId: 'arbat', now: later })).toEqual([]);
  });

  it('that differ from the facts are found, and are right again after a rebuild', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const counts = { 'door-arbat': [interval(at('10:00'), at('10:15'), { in: 4 })] };
    await sent(sql, settings, {
      storeId: 'arbat',
      counts,
      sales: { 'till-arbat': [receipt('a', at('10:05'), { totalMinor: 100 })] },
    });
    await makeAllDays(sql, settings);
    await sql.run('update quarter_counts set count_in = 5');
    await sql.run('delete from quarter_sales');
    const differences = await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later });
    expect(differences.map((one) => one.table)).toEqual(['quarter_counts', 'quarter_sales', 'daily_tallies']);
    await rebuildRollups(sql, owner, { settings, storeId: 'arbat', now: later });
    await makeAllDays(sql, settings);
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later })).toEqual([]);
  });
});
