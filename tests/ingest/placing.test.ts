import { expect, test } from 'vitest';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Connection, Device } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import type { MessageFate, RawMessage } from '../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';

const noon = Date.parse('2026-03-20T12:00:00Z');
const minute = 60_000;

function generic(
  id: string,
  topic: string,
  { options, ...more }: Partial<Device> & Pick<Connection, 'options'>,
): Device {
  const connection = { source: null, topics: [topic], address: null, swap: false, map: [], options };
  return makeDevice(id, 'arbat', { profile: 'generic', lines: [], connection, ...more });
}

const interval = { in: 'in', start: 'from', end: 'to', timeFormat: 'ms' };
const devices = [
  generic('cam-9', 'shop/cam', { mode: 'interval', options: interval }),
  generic('sum-9', 'shop/sum', { mode: 'cumulative', options: { in: 'in', out: 'out' } }),
  generic('old-9', 'shop/old', { mode: 'cumulative', options: { in: 'in', time: 't', timeFormat: 's' } }),
  generic('ray-9', 'shop/ray', { mode: 'event', options: { direction: 'dir', id: 'seq' } }),
];

interface Shop {
  readonly sql: Sql;
  send(device: string, body: unknown, at: number): Promise<MessageFate>;
  /** What the broker had retained when Lintel subscribed. */
  sendCopy(device: string, body: unknown, at: number): Promise<MessageFate>;
  /** People that came in, over all devices. */
  counted(): Promise<number>;
  intervals(): Promise<unknown[]>;
}

async function openShop(sql: Sql): Promise<Shop> {
  await applySettings(sql, owner, { stores: [makeStore('arbat')], devices });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => noon + 86_400_000 });
  const ingest = async (message: RawMessage): Promise<MessageFate> => {
    const [stored] = await pipeline.ingest(sql, owner, [message]);
    if (stored === undefined || hasFailed(stored)) throw new Error('It was not stored.');
    return stored;
  };
  const messageOf = (device: string, body: unknown): Pick<RawMessage, 'topic' | 'payload'> => {
    return { topic: `shop/${device}`, payload: Buffer.from(JSON.stringify(body)) };
  };
  return {
    sql,
    send: (device, body, receivedAt) => ingest({ ...messageOf(device, body), isRetained: false, receivedAt }),
    sendCopy: (device, body, receivedAt) => ingest({ ...messageOf(device, body), isRetained: true, receivedAt }),
    async counted() {
      const [row] = await sql.all<{ people: number | null }>('select sum(count_in) as people from quarter_counts');
      return Number(row?.people ?? 0);
    },
    intervals: () =>
      sql.all(
        'select start_at as "startAt", end_at as "endAt", count_in as "in" from count_intervals order by start_at',
      ),
  };
}

