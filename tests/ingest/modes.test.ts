import { expect, test } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import { keepRefused } from '../../db/writes/refusals.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, message, openHouse } from './house.ts';

const day = '2026-03-19';

/** A reading of the cumulative counter `sum-1`. */
function reading(time: string, totals: Record<string, number>, more: Record<string, unknown> = {}): RawMessage {
  const at = time.includes('T') ? time : `${day}T${time}:00Z`;
  return message('counts', { at, ...totals, ...more }, { to: 'arbat/sum-1' });
}

/** Events of the counter `ray-1`, in one message. */
function passages(...events: (Record<string, unknown> & { time: string })[]): RawMessage {
  const items = events.map(({ time, ...rest }) => ({ at: `${day}T${time}Z`, direction: 'in', ...rest }));
  return message('counts', items, { to: 'arbat/ray-1' });
}

/** People that came in, by the time at which their quarter of an hour begins. */
async function came(sql: Sql, deviceId = 'sum-1'): Promise<Record<string, number | null>> {
  const rows = await sql.all<{ bucket: number; count_in: number | null }>(
    'select bucket, count_in from quarter_counts where device_id = ? order by bucket',
    [deviceId],
  );
  return Object.fromEntries(rows.map((row) => [new Date(row.bucket).toISOString().slice(11, 16), row.count_in]));
}

async function setAside(sql: Sql): Promise<unknown[]> {
  return sql.all('select count_in as "in", why from set_aside order by end_at');
}

async function expectRebuilt(sql: Sql): Promise<void> {
  const settings = await loadSettings(sql, owner);
  expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
}

const fates = (answers: { items: readonly { fate: string }[] }[]): string[] =>
  answers.flatMap(({ items }) => items.map(({ fate }) => fate));

describeOnBothDialects('cumulative counters', (open) => {
  test('the first reading is a base line; later ones add what came since, spread over the time between', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('10:00', { totalIn: 500 }), reading('10:30', { totalIn: 511 }));
    await send(reading('10:40', { totalIn: 512 }));
    expect(await came(sql)).toEqual({ '10:00': 6, '10:15': 5, '10:30': 1 });
    await expectRebuilt(sql);
  });

  test('a counter that restarts counts from zero, not backwards, in all its totals', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('10:00', { totalIn: 500, totalOut: 3 }), reading('10:10', { totalIn: 8, totalOut: 5 }));
    const [row] = await sql.all('select count_in as "in", count_out as "out" from quarter_counts');
    expect(row).toEqual({ in: 8, out: 5 });
  });

  test('a counter of 16 bits that passes its end goes on', async () => {
    const { sql, send } = await openHouse(await open());
    const at = (time: string, totalIn: number): RawMessage =>
      message('counts', { at: `${day}T${time}:00Z`, totalIn }, { to: 'arbat/sum-2' });
    await send(at('10:00', 65_530), at('10:10', 4));
    expect(await came(sql, 'sum-2')).toEqual({ '10:00': 10 });
  });

  test('a late reading splits the difference that was placed', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('10:00', { totalIn: 0 }), reading('11:00', { totalIn: 40 }));
    expect(await came(sql)).toEqual({ '10:00': 10, '10:15': 10, '10:30': 10, '10:45': 10 });
    expect(fates(await send(reading('10:15', { totalIn: 1 })))).toEqual(['accepted']);
    expect(await came(sql)).toEqual({ '10:00': 1, '10:15': 13, '10:30': 13, '10:45': 13 });
    await expectRebuilt(sql);
  });

  test('a correction replaces the reading, and the differences on both its sides', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('10:00', { totalIn: 0 }), reading('10:15', { totalIn: 90 }), reading('10:30', { totalIn: 20 }));
    expect(await came(sql)).toEqual({ '10:00': 90, '10:15': 20 });
    expect(fates(await send(reading('10:15', { totalIn: 9 })))).toEqual(['corrected']);
    expect(await came(sql)).toEqual({ '10:00': 9, '10:15': 11 });
    expect(fates(await send(reading('10:15', { totalIn: 90 })))).toEqual(['duplicate']);
    expect(await came(sql)).toEqual({ '10:00': 9, '10:15': 11 });
    const [state] = await sql.all("select corrections from device_states where device_id = 'sum-1'");
    expect(state).toEqual({ corrections: 1 });
    await expectRebuilt(sql);
  });

  test('what came in more than a day is kept apart until a reading between says when', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('2026-03-17T10:00:00Z', { totalIn: 100 }));
    await send(reading('10:00', { totalIn: 700 }));
    expect(await setAside(sql)).toEqual([{ in: 600, why: 'unplaced' }]);
    expect(await came(sql)).toEqual({});
    await send(reading('09:45', { totalIn: 690 }));
    expect(await setAside(sql)).toEqual([{ in: 590, why: 'unplaced' }]);
    expect(await came(sql)).toEqual({ '09:45': 10 });
    await expectRebuilt(sql);
  });

  test('a leap is held: in no bucket, though its time was observed', async () => {
    const { sql, send } = await openHouse(await open());
    await send(
      reading('10:00', { totalIn: 0 }),
      reading('10:10', { totalIn: 601 }),
      reading('10:15', { totalIn: 602 }),
    );
    expect(await setAside(sql)).toEqual([{ in: 601, why: 'held' }]);
    const rows = await sql.all('select count_in as "in", in_ms as "ms" from quarter_counts');
    expect(rows).toEqual([{ in: 1, ms: 900_000 }]);
    await expectRebuilt(sql);
  });

  test('the latest reading and what it is about are known, in whatever order readings came', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('10:00', { totalIn: 0 }), reading('10:30', { totalIn: 5 }));
    await send(reading('10:20', { totalIn: 3 }));
    const [state] = await sql.all(
      `select first_report_at as "first", last_report_at as "last", latest_interval_ms as "ms" from device_states
      where device_id = 'sum-1'`,
    );
    const at = (time: string): number => Date.parse(`${day}T${time}:00Z`);
    expect(state).toEqual({ first: at('10:00'), last: at('10:30'), ms: 600_000 });
  });

  test('a span that was taken out leaves what comes late into it out', async () => {
    const { sql, send } = await openHouse(await open());
    await send(reading('10:00', { totalIn: 0 }));
    await sql.run(
      `insert into take_outs (id, store_id, device_id, from_at, to_at, reason, made_by, made_at)
      values ('t', 'arbat', 'sum-1', ?, ?, 'test', 'user:1', 0)`,
      [Date.parse(`${day}T10:00:00Z`), Date.parse(`${day}T10:15:00Z`)],
    );
    await send(reading('10:10', { totalIn: 50 }), reading('10:20', { totalIn: 60 }));
    expect(await came(sql)).toEqual({ '10:15': 5 });
    await expectRebuilt(sql);
  });
});

