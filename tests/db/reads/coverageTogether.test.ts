import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, minute } from '../rollup/shop.ts';
import { counter, figuresOf, openShop, passed, shown, till } from './oneShop.ts';
import { receipt } from './shopDatabase.ts';

/* Contract 4 on, sentence by sentence: several devices, valid quarters, cuts. */

const evening = at('20:00');

describeOnBothDialects('devices of one step', (open) => {
  it('count each in its time where one replaces another at a door, within a quarter too', async () => {
    const sql = await open();
    const devices = [
      counter('old', { installedAt: at('10:00'), removedAt: at('11:05') }),
      counter('new', { mode: 'cumulative', installedAt: at('11:05') }),
      till(),
    ];
    const settings = await openShop(
      sql,
      { devices },
      {
        counts: { old: [interval(at('10:00'), at('11:05'), { in: 13 })] },
        readings: { new: [shown(at('11:05'), 900), shown(at('11:15'), 905), shown(at('12:00'), 950)] },
        sales: { till: [receipt('a', at('10:00')), receipt('b', at('11:10')), receipt('c', at('12:00'))] },
      },
    );
    const { total, quarters } = await figuresOf(sql, settings, { now: at('12:00') });
    expect([total.entries, total.coverage.entries]).toEqual([13 + 50, 1]);
    expect(quarters['11:15']?.conversionRate).toBe(0);
    expect(total.flags).not.toContain('low_coverage');
  });

  it('share the expected time, and a quarter is valid only where each of them saw it', async () => {
    const sql = await open();
    const devices = [
      counter('left', { installedAt: at('10:00') }),
      counter('right', { mode: 'event', installedAt: at('10:00'), silentAfterSeconds: 1800 }),
      till(),
    ];
    const settings = await openShop(
      sql,
      { devices },
      {
        counts: { left: [interval(at('10:00'), at('11:00'), { in: 60 })] },
        events: { right: [0, 30, 60, 90, 120].map((minutes) => passed(at('10:00') + minutes * minute)) },
        sales: { till: [receipt('a', at('10:01')), receipt('b', at('11:30'))] },
      },
    );
    const { total } = await figuresOf(sql, settings, { now: evening });
    expect(total.coverage.entries).toBe(0.75);
    // Valid until 11:00 only: 60 and the 2 of the right door came in then, and one bought.
    expect(total.conversionRate).toBeCloseTo(1 / 62);
  });
});

describeOnBothDialects('a door that counts the average', (open) => {
  it('counts half of all whom an event counter saw, in quarters in which they only came or only left too', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'event', installedAt: at('10:00') })];
    const events = {
      door: [
        passed(at('10:05'), { count: 3 }),
        passed(at('10:20'), { direction: 'out', count: 2 }),
        passed(at('11:30')),
      ],
    };
    const settings = await openShop(sql, { devices, countAs: 'average' }, { events });
    const { total, quarters } = await figuresOf(sql, settings, { now: at('12:00') });
    expect([total.entries, total.exits, total.coverage.entries]).toEqual([3, 2, 1]);
    expect([quarters['10:00']?.entries, quarters['10:15']?.entries]).toEqual([1.5, 1]);
  });

  it('observes a cumulative counter while both totals of all its lines are known', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'cumulative', lines: ['left', 'right'], installedAt: at('10:00') })];
    const both = (clock: string, line: string, total: number) => shown(at(clock), total, { line, totalOut: total });
    const readings = {
      door: [
        both('10:00', 'left', 0),
        both('11:30', 'left', 30),
        both('10:30', 'right', 0),
        shown(at('11:00'), 4, { line: 'right' }),
        both('12:00', 'right', 12),
      ],
    };
    const settings = await openShop(sql, { devices, countAs: 'average' }, { readings });
    // Of the right line, who left is known from 10:30 to 12:00 in one, who came in two parts: both, all the same.
    const { total } = await figuresOf(sql, settings, { now: at('12:00') });
    expect(total.coverage.entries).toBe(0.5);
    expect(total.entries).toBe((30 + 30 + 12 + 12) / 2);
    expect(total.exits).toBe(30 + 12);
  });
});

describeOnBothDialects('a quarter', (open) => {
  it('is valid from four fifths of its part that was installed and is over', async () => {
    const sql = await open();
    const devices = [counter('door', { installedAt: at('10:05') }), till()];
    const counts = {
      door: [interval(at('10:05'), at('10:13'), { in: 8 }), interval(at('10:15'), at('10:26'), { in: 4 })],
    };
    const sales = { till: [receipt('a', at('10:06')), receipt('b', at('10:16'))] };
    const settings = await openShop(sql, { devices }, { counts, sales });
    const { quarters } = await figuresOf(sql, settings, { now: at('10:29') });
    expect(quarters['10:00']?.conversionRate).toBe(1 / 8);
    expect(quarters['10:15']?.conversionRate).toBeNull();
    expect((await figuresOf(sql, settings, { now: at('10:28') })).quarters['10:15']?.conversionRate).toBe(1 / 4);
  });

  it('of a sensor that sleeps at night is not valid, and never empty', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'cumulative', installedAt: at('00:00') })];
    const readings = { door: [shown(at('09:00'), 5), shown(at('09:30'), 5)] };
    const settings = await openShop(sql, { devices }, { readings });
    const { quarters } = await figuresOf(sql, settings, { now: evening });
    expect([quarters['08:45']?.entries, quarters['09:00']?.entries]).toEqual([null, 0]);
  });
});

describeOnBothDialects('a comparison up to a local time', (open) => {
  it('cuts differences of readings, and leaves out later events', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'cumulative' }), counter('beam', { mode: 'event' })];
    const readings = { door: [shown(at('10:00'), 0), shown(at('10:50'), 100), shown(at('11:10'), 120)] };
    const events = { beam: [passed(at('10:30')), passed(at('11:04')), passed(at('11:06'))] };
    const settings = await openShop(sql, { devices }, { readings, events });
    const asked = { now: at('20:00', '2026-03-09') };
    expect((await figuresOf(sql, settings, { ...asked, until: at('11:05') })).total.entries).toBe(115 + 2);
    expect((await figuresOf(sql, settings, { ...asked, until: at('11:00') })).total.entries).toBe(110 + 1);
    expect((await figuresOf(sql, settings, { ...asked, until: at('10:30') })).total.entries).toBe(60);
    expect((await figuresOf(sql, settings, asked)).total.entries).toBe(120 + 3);
  });
});
