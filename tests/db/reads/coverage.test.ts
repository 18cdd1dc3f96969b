import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, minute } from '../rollup/shop.ts';
import { counter, figuresOf, openShop, passed, shown, till } from './oneShop.ts';
import { receipt } from './shopDatabase.ts';

/* Contract 4, sentence by sentence, from facts in the database to the figures of a period. */

const evening = at('20:00');

describeOnBothDialects('expected time', (open) => {
  it('is opening hours from the earliest report to now', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:30'), at('11:00'), { in: 5 })] };
    const settings = await openShop(sql, { devices: [counter('door')] }, { counts });
    expect((await figuresOf(sql, settings, { now: at('11:30') })).total.coverage.entries).toBe(0.5);
    expect((await figuresOf(sql, settings, { now: evening })).total.coverage.entries).toBeCloseTo(30 / 90);
  });

  it('is that from installedAt to removedAt, where they are given', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:30'), at('11:00'), { in: 5 })] };
    const devices = [counter('door', { installedAt: at('10:15'), removedAt: at('11:15') })];
    const settings = await openShop(sql, { devices }, { counts });
    expect((await figuresOf(sql, settings, { now: evening })).total.coverage.entries).toBe(0.5);
  });

  it('leaves out the time since the last report until that is overdue', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:00'), at('11:00'), { in: 5 })] };
    const settings = await openShop(sql, { devices: [counter('door')] }, { counts });
    expect((await figuresOf(sql, settings, { now: at('11:03') })).total.coverage.entries).toBe(1);
    expect((await figuresOf(sql, settings, { now: at('11:03') + 1 })).total.coverage.entries).toBeCloseTo(60 / 63);
  });

  it('of a store that opens or closes for good is none before and none after', async () => {
    const sql = await open();
    const devices = [counter('door', { installedAt: at('00:00', '2026-03-01') })];
    const counts = { door: [interval(at('10:00'), at('12:00'), { in: 5 })] };
    const store = { opensOn: '2026-03-02', closesOn: '2026-03-02' };
    const settings = await openShop(sql, { devices, store }, { counts });
    const week = { now: at('20:00', '2026-03-04'), from: '2026-03-01', to: '2026-03-04' };
    expect((await figuresOf(sql, settings, week)).total.coverage.entries).toBe(1);
    const before = await figuresOf(sql, settings, { ...week, to: '2026-03-01' });
    expect(before.total.coverage.entries).toBeNull();
  });

  it('is none at all where nothing was installed', async () => {
    const sql = await open();
    const settings = await openShop(sql, { devices: [counter('door')] }, {});
    const { total } = await figuresOf(sql, settings, { now: evening });
    expect(total).toMatchObject({ entries: null, coverage: { entries: null, passersBy: null } });
  });
});