describeOnBothDialects('event counters', (open) => {
  test('each event counts in its quarter of an hour; without a count it is one person', async () => {
    const { sql, send } = await openHouse(await open());
    await send(passages({ time: '10:01:00' }, { time: '10:02:00', count: 3 }, { time: '10:16:00', direction: 'out' }));
    const rows = await sql.all(
      'select count_in as "in", count_out as "out", messages, in_ms as "ms" from quarter_counts order by bucket',
    );
    expect(rows).toEqual([
      { in: 4, out: 0, messages: 2, ms: 0 },
      { in: 0, out: 1, messages: 1, ms: 0 },
    ]);
    await expectRebuilt(sql);
  });

  test('equal events of one message are as many people; the same message again is nobody', async () => {
    const { sql, send } = await openHouse(await open());
    const group = passages({ time: '10:01:00' }, { time: '10:01:00' }, { time: '10:01:00', id: 'a' });
    expect(fates(await send(group))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(fates(await send(group, group))).toEqual(Array(6).fill('duplicate'));
    expect(await came(sql, 'ray-1')).toEqual({ '10:00': 3 });
    await expectRebuilt(sql);
  });

  test('a correction of an event replaces its count, and a late event is added', async () => {
    const { sql, send } = await openHouse(await open());
    await send(passages({ time: '10:05:00', id: 'a', count: 2 }));
    expect(fates(await send(passages({ time: '10:05:00', id: 'a', count: 5 }, { time: '10:01:00' })))).toEqual([
      'corrected',
      'accepted',
    ]);
    expect(await came(sql, 'ray-1')).toEqual({ '10:00': 6 });
    await expectRebuilt(sql);
  });

  test('readings, events, intervals and what is wrong in one array each go their way', async () => {
    const { sql, send } = await openHouse(await open());
    const at = `${day}T10:00:00Z`;
    const items = [
      { at, totalIn: 5 },
      { at, direction: 'in', line: 'b' },
      { start: at, end: `${day}T10:05:00Z`, in: 2 },
      { at, direction: 'up' },
      { at, totalIn: -1 },
      { at: '2026-03-20T12:06:00Z', totalIn: 9 },
    ];
    expect(fates(await send(message('counts', items)))).toEqual([
      ...Array(3).fill('accepted'),
      ...Array(3).fill('quarantined'),
    ]);
    expect(await came(sql, 'cam-1')).toEqual({ '10:00': 3 });
    const reasons = await sql.all('select reason from quarantine order by reason');
    expect(reasons).toEqual([{ reason: 'future' }, { reason: 'schema' }, { reason: 'schema' }]);
    await expectRebuilt(sql);
  });

  test('what an older version refused is counted when it is tried again', async () => {
    const { sql, retry } = await openHouse(await open());
    const body = JSON.stringify({ at: `${day}T10:00:00Z`, direction: 'in' });
    const old = { topic: 'lintel/v1/arbat/ray-1/counts', storeId: 'arbat', deviceId: 'ray-1', kind: 'counts', body };
    await keepRefused(sql, [
      { ...old, receivedAt: clock, reason: 'schema', detail: 'not read yet', digest: 'x', length: null, count: 1 },
    ]);
    expect(await retry()).toEqual({ retried: 1, accepted: 1, refused: 0 });
    expect(await came(sql, 'ray-1')).toEqual({ '10:00': 1 });
  });
});
