import { expect, it } from 'vitest';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { manager, owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, minute } from '../rollup/shop.ts';

import { ask, makeAllDays, monday, receipt, sent, setUp } from './shopDatabase.ts';

describeOnBothDialects('figures of a period', (open) => {
  it('leave out a receipt that a void names, whichever came first, and not one that a void in training names', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, {
      storeId: 'arbat',
      sales: {
        'till-arbat': [
          receipt('a', at('10:05'), { totalMinor: 100 }),
          receipt('b', at('10:06'), { totalMinor: 200 }),
          receipt('v1', at('10:07'), { totalMinor: 0, type: 'void', original: 'a' }),
          receipt('v2', at('10:08'), { totalMinor: 0, type: 'void', original: 'b', isTraining: true }),
          receipt('v3', at('10:09'), { totalMinor: 0, type: 'void', original: 'v1' }),
        ],
      },
    });
    const [shop] = await readPeriods(sql, owner, ask(settings));
    expect(shop?.total.window).toMatchObject({ purchases: 1, grossSalesMinor: 200 });
  });

  it('of a comparison end at the cut, to the person and the receipt', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, {
      storeId: 'arbat',
      counts: {
        'door-arbat': [
          interval(at('10:00'), at('10:50'), { in: 100 }),
          interval(at('10:50'), at('11:10'), { in: 20 }),
          interval(at('10:00', '2026-03-03'), at('11:00', '2026-03-03'), { in: 7 }),
        ],
      },
      sales: {
        'till-arbat': [receipt('a', at('11:03'), { totalMinor: 100 }), receipt('b', at('11:05'), { totalMinor: 200 })],
      },
    });
    await makeAllDays(sql, settings);
    const cutShort = ask(settings, { cuts: { arbat: at('11:05') } });
    const [shop] = await readPeriods(sql, owner, cutShort);
    expect(shop?.total.window).toMatchObject({
      entriesDoubled: 2 * 115,
      purchases: 1,
      grossSalesMinor: 100,
      entriesObservedMs: 65 * minute,
      entriesExpectedMs: 65 * minute,
    });
    const [early] = await readPeriods(sql, owner, { ...cutShort, cuts: { arbat: at('10:30') } });
    expect(early?.total.window).toMatchObject({ entriesDoubled: 2 * 60, purchases: 0 });
    const [tuesday] = await readPeriods(sql, owner, { ...cutShort, cuts: { arbat: at('10:30', '2026-03-03') } });
    expect(tuesday?.total.window.entriesDoubled).toBe(2 * 124);
  });

  it('are those of the stores that the caller may see', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const both = ask(settings, { storeIds: ['night', 'arbat', 'nowhere'] });
    expect((await readPeriods(sql, owner, both)).map((one) => one.storeId)).toEqual(['night', 'arbat']);
    expect((await readPeriods(sql, manager, both)).map((one) => one.storeId)).toEqual(['arbat']);
  });

  it('of hours leave out those outside the window unless everything is asked for', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, {
      storeId: 'arbat',
      counts: { 'door-arbat': [interval(at('08:00'), at('08:15'), { in: 3 })] },
    });
    const hourly = ask(settings, { from: monday, to: monday, by: 'hour' });
    const [inside] = await readPeriods(sql, owner, hourly);
    expect(inside?.series.map((step) => new Date(step.startAt).getUTCHours())).toEqual([9, 10, 11, 12]);
    expect(inside?.total.outside.entriesDoubled).toBe(6);
    const [all] = await readPeriods(sql, owner, { ...hourly, hours: 'all' });
    expect(all?.series).toHaveLength(24);
  });

  it('of a shop that never closes are heard across midnight', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const night = (id: string, clock: string, date: string) => receipt(id, at(clock, date));
    await sent(sql, settings, {
      storeId: 'night',
      sales: {
        'till-night': [
          night('a', '22:30', monday),
          night('b', '23:30', monday),
          night('c', '00:30', '2026-03-03'),
          night('d', '03:00', '2026-03-03'),
        ],
      },
    });
    const [shop] = await readPeriods(sql, owner, ask(settings, { storeIds: ['night'], to: '2026-03-03', by: 'day' }));
    expect(shop?.series.map((step) => step.window.purchasesObservedMs)).toEqual([90 * minute, 30 * minute]);
  });
});
