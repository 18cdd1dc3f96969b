import { expect, test } from 'vitest';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Connection, Device } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';

const noon = Date.parse('2026-03-20T12:00:00Z');
const minuteMs = 60_000;

interface Setup {
  readonly profile: string;
  readonly mode: Device['mode'];
  readonly connection?: Partial<Connection>;
}

/** The counter over the door of a shop, reached by its own webhook. */
interface Door {
  /** Sends bodies, each so many minutes after noon. */
  send(...bodies: readonly (readonly [minutes: number, body: unknown])[]): Promise<void>;
  /** People in, out and passing by, in all. */
  counted(): Promise<readonly number[]>;
}

async function openDoor(sql: Sql, { profile, mode, connection }: Setup): Promise<Door> {
  const whole = { source: null, topics: [], address: null, swap: false, map: [], options: {}, ...connection };
  const device = makeDevice('door-1', 'arbat', { profile, mode, lines: [], connection: whole });
  await applySettings(sql, owner, { stores: [makeStore('arbat')], devices: [device] });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => noon + 2 * 86_400_000 });
  return {
    async send(...bodies) {
      for (const [minutes, body] of bodies) {
        const payload = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
        const receivedAt = noon + minutes * minuteMs;
        const message = { topic: '$hook/door-1/', payload, isRetained: false, receivedAt };
        const [stored] = await pipeline.ingest(sql, owner, [message]);
        if (stored === undefined || hasFailed(stored)) throw new Error('It was not stored.');
      }
    },
    async counted() {
      const [row] = await sql.all<{ in: unknown; out: unknown; by: unknown }>(
        'select sum(count_in) as "in", sum(count_out) as "out", sum(passers_by) as "by" from quarter_counts',
      );
      return [Number(row?.in ?? 0), Number(row?.out ?? 0), Number(row?.by ?? 0)];
    },
  };
}

function xovisMinute(minutes: number, [fw, bw]: readonly [number, number], info: object = {}): object {
  const counts = [
    { id: 1, name: 'fw', value: fw },
    { id: 2, name: 'bw', value: bw },
    { id: 3, name: 'fw-female', value: fw },
  ];
  const from = noon + minutes * minuteMs;
  const record = { from, to: from + minuteMs, samples: 1, samples_expected: 1, counts };
  const logics = [{ id: 1, name: 'Door', info: 'XLT_LINE_IN_OUT_COUNT', records: [record] }];
  return { logics_data: { package_info: { id: minutes, agent_id: 1, ...info }, logics } };
}

function xovisFrame(minutes: number, events: readonly object[]): object {
  const objects = [{ track_id: 5, type: 'PERSON' }];
  return { live_data: { frames: [{ time: noon + minutes * minuteMs, tracked_objects: objects, events }] } };
}

function xovisCounter(name: string, value: number, type = 'COUNT_INCREMENT'): object {
  return { type, attributes: { track_id: 5, logic_name: 'Door', counter_name: name, counter_value: value } };
}

