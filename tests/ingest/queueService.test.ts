import { expect, test } from 'vitest';
import { applySettings } from '../../db/writes/settings.ts';
import type { MessageFate, RawMessage } from '../../ingest/pipeline/message.ts';
import { makeDevice, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, message, openHouse } from './house.ts';

const day = '2026-03-19';
const time = (clockTime: string): string => `${day}T${clockTime}:00Z`;
const ms = (clockTime: string): number => Date.parse(time(clockTime));
const queue = (body: object, receivedAt = clock): RawMessage => message('queue', body, { receivedAt });
const service = (body: object, receivedAt = clock): RawMessage => message('service', body, { receivedAt });
const fatesOf = (fates: readonly MessageFate[]): string[] =>
  fates.flatMap(({ items }) => items.map((item) => item.reason ?? item.fate));

describeOnBothDialects('queue and service', (open) => {
  test('every kind of item is stored once', async () => {
    const { sql, send } = await openHouse(await open());
    const messages = [
      queue({ at: time('10:00'), queue: 'tills', length: 3, open: 2 }),
      queue({ id: 'v1', queue: 'tills', joinedAt: time('10:00'), calledAt: time('10:02') }),
      queue({ start: time('09:00'), end: time('10:00'), queue: 'tills', served: 9, waitBins: [[0, 60, 9]] }),
      service({ id: 'x', at: time('10:00'), process: 'hotline', criterion: 'answer-seconds', value: 12.5 }),
      service({ id: 'x', at: time('10:00'), survey: 'nps', score: 9, comment: 'fine' }),
      service({ id: 'x', openedAt: time('10:00'), level: 1, category: 'delivery' }),
      service({ id: 'x', at: time('10:00'), standard: 'shop', items: [{ item: 'greeted', passed: true }] }),
    ];
    expect(fatesOf(await send(...messages))).toEqual(messages.map(() => 'accepted'));
    expect(fatesOf(await send(...messages))).toEqual(messages.map(() => 'duplicate'));
    for (const table of ['queue_samples', 'queue_visits', 'queue_statistics', 'observations', 'survey_answers']) {
      expect(await sql.all(`select count(*) as n from ${table}`)).toEqual([{ n: 1 }]);
    }
    expect(await sql.all('select value, device_id from observations')).toEqual([{ value: 12.5, device_id: 'cam-1' }]);
    expect(await sql.all('select level, levels, category from service_requests')).toEqual([
      { level: 1, levels: 1, category: 'delivery' },
    ]);
    expect(await sql.all('select items from standards_checks')).toEqual([
      { items: '[{"item":"greeted","passed":true}]' },
    ]);
  });

  test('a visit is put together of what its messages say', async () => {
    const { sql, send } = await openHouse(await open());
    const visit = { id: 'v1', queue: 'tills', joinedAt: time('10:00') };
    expect(fatesOf(await send(queue(visit)))).toEqual(['accepted']);
    expect(fatesOf(await send(queue({ ...visit, calledAt: time('10:02') })))).toEqual(['accepted']);
    expect(fatesOf(await send(queue({ ...visit, leftAt: time('10:05') })))).toEqual(['accepted']);
    expect(fatesOf(await send(queue({ ...visit, calledAt: time('10:03') }, clock + 1)))).toEqual(['corrected']);
    expect(fatesOf(await send(queue({ ...visit, calledAt: time('10:02') }, clock + 2)))).toEqual(['duplicate']);
    expect(fatesOf(await send(queue(visit, clock + 3)))).toEqual(['duplicate']);
    expect(await sql.all('select queue, joined_at, called_at, left_at, outcome from queue_visits')).toEqual([
      { queue: 'tills', joined_at: ms('10:00'), called_at: ms('10:03'), left_at: ms('10:05'), outcome: null },
    ]);
  });

  test('of two values of a field the one with the later updatedAt stands, whatever else its message says', async () => {
    const { sql, send } = await openHouse(await open());
    const visit = { id: 'v1', queue: 'tills', joinedAt: time('10:00') };
    await send(queue({ ...visit, calledAt: time('10:04'), updatedAt: time('11:00') }));
    await send(
      queue({ ...visit, queue: 'desk', calledAt: time('10:02'), leftAt: time('10:06'), updatedAt: time('10:30') }),
    );
    expect(await sql.all('select queue, called_at, left_at from queue_visits')).toEqual([
      { queue: 'tills', called_at: ms('10:04'), left_at: ms('10:06') },
    ]);
  });

  test('a request remembers every level that it was at', async () => {
    const { sql, send } = await openHouse(await open());
    const request = { id: 'r1', openedAt: time('10:00') };
    await send(service({ ...request, level: 1 }));
    await send(service({ ...request, level: 3 }, clock + 1));
    await send(service({ ...request, resolvedAt: time('12:00') }, clock + 2));
    expect(await sql.all('select level, levels, resolved_at, answered_at from service_requests')).toEqual([
      { level: 3, levels: 5, resolved_at: ms('12:00'), answered_at: null },
    ]);
  });

  test('finished dates whose facts changed are not to be trusted, old and new', async () => {
    const { sql, send } = await openHouse(await open());
    const answer = { id: 's1', survey: 'nps', score: 9 };
    await send(service({ ...answer, at: '2026-03-18T10:00:00Z' }));
    await sql.run('delete from stale_days');
    await send(service({ ...answer, at: '2026-03-17T10:00:00Z', updatedAt: time('12:00') }));
    expect(await sql.all('select store_id, date from stale_days order by date')).toEqual([
      { store_id: 'arbat', date: '2026-03-17' },
      { store_id: 'arbat', date: '2026-03-18' },
    ]);
  });

  test('a counter is not heard by what it says of a queue', async () => {
    const { sql, send } = await openHouse(await open());
    await send(queue({ at: time('10:00'), queue: 'tills', length: 3 }));
    expect(await sql.all('select last_report_at from device_states')).toEqual([{ last_report_at: null }]);
  });

  test('what a device sent before it was set up is accepted when it is tried again', async () => {
    const { sql, send, retry } = await openHouse(await open());
    await send(message('queue', { at: time('10:00'), queue: 'tills', length: 3 }, { to: 'arbat/eye-1' }));
    expect(await sql.all('select reason, body from quarantine')).toEqual([
      { reason: 'unknown_device', body: `{"at":"${time('10:00')}","length":3,"queue":"tills"}` },
    ]);
    expect(await retry()).toEqual({ retried: 1, accepted: 0, refused: 1 });
    await applySettings(sql, owner, {
      devices: [makeDevice('eye-1', 'arbat', { mode: 'event', measures: ['queue'] })],
    });
    expect(await retry()).toEqual({ retried: 1, accepted: 1, refused: 0 });
    expect(await sql.all('select length from queue_samples')).toEqual([{ length: 3 }]);
    const heard = 'select last_report_at from device_states where device_id = ?';
    expect(await sql.all(heard, ['eye-1'])).toEqual([{ last_report_at: ms('10:00') }]);
  });

  test('a value that was replaced never comes back by a repeat', async () => {
    const { sql, send } = await openHouse(await open());
    await send(queue({ id: 'v1', queue: 'tills', joinedAt: time('10:00'), outcome: 'abandoned' }));
    await send(queue({ id: 'v1', queue: 'tills', joinedAt: time('10:00'), outcome: 'served' }, clock + 1));
    await send(queue({ id: 'v1', queue: 'tills', joinedAt: time('10:00'), outcome: 'abandoned' }, clock + 2));
    expect(await sql.all('select outcome from queue_visits')).toEqual([{ outcome: 'served' }]);
  });
});