describeOnBothDialects('devices whose clock is not to be trusted', (open) => {
  test('a clock that was never set: people are counted when the message came, once however often it comes', async () => {
    const { send, counted, intervals } = await openShop(await open());
    const unset = Date.UTC(2000, 0, 1, 0, 27);
    const body = { from: unset, to: unset + minute, in: 4 };
    await send('cam', body, noon);
    const again = await send('cam', body, noon + 3_600_000);
    expect(again.items[0]?.fate).toBe('duplicate');
    expect(await intervals()).toEqual([{ startAt: noon - minute, endAt: noon, in: 4 }]);
    expect(await counted()).toBe(4);
  });

  test('messages that come a little early do not overlap the one before', async () => {
    const { sql, send, counted } = await openShop(await open());
    const unset = Date.UTC(2000, 0, 1);
    for (const [place, jitter] of [0, -3000, 2000, -1500].entries()) {
      const from = unset + place * minute;
      await send('cam', { from, to: from + minute, in: 2 }, noon + place * minute + jitter);
    }
    expect(await counted()).toBe(8);
    expect(await sql.all('select reason from quarantine')).toEqual([]);
  });

  test('a clock that stands still: from its second word on people are counted when the message came', async () => {
    const { sql, send, counted, intervals } = await openShop(await open());
    const frozen = { from: noon - minute, to: noon };
    await send('cam', { ...frozen, in: 1 }, noon);
    for (const people of [2, 3, 4]) await send('cam', { ...frozen, in: people }, noon + (people - 1) * minute);
    expect(await counted()).toBe(10);
    expect(await intervals()).toHaveLength(4);
    await send('cam', { ...frozen, in: 3 }, noon + 9 * minute);
    expect(await counted()).toBe(10);
    expect(await sql.all('select distinct reason from placements')).toEqual([{ reason: 'frozen' }]);
  });

  test('a bin that is told again as it grows is one bin, not a clock that stands still', async () => {
    const { send, counted, intervals } = await openShop(await open());
    const bin = { from: noon, to: noon + 15 * minute };
    for (const [place, people] of [2, 3, 7].entries()) {
      await send('cam', { ...bin, in: people }, noon + (place * 4 + 2) * minute);
    }
    await send('cam', { ...bin, in: 9 }, noon + 15 * minute + 2000);
    expect(await counted()).toBe(9);
    await send('cam', { from: noon + 15 * minute, to: noon + 16 * minute, in: 1 }, noon + 16 * minute);
    await send('cam', { from: noon + 15 * minute, to: noon + 17 * minute, in: 4 }, noon + 17 * minute);
    expect(await counted()).toBe(13);
    expect(await intervals()).toHaveLength(2);
  });

  test('history that comes late and in any order fills the past and is no clock standing still', async () => {
    const { sql, send, counted } = await openShop(await open());
    await send('cam', { from: noon, to: noon + minute, in: 5 }, noon + minute);
    await send('cam', { from: noon - 2 * minute, to: noon - minute, in: 2 }, noon + 2 * minute);
    await send('cam', { from: noon - minute, to: noon, in: 1 }, noon + 2 * minute);
    expect(await counted()).toBe(8);
    expect(await sql.all('select key from placements')).toEqual([]);
    const [state] = await sql.all<{ at: number }>(
      "select last_report_at as at from device_states where device_id = 'cam-9'",
    );
    expect(state?.at).toBe(noon + minute);
  });

  test('totals without a time that the broker delivers again are no reset of the counter', async () => {
    const { send, counted } = await openShop(await open());
    for (const [place, total] of [100, 103, 107].entries()) await send('sum', { in: total }, noon + place * minute);
    for (const [place, total] of [100, 103, 107].entries())
      await send('sum', { in: total }, noon + (5 + place) * minute);
    expect(await counted()).toBe(7);
    await send('sum', { in: 109 }, noon + 20 * minute);
    expect(await counted()).toBe(9);
  });

  test('totals of in and of out that come in one millisecond, each on a topic of its own, both count', async () => {
    const { sql, send } = await openShop(await open());
    for (const [place, total] of [100, 103, 107].entries()) {
      await send('sum', { in: total }, noon + place * minute);
      await send('sum', { out: total - 50 }, noon + place * minute);
    }
    const [row] = await sql.all('select sum(count_in) as "in", sum(count_out) as "out" from quarter_counts');
    expect(row).toEqual({ in: 7, out: 7 });
  });

  test('a retained copy without a time is old: it counts nobody and does not show that the counter lives', async () => {
    const { sql, send, sendCopy, counted } = await openShop(await open());
    await send('sum', { in: 100 }, noon);
    await send('sum', { in: 103 }, noon + minute);
    const late = noon + 180 * minute;
    const copies = [await sendCopy('sum', { in: 103 }, late), await sendCopy('ray', { dir: 'in' }, late)];
    expect(copies.map(({ items }) => items[0]?.fate)).toEqual(['duplicate', 'duplicate']);
    expect(await counted()).toBe(3);
    expect(await sql.all('select count(*) as "readings" from count_readings')).toEqual([{ readings: 2 }]);
  });

  test('a counter at rest goes on being heard, and one that restarts counts from zero', async () => {
    const { sql, send, counted } = await openShop(await open());
    for (const [place, total] of [50, 52, 52, 52].entries()) await send('sum', { in: total }, noon + place * minute);
    expect(await sql.all('select at from count_readings')).toHaveLength(4);
    await send('sum', { in: 3 }, noon + 5 * minute);
    expect(await counted()).toBe(5);
  });

  test('totals under a clock that was never set', async () => {
    const { send, counted } = await openShop(await open());
    const frozen = 946_685_671;
    for (const [place, total] of [7, 9, 12].entries())
      await send('old', { t: frozen, in: total }, noon + place * minute);
    await send('old', { t: frozen, in: 9 }, noon + 30 * minute);
    expect(await counted()).toBe(5);
  });

  test('crossings that are only numbered count once each', async () => {
    const { send, counted } = await openShop(await open());
    await send('ray', { dir: 'in', seq: '17-1' }, noon);
    await send('ray', { dir: 'in', seq: '17-2' }, noon);
    const again = await send('ray', { dir: 'in', seq: '17-1' }, noon + minute);
    expect(again.items[0]?.fate).toBe('duplicate');
    expect(await counted()).toBe(2);
  });
});