describeOnBothDialects('Xovis', (open) => {
  test('history that is pushed again under other package numbers counts once', async () => {
    const door = await openDoor(await open(), { profile: 'xovis', mode: 'interval' });
    await door.send([1, xovisMinute(0, [3, 2])], [2, xovisMinute(1, [1, 0])]);
    await door.send([90, xovisMinute(0, [3, 2], { id: 9000 })], [91, xovisMinute(1, [1, 0], { id: 9001 })]);
    expect(await door.counted()).toEqual([4, 2, 0]);
  });

  test('test data counts nobody', async () => {
    const door = await openDoor(await open(), { profile: 'xovis', mode: 'interval' });
    await door.send([1, xovisMinute(0, [30, 20], { trigger: 'DUMMY_DATA' })]);
    expect(await door.counted()).toEqual([0, 0, 0]);
  });

  test('counters of both directions, each shown when it moves, are those of one line', async () => {
    const door = await openDoor(await open(), { profile: 'xovis', mode: 'cumulative' });
    await door.send([0, xovisFrame(0, [xovisCounter('fw', 100), xovisCounter('bw', 90)])]);
    await door.send([1, xovisFrame(1, [xovisCounter('fw', 101)])], [2, xovisFrame(2, [xovisCounter('bw', 91)])]);
    await door.send([3, xovisFrame(3, [xovisCounter('fw', 103)])], [3, xovisFrame(3, [xovisCounter('fw', 103)])]);
    expect(await door.counted()).toEqual([3, 1, 0]);
  });

  test('counters that were reset go on from 0', async () => {
    const door = await openDoor(await open(), { profile: 'xovis', mode: 'cumulative' });
    await door.send([0, xovisFrame(0, [xovisCounter('fw', 100), xovisCounter('bw', 90)])]);
    const reset = [xovisCounter('fw', 0, 'COUNT_RESET'), xovisCounter('bw', 0, 'COUNT_RESET')];
    await door.send([1, xovisFrame(1, reset)], [2, xovisFrame(2, [xovisCounter('fw', 2)])]);
    expect(await door.counted()).toEqual([2, 0, 0]);
  });
});

const mac = '<macAddress>44:47:cc:00:00:07</macAddress><channelID>1</channelID>';

function hikvision(inside: string, more = ''): string {
  const kind = '<eventType>PeopleCounting</eventType><eventState>active</eventState>';
  return `<EventNotificationAlert>${mac}${kind}<peopleCounting>${inside}</peopleCounting>${more}</EventNotificationAlert>`;
}

function iso(minutes: number): string {
  return new Date(noon + minutes * minuteMs).toISOString();
}

function hikvisionRange(minutes: number, counts: string, more = ''): string {
  const span = `<startTime>${iso(minutes - 15)}</startTime><endTime>${iso(minutes)}</endTime>`;
  return hikvision(`<statisticalMethods>timeRange</statisticalMethods><TimeRange>${span}</TimeRange>${counts}`, more);
}

function hikvisionNow(minutes: number, counts: string): string {
  const time = `<RealTime><time>${iso(minutes)}</time></RealTime>`;
  return hikvision(`<statisticalMethods>realTime</statisticalMethods>${time}${counts}`);
}

describeOnBothDialects('Hikvision', (open) => {
  const both = [
    [0, hikvisionNow(0, '<enter>100</enter><exit>90</exit><pass>900</pass>')],
    [15, hikvisionRange(15, '<enter>7</enter><exit>5</exit><pass>60</pass>')],
    [15, hikvisionNow(15, '<enter>108</enter><exit>96</exit><pass>961</pass>')],
  ] as const;

  test('both statistics arrive: the one that is set up counts', async () => {
    const interval = await openDoor(await open(), { profile: 'hikvision', mode: 'interval' });
    await interval.send(...both);
    expect(await interval.counted()).toEqual([7, 5, 60]);
  });

  test('both statistics arrive, and totals are what is set up', async () => {
    const cumulative = await openDoor(await open(), { profile: 'hikvision', mode: 'cumulative' });
    await cumulative.send(...both);
    expect(await cumulative.counted()).toEqual([8, 6, 61]);
  });

  test('totals of the next day begin at 0', async () => {
    const door = await openDoor(await open(), { profile: 'hikvision', mode: 'cumulative' });
    await door.send(...both, [600, hikvisionNow(600, '<enter>2</enter><exit>0</exit><pass>3</pass>')]);
    expect(await door.counted()).toEqual([10, 6, 64]);
  });

  test('an interval sent again after a break of the network counts once', async () => {
    const door = await openDoor(await open(), { profile: 'hikvision', mode: 'interval' });
    const counts = '<enter>7</enter><exit>5</exit>';
    const again = hikvisionRange(15, counts, '<isDataRetransmission>true</isDataRetransmission>');
    await door.send([15, hikvisionRange(15, counts)], [70, again], [71, again]);
    expect(await door.counted()).toEqual([7, 5, 0]);
  });
});

