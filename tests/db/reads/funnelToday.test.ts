import { expect, it } from 'vitest';
import { readDevices } from '../../../db/reads/devices.ts';
import { readToday } from '../../../db/reads/today.ts';
import { readUsual } from '../../../db/reads/usual.ts';
import { addDays } from '../../../db/time/businessDate.ts';
import { manager, owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, hour, interval, minute, quarter } from '../rollup/shop.ts';
import { makeAllDays, receipt, sent, setUp } from './shopDatabase.ts';

const monday = '2026-03-02';

/** The door reports every quarter of the opening on Mondays, `people(week)` in each; the till sells one receipt each half hour. */
function mondays(weeks: number, people: (week: number) => number) {
  const dates = Array.from({ length: weeks }, (_, week) => addDays(monday, -7 * (week + 1)));
  return {
    storeId: 'arbat',
    counts: {
      'door-arbat': dates.flatMap((date, week) =>
        Array.from({ length: 8 }, (_, i) => {
          const startAt = at('10:00', date) + i * quarter;
          return interval(startAt, startAt + quarter, { in: people(week) });
        }),
      ),
    },
    sales: {
      'till-arbat': dates.flatMap((date) =>
        Array.from({ length: 4 }, (_, i) => receipt(`${date} ${i}`, at('10:07', date) + i * 30 * minute)),
      ),
    },
  };
}

describeOnBothDialects('today', (open) => {
  it('is compared with the last same weekdays that were open and covered, up to the same time', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(
      sql,
      settings,
      mondays(20, (week) => (week === 2 ? 0 : 5)),
    );
    await makeAllDays(sql, settings, at('11:10'));
    const days = await readUsual(sql, owner, { settings, storeId: 'arbat', date: monday, now: at('11:10') });
    expect(days.map((day) => day.date).slice(0, 2)).toEqual(['2026-02-23', '2026-02-16']);
    expect(days.length).toBeGreaterThanOrEqual(8);
    // Four whole quarters and 10 minutes of the fifth, of which 5 people are spread as 3 and 2.
    expect(days[0]?.window).toMatchObject({ entriesDoubled: 2 * 23, purchases: 3, entriesExpectedMs: 70 * minute });
    const whole = await readUsual(sql, owner, {
      settings,
      storeId: 'arbat',
      date: monday,
      now: at('11:10', '2026-03-03'),
    });
    expect(whole[0]?.window).toMatchObject({ entriesDoubled: 80, purchases: 4 });
  });

  it('goes further back past dates that were not covered', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const all = mondays(20, () => 5);
    const covered = all.counts['door-arbat'].filter((one) => one.startAt < at('00:00', '2026-01-20'));
    await sent(sql, settings, { ...all, counts: { 'door-arbat': covered } });
    const days = await readUsual(sql, owner, { settings, storeId: 'arbat', date: monday, now: at('20:00') });
    expect(days.filter((day) => day.window.entriesObservedMs > 0).length).toBeGreaterThanOrEqual(8);
  });

  it('shows the hours, the opening and what may be doubted', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, {
      storeId: 'arbat',
      counts: { 'door-arbat': [interval(at('10:00'), at('10:15'), { in: 3 })] },
      statuses: { 'street-arbat': [{ at: at('09:00'), state: 'online', problem: 'dark' }] },
    });
    await sql.run("update device_states set state = 'online', problem = 'dark', state_at = ? where device_id = ?", [
      at('09:00'),
      'street-arbat',
    ]);
    const today = await readToday(sql, owner, { settings, storeId: 'arbat', now: at('11:00') });
    expect(today).toMatchObject({ date: monday, isOpen: true, opensAt: at('10:00'), closesAt: at('12:00') });
    expect(today?.firstMessageAt).toBe(at('10:00'));
    expect(today?.total.window.entriesDoubled).toBe(6);
    expect(today?.hours.map((step) => step.window.entriesDoubled)).toEqual([0, 6, 0, 0]);
    expect(today?.reasons).toEqual([
      { code: 'problem', step: 'passersBy', deviceId: 'street-arbat', problem: 'dark', since: at('09:00') },
      { code: 'low_coverage', step: 'entries', coverage: 0.25 },
      { code: 'silent', step: 'entries', deviceId: 'door-arbat', since: at('10:15') },
      { code: 'never_reported', step: 'purchases', deviceId: 'till-arbat' },
    ]);
  });

  it('is not shown of a store that the caller may not see, and is closed at night', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    expect(await readToday(sql, manager, { settings, storeId: 'night', now: at('11:00') })).toBeNull();
    expect(await readUsual(sql, manager, { settings, storeId: 'night', date: monday, now: at('11:00') })).toEqual([]);
    expect(await readToday(sql, manager, { settings, storeId: 'arbat', now: at('13:00') })).toMatchObject({
      isOpen: false,
      opensAt: at('10:00', '2026-03-03'),
      firstMessageAt: null,
    });
  });
});

describeOnBothDialects('devices', (open) => {
  it('tell how much of the last 24 hours they saw', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, {
      storeId: 'arbat',
      counts: { 'door-arbat': [interval(at('10:00'), at('10:30'), { in: 3 })] },
      sales: { 'till-arbat': [receipt('a', at('10:30'))] },
    });
    const devices = await readDevices(sql, owner, { settings, storeIds: ['arbat'], now: at('11:00') });
    expect(devices.map((one) => [one.deviceId, one.coverage, one.lastReportAt])).toEqual([
      ['door-arbat', 0.5, at('10:30')],
      ['street-arbat', null, null],
      ['till-arbat', 1, at('10:30')],
    ]);
    const later = await readDevices(sql, owner, { settings, storeIds: ['arbat'], now: at('11:00') + 25 * hour });
    // Nothing came on Tuesday, in two hours and a half of the window.
    expect(later.map((one) => one.coverage)).toEqual([0, null, 0]);
    expect(await readDevices(sql, manager, { settings, storeIds: ['night'], now: at('11:00') })).toEqual([]);
  });
});
