import { expect, it } from 'vitest';
import { readDeviceHours } from '../../../db/reads/deviceHours.ts';
import type { DeviceHours } from '../../../db/rollup/deviceHours.ts';
import type { StatusChange } from '../../../db/rollup/status.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { makeTakeOut } from '../../../db/writes/takeOuts.ts';
import { owner, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, hour, interval, minute } from '../rollup/shop.ts';
import { counter, openShop, till } from './oneShop.ts';
import { monday } from './shopDatabase.ts';

const evening = at('20:00');

interface Asked {
  readonly now?: number;
  readonly from?: string;
  readonly to?: string;
}

async function hoursOf(sql: Sql, settings: Settings, { now = evening, from = monday, to = from }: Asked = {}) {
  return readDeviceHours(sql, owner, { settings, storeId: 'shop', from, to, now });
}

function only(devices: readonly DeviceHours[]): DeviceHours {
  expect(devices).toHaveLength(1);
  return devices[0] as DeviceHours;
}

/** Of one of several. */
function gapsIn(devices: readonly DeviceHours[], id: string): DeviceHours['gaps'] {
  return only(devices.filter(({ device }) => device.id === id)).gaps;
}

/** Observed shares of the hours in which anything was expected, by `HH` of their start. */
function shares(hours: readonly { startAt: number }[], { hours: seen }: DeviceHours): Record<string, number> {
  return Object.fromEntries(
    seen.flatMap(({ expectedMs, observedMs }, i) => {
      const startAt = hours[i]?.startAt ?? 0;
      return expectedMs === 0 ? [] : [[new Date(startAt).toISOString().slice(11, 13), observedMs / expectedMs]];
    }),
  );
}

const installed = { installedAt: at('00:00', '2026-03-01') };