function axisCrossing(
  minutes: number,
  [scenario, total]: readonly [number, number],
  startTime = '2026-03-19T00:00:00Z',
): object {
  return {
    topic: `axis:CameraApplicationPlatform/ObjectAnalytics/Device1Scenario${scenario}`,
    timestamp: noon + minutes * minuteMs,
    serial: 'ACCC8E000011',
    message: { data: { startTime, reason: 'human', total: '900', totalCar: '800', totalHuman: String(total) } },
  };
}

describeOnBothDialects('Axis', (open) => {
  const map = [
    { line: 'Device1Scenario1', as: 'main' },
    { line: 'Device1Scenario2', as: 'main', channels: { human: 'out' } },
  ] as const;

  test('two scenarios of one camera are the two directions of a door; cars are no people', async () => {
    const door = await openDoor(await open(), { profile: 'axis', mode: 'cumulative', connection: { map } });
    await door.send([0, axisCrossing(0, [1, 100])], [1, axisCrossing(1, [2, 50])]);
    await door.send([2, axisCrossing(2, [1, 101])], [3, axisCrossing(3, [2, 51])], [4, axisCrossing(4, [1, 102])]);
    await door.send([4, axisCrossing(4, [1, 102])]);
    expect(await door.counted()).toEqual([2, 1, 0]);
  });

  test('a reset is seen by its startTime, though the total is greater than before', async () => {
    const door = await openDoor(await open(), { profile: 'axis', mode: 'cumulative' });
    await door.send([0, axisCrossing(0, [1, 2])], [1, axisCrossing(1, [1, 3])]);
    await door.send([5, axisCrossing(5, [1, 4], iso(2))], [6, axisCrossing(6, [1, 5], iso(2))]);
    expect(await door.counted()).toEqual([6, 0, 0]);
  });
});

function irisysLog(minutes: number, [came, left]: readonly [number, number]): object {
  const counts = [
    { Name: 'Line 1', RegisterId: 0, Value: came, Tags: ['direction=IN'] },
    { Name: 'Line 2', RegisterId: 1, Value: left, Tags: ['direction=OUT'] },
    { Name: 'Zone 1', RegisterId: 2, Value: 4 },
  ];
  return { Counts: counts, LogEntryId: 1000 + minutes, Timestamp: iso(minutes) };
}

function irisysPost(...logs: readonly object[]): object {
  return { CountLogs: logs, FriendlyDeviceSerial: 'V4D-26000011' };
}

describeOnBothDialects('Irisys', (open) => {
  test('count logs of an outage fill it in, and again make no difference', async () => {
    const door = await openDoor(await open(), { profile: 'irisys', mode: 'cumulative' });
    const late = irisysPost(irisysLog(1, [12, 10]), irisysLog(2, [13, 11]), irisysLog(3, [15, 11]));
    await door.send([0, irisysPost(irisysLog(0, [10, 10]))], [4, irisysPost(irisysLog(4, [16, 12]))]);
    await door.send([5, late], [6, late]);
    expect(await door.counted()).toEqual([6, 2, 0]);
  });

  test('two who come in within a second are two, and a message that comes again counts once', async () => {
    const map = [{ line: 'main', channels: { FrontIn: 'in', FrontOut: 'out' } }] as const;
    const door = await openDoor(await open(), { profile: 'irisys', mode: 'event', connection: { map } });
    const change = { register: 'FrontIn', value: 1, t: '2026-03-20T12:00:00+0000' };
    const message = [change, change, { ...change, register: 'FrontOut' }, { ...change, register: 'Zone 1' }];
    await door.send([0, message], [1, []], [2, message]);
    expect(await door.counted()).toEqual([2, 1, 0]);
  });
});