describeOnBothDialects('observed time', (open) => {
  it('of intervals is theirs, if they carry what the entrance counts as entries', async () => {
    const counts = {
      door: [
        interval(at('10:00'), at('11:00'), { in: 6, out: 2 }),
        interval(at('11:00'), at('11:30'), { in: 3 }),
        interval(at('11:30'), at('12:00'), { out: 4 }),
      ],
    };
    for (const [countAs, coverage, entries] of [
      ['in', 0.75, 9],
      ['out', 0.75, 6],
      ['average', 0.5, 4],
    ] as const) {
      const sql = await open();
      const settings = await openShop(sql, { devices: [counter('door')], countAs }, { counts });
      const { total } = await figuresOf(sql, settings, { now: evening });
      expect([total.coverage.entries, total.entries]).toEqual([coverage, entries]);
    }
  });

  it('is what every line that the device lists covers at once; lines it does not list still count', async () => {
    const sql = await open();
    const devices = [counter('door', { lines: ['left', 'right'] })];
    const counts = {
      door: [
        interval(at('10:00'), at('11:00'), { line: 'left', in: 1 }),
        interval(at('10:30'), at('11:30'), { line: 'right', in: 2 }),
        interval(at('10:00'), at('10:30'), { line: 'attic', in: 4 }),
      ],
    };
    const settings = await openShop(sql, { devices }, { counts });
    const { total } = await figuresOf(sql, settings, { now: evening });
    expect([total.entries, total.coverage.entries]).toEqual([7, 0.25]);
  });

  it('of a cumulative counter is the time between its readings, restart, jump or not, up to a day', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'cumulative' })];
    const readings = {
      door: [
        shown(at('10:00'), 100),
        shown(at('10:30'), 112),
        shown(at('11:00'), 3),
        shown(at('11:01'), 99_000),
        shown(at('11:31'), 99_004),
      ],
    };
    const settings = await openShop(sql, { devices }, { readings });
    const { total, quarters } = await figuresOf(sql, settings, { now: at('11:31') });
    expect([total.entries, total.coverage.entries]).toEqual([12 + 3 + 4, 1]);
    expect(quarters['11:00']?.entries).toBe(2);
    const morrow = { now: at('20:00', '2026-03-03'), from: '2026-03-02', to: '2026-03-03' };
    expect((await figuresOf(sql, settings, morrow)).total.coverage.entries).toBeCloseTo(91 / 240);
  });

  it('of readings more than a day apart is none, and their people are in no bucket', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'cumulative' })];
    const readings = { door: [shown(at('11:00'), 1), shown(at('11:00', '2026-03-04'), 9)] };
    const settings = await openShop(sql, { devices }, { readings });
    const days = { now: at('20:00', '2026-03-04'), to: '2026-03-04' };
    expect((await figuresOf(sql, settings, days)).total).toMatchObject({ entries: null, coverage: { entries: 0 } });
  });

  it('of an event counter is silence that is short enough, from the stretch of the window to its end or now', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'event', silentAfterSeconds: 3600 })];
    const events = { door: [passed(at('10:20')), passed(at('11:30'), { direction: 'out' })] };
    const settings = await openShop(sql, { devices }, { events });
    // Installed by its first report at 10:20; silent too long from then to 11:30; then to the end of the window.
    const { total, quarters } = await figuresOf(sql, settings, { now: evening });
    expect([total.entries, total.exits, total.coverage.entries]).toEqual([1, 1, 0.3]);
    expect(quarters['12:15']?.entries).toBe(0);
    expect(quarters['11:00']?.entries).toBeNull();
    expect((await figuresOf(sql, settings, { now: at('11:45') })).total.coverage.entries).toBeCloseTo(15 / 85);
  });

  it('of an event counter that may be silent for less than a quarter is judged by every event', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'event', silentAfterSeconds: 300, installedAt: at('09:30') })];
    const events = { door: [2, 5, 9, 12, 16, 20].map((minutes) => passed(at('10:00') + minutes * minute)) };
    const settings = await openShop(sql, { devices }, { events });
    expect((await figuresOf(sql, settings, { now: at('10:22') })).total.coverage.entries).toBeCloseTo(20 / 22);
  });

  it('reaches over midnight from a message of the day before', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'event' }), till()];
    const store = { openingHours: null };
    const events = { door: [passed(at('23:30', '2026-03-01')), passed(at('00:45'))] };
    const sales = { till: [receipt('a', at('23:30', '2026-03-01')), receipt('b', at('00:45'))] };
    const settings = await openShop(sql, { devices, store }, { events, sales });
    const { total } = await figuresOf(sql, settings, { now: at('00:50') });
    expect(total.coverage).toEqual({ passersBy: null, entries: 1, purchases: 1 });
  });

  it('of one that sends its status is from online to offline from then on', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'event', installedAt: at('10:00') })];
    const statuses = {
      door: [
        { at: at('10:30'), state: 'online', problem: null },
        { at: at('11:00'), state: 'offline', problem: null },
      ] as const,
    };
    const settings = await openShop(sql, { devices }, { events: { door: [passed(at('10:10'))] }, statuses });
    expect((await figuresOf(sql, settings, { now: evening })).total.coverage.entries).toBe(0.5);
  });

  it('of one that speaks when something happens is not that in which ingest itself was not connected', async () => {
    const sql = await open();
    const devices = [counter('door', { mode: 'event', installedAt: at('10:00') })];
    await sql.run('insert into ingest_runs (started_at, alive_at) values (?, ?), (?, ?)', [
      ...[at('09:00'), at('11:00')],
      ...[at('11:30'), evening],
    ]);
    const settings = await openShop(sql, { devices }, { events: { door: [passed(at('10:10')), passed(at('11:40'))] } });
    expect((await figuresOf(sql, settings, { now: evening })).total.coverage.entries).toBe(0.75);
  });

  it('of one that comes by a source’s broker is not that in which that broker was away, and no other’s', async () => {
    const coverageBy = async (source: string): Promise<number | null> => {
      const sql = await open();
      // The main way was away from eleven to half past, the broker of `tts` for the first quarter of an hour.
      const runs = [
        [at('09:00'), at('11:00'), null],
        [at('11:30'), evening, null],
        [at('09:00'), at('10:00'), 'tts'],
        [at('10:15'), evening, 'tts'],
      ];
      for (const run of runs)
        await sql.run('insert into ingest_runs (started_at, alive_at, source) values (?, ?, ?)', run);
      const connection = { source, topics: [], address: null, swap: false, map: [], options: {} };
      const devices = [counter('door', { mode: 'event', installedAt: at('10:00'), connection })];
      const events = { door: [passed(at('10:10')), passed(at('11:40'))] };
      const settings = await openShop(sql, { devices }, { events });
      return (await figuresOf(sql, settings, { now: evening })).total.coverage.entries;
    };
    expect(await coverageBy('tts')).toBe(0.875);
    // A source that is no broker has no gaps of its own.
    expect(await coverageBy('webhook')).toBe(0.75);
  });

  it('of a batch feed is every date up to the last that was delivered', async () => {
    const sql = await open();
    const devices = [till({ feed: 'batch', installedAt: at('00:00') })];
    const settings = await openShop(sql, { devices }, { sales: { till: [receipt('a', at('10:30', '2026-03-03'))] } });
    const days = { now: at('20:00', '2026-03-05'), to: '2026-03-05' };
    expect((await figuresOf(sql, settings, days)).total.coverage.purchases).toBe(0.5);
  });

  it('of a batch feed that says how often it delivers is expected once that is overdue', async () => {
    const sql = await open();
    const devices = [till({ feed: 'batch', installedAt: at('00:00'), reportsEverySeconds: 86_400 })];
    const settings = await openShop(sql, { devices }, { sales: { till: [receipt('a', at('10:30'))] } });
    const tuesday = '2026-03-03';
    const asked = { from: tuesday, now: at('20:00', tuesday) };
    expect((await figuresOf(sql, settings, asked)).total.coverage.purchases).toBeNull();
    const late = { from: tuesday, now: at('00:03', '2026-03-04') };
    expect((await figuresOf(sql, settings, late)).total.coverage.purchases).toBe(0);
  });

  it('is none while a device has a problem, though its counts are kept', async () => {
    for (const mode of ['interval', 'event'] as const) {
      const sql = await open();
      const devices = [counter('door', { mode, installedAt: at('10:00') })];
      const statuses = {
        door: [
          { at: at('10:00'), state: 'online', problem: null },
          { at: at('10:30'), state: 'online', problem: 'covered' },
          { at: at('11:00'), state: 'online', problem: null },
        ] as const,
      };
      const facts =
        mode === 'event'
          ? { events: { door: [passed(at('10:40'))] } }
          : { counts: { door: [interval(at('10:00'), at('12:00'), { in: 1 })] } };
      const settings = await openShop(sql, { devices }, { ...facts, statuses });
      const { total } = await figuresOf(sql, settings, { now: at('12:00') });
      expect([total.entries, total.coverage.entries]).toEqual([1, 0.75]);
    }
  });

  it('is none where a span was taken out, and nothing that was counted or sold in it is left', async () => {
    const sql = await open();
    const devices = [counter('door'), counter('beam', { mode: 'event' }), till()];
    const out = { startAt: at('10:30'), endAt: at('11:00') };
    const settings = await openShop(
      sql,
      { devices },
      {
        counts: {
          door: [interval(at('10:00'), at('10:45'), { in: 30 }), interval(at('10:45'), at('12:00'), { in: 50 })],
        },
        events: { beam: [passed(at('10:00')), passed(at('10:40')), passed(at('11:10'))] },
        sales: { till: [receipt('a', at('10:00')), receipt('b', at('10:50')), receipt('c', at('11:30'))] },
        takeOuts: { door: [out], beam: [out], till: [out] },
      },
    );
    const { total, quarters } = await figuresOf(sql, settings, { now: at('12:00') });
    expect(total).toMatchObject({ entries: 20 + 40 + 2, purchases: 2, coverage: { entries: 0.75, purchases: 0.75 } });
    expect(quarters['10:30']).toMatchObject({ entries: null, purchases: null });
  });

  it('does not run ahead of now with a report that does', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:04'), at('10:09'), { in: 5 })] };
    const devices = [counter('door', { installedAt: at('10:00') })];
    const settings = await openShop(sql, { devices }, { counts });
    const { total, quarters } = await figuresOf(sql, settings, { now: at('10:05') });
    expect([total.entries, total.coverage.entries]).toEqual([5, 0.2]);
    expect(quarters['10:00']?.entries).toBe(5);
  });
});