describeOnBothDialects('the hours of devices', (open) => {
  it('are covered as far as reports reach; nothing is expected while the store is closed', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:00'), at('10:45'), { in: 5 })] };
    const settings = await openShop(sql, { devices: [counter('door', installed)] }, { counts });
    const { hours, devices } = await hoursOf(sql, settings);
    expect(hours).toHaveLength(24);
    expect(hours.filter(({ isOpen }) => isOpen).map(({ startAt }) => startAt)).toEqual([at('10:00'), at('11:00')]);
    expect(shares(hours, only(devices))).toEqual({ 10: 0.75, 11: 0 });
    expect(only(devices).gaps).toEqual([
      {
        startAt: at('10:45'),
        endAt: at('12:00'),
        missingMs: 1.25 * hour,
        isGoing: true,
        isFromBefore: false,
        why: 'silent',
        problem: null,
      },
    ]);
  });

  it('of a silence over a night are one gap of the opening time that was missed', async () => {
    const sql = await open();
    const counts = {
      door: [
        interval(at('10:00'), at('11:00'), { in: 5 }),
        interval(at('10:30', '2026-03-03'), at('12:00', '2026-03-03'), { in: 5 }),
      ],
    };
    const settings = await openShop(sql, { devices: [counter('door', installed)] }, { counts });
    const asked = { to: '2026-03-03', now: at('20:00', '2026-03-03') };
    const { devices } = await hoursOf(sql, settings, asked);
    const [gap, ...others] = only(devices).gaps;
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      startAt: at('11:00'),
      endAt: at('10:30', '2026-03-03'),
      missingMs: 1.5 * hour,
      isGoing: false,
    });
  });

  it('that somebody took out are told as such, as is a problem that the device named', async () => {
    const sql = await open();
    const now = at('20:00', '2026-03-03');
    const facts = {
      counts: {
        door: [
          interval(at('10:00'), at('12:00'), { in: 5 }),
          interval(at('10:00', '2026-03-03'), at('12:00', '2026-03-03'), { in: 5 }),
        ],
      },
      statuses: { door: [{ at: at('09:00', '2026-03-03'), state: 'online', problem: 'covered' } as const] },
    };
    const settings = await openShop(sql, { devices: [counter('door', installed)] }, facts);
    const wish = {
      storeId: 'shop',
      deviceId: 'door',
      fromAt: at('10:30'),
      toAt: at('11:00'),
      reason: 'test_walk',
      note: null,
    };
    await makeTakeOut(sql, owner, { settings, wish, now });
    const { devices } = await hoursOf(sql, settings, { to: '2026-03-03', now });
    expect(only(devices).gaps).toMatchObject([
      { why: 'taken_out', startAt: at('10:30'), endAt: at('11:00'), problem: null },
      { why: 'problem', startAt: at('10:00', '2026-03-03'), problem: 'covered', isGoing: true },
    ]);
  });

  it('name a gap from a quarter of an hour of missing time on; four fifths of a quarter are enough', async () => {
    const sql = await open();
    const gapsOf = async (id: string, ...reported: [string, string][]) => {
      const counts = { [id]: reported.map(([from, to]) => interval(at(from), at(to), { in: 1 })) };
      const devices = [counter(id, installed)];
      const { devices: answered } = await hoursOf(sql, await openShop(sql, { devices }, { counts }));
      return gapsIn(answered, id).map(({ startAt, endAt, missingMs }) => [startAt, endAt, missingMs / minute]);
    };
    expect(await gapsOf('five', ['10:00', '10:10'], ['10:15', '12:00'])).toEqual([]);
    expect(await gapsOf('whole', ['10:00', '10:30'], ['10:45', '12:00'])).toEqual([[at('10:30'), at('10:45'), 15]]);
    expect(await gapsOf('more', ['10:00', '10:10'], ['10:30', '12:00'])).toEqual([[at('10:00'), at('10:30'), 20]]);
    expect(await gapsOf('fifths', ['10:00', '10:12'], ['10:30', '12:00'])).toEqual([[at('10:15'), at('10:30'), 15]]);
  });

  it('count an hour once of a device that measures two things', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:00'), at('11:00'), { in: 5, passersBy: 40 })] };
    const devices = [counter('door', { ...installed, measures: ['entries', 'passersBy'] })];
    const { hours, devices: answered } = await hoursOf(sql, await openShop(sql, { devices }, { counts }));
    expect(only(answered).hours.find(({ observedMs }) => observedMs > 0)).toEqual({
      expectedMs: hour,
      observedMs: hour,
    });
    expect(shares(hours, only(answered))).toEqual({ 10: 1, 11: 0 });
    expect(only(answered).gaps).toMatchObject([{ missingMs: hour }]);
  });

  it('go on until now while the store is open', async () => {
    const sql = await open();
    const counts = { door: [interval(at('10:00'), at('10:30'), { in: 5 })] };
    const settings = await openShop(sql, { devices: [counter('door', installed)] }, { counts });
    const { devices } = await hoursOf(sql, settings, { now: at('11:20') });
    expect(only(devices).gaps).toMatchObject([{ startAt: at('10:30'), endAt: at('11:20'), isGoing: true }]);
  });

  it('are offline where the device said so for half of the gap, and a problem by the last that it named', async () => {
    const sql = await open();
    const reasonWith = async (id: string, statuses: readonly StatusChange[]) => {
      const counts = { [id]: [interval(at('10:00'), at('10:30'), { in: 5 })] };
      const facts = { counts, statuses: { [id]: statuses } };
      const { devices } = await hoursOf(sql, await openShop(sql, { devices: [counter(id, installed)] }, facts));
      return gapsIn(devices, id).map(({ why, problem }) => [why, problem]);
    };
    const said = (clock: string, state: 'online' | 'offline', problem: string | null = null): StatusChange => ({
      ...{ at: at(clock), state, problem },
    });
    // From 10:30 to 12:00: 45 minutes are half.
    expect(await reasonWith('half', [said('10:30', 'offline'), said('11:15', 'online')])).toEqual([['offline', null]]);
    expect(await reasonWith('less', [said('10:30', 'offline'), said('11:14', 'online')])).toEqual([['silent', null]]);
    expect(await reasonWith('last', [said('10:30', 'offline')])).toEqual([['offline', null]]);
    const named = [
      said('10:30', 'online', 'covered'),
      said('11:00', 'online', 'dark'),
      said('12:00', 'online', 'late'),
    ];
    expect(await reasonWith('named', named)).toEqual([['problem', 'dark']]);
  });

  it('of a device that was never heard since it was installed are one gap that goes on', async () => {
    const sql = await open();
    const settings = await openShop(sql, { devices: [till(installed)] }, {});
    const { devices } = await hoursOf(sql, settings);
    expect(only(devices).gaps).toMatchObject([
      { why: 'never_reported', isGoing: true, isFromBefore: true, missingMs: 2 * hour },
    ]);
  });

  it('are not judged of a queue sensor, whose coverage nobody reckons', async () => {
    const sql = await open();
    const devices = [counter('line', { ...installed, measures: ['queue'] })];
    const answer = await hoursOf(sql, await openShop(sql, { devices }, {}));
    expect(only(answer.devices)).toMatchObject({ isJudged: false, gaps: [] });
    expect(shares(answer.hours, only(answer.devices))).toEqual({});
  });

  it('of a day that the clocks go forward are 23, in order of the business date', async () => {
    const sql = await open();
    const store = { timezone: 'Europe/Berlin', dayStartsAtMinutes: 6 * 60, openingHours: null };
    const settings = await openShop(sql, { devices: [counter('door', installed)], store }, {});
    const { hours } = await hoursOf(sql, settings, { from: '2026-03-28', to: '2026-03-29' });
    expect(hours.map(({ date }) => date)).toEqual([
      ...Array.from({ length: 23 }, () => '2026-03-28'),
      ...Array.from({ length: 24 }, () => '2026-03-29'),
    ]);
  });

  it('of another’s store are not found', async () => {
    const sql = await open();
    const settings = await openShop(sql, { devices: [counter('door')] }, {});
    const asked = { settings, storeId: 'shop', from: monday, to: monday, now: evening };
    await expect(readDeviceHours(sql, viewer, asked)).rejects.toMatchObject({ code: 'not_found' });
  });
});
