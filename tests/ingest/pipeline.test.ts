import { expect, test } from 'vitest';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import { applySettings } from '../../db/writes/settings.ts';
import type { MessageFate } from '../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { makeDevice, manager, owner, viewer } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, type House, message, openHouse } from './house.ts';

const at = (time: string): string => `2026-03-20T${time}:00Z`;
const interval = (span: string, people: number, more: object = {}): object => {
  const [from = '', to = ''] = span.split('-');
  return { start: at(from), end: at(to), in: people, ...more };
};
const counts = (...items: object[]) => message('counts', items.length === 1 ? items[0] : items);
const receipt = (id: string, more: object = {}) =>
  message('sales', { id, at: at('09:00'), type: 'sale', total: '10', ...more });

const fatesOf = (fates: readonly MessageFate[]): string[] =>
  fates.flatMap(({ items }) => items.map((item) => item.reason ?? item.fate));

async function entriesOf({ sql }: House): Promise<number> {
  const [row] = await sql.all<{ n: number | null }>('select sum(count_in) as n from quarter_counts');
  return row?.n ?? 0;
}

async function quarantineOf({ sql }: House): Promise<{ reason: string; body: string; count: number }[]> {
  return sql.all('select reason, body, count from quarantine order by reason, body');
}

async function salesOf({ sql }: House): Promise<unknown> {
  const [row] = await sql.all(
    'select sum(purchases) as purchases, sum(gross_minor) as gross, sum(returns_minor) as returns from quarter_sales',
  );
  return row;
}

describeOnBothDialects('the pipeline', (open) => {
  const house = async (): Promise<House> => openHouse(await open());

  test('a message that comes twice counts once, within a batch and across batches', async () => {
    const lintel = await house();
    expect(fatesOf(await lintel.send(counts(interval('09:00-09:15', 5)), counts(interval('09:00-09:15', 5))))).toEqual([
      'accepted',
      'duplicate',
    ]);
    expect(fatesOf(await lintel.send(counts(interval('09:00-09:15', 5))))).toEqual(['duplicate']);
    expect(await entriesOf(lintel)).toBe(5);
  });

  test('a correction replaces the whole message; what it replaced never comes back', async () => {
    const lintel = await house();
    await lintel.send(counts(interval('09:00-09:15', 5, { out: 2 })));
    expect(fatesOf(await lintel.send(counts(interval('09:00-09:15', 7))))).toEqual(['corrected']);
    expect(fatesOf(await lintel.send(counts(interval('09:00-09:15', 5, { out: 2 }))))).toEqual(['duplicate']);
    const rows = await lintel.sql.all('select count_in, count_out from quarter_counts');
    expect(rows).toEqual([{ count_in: 7, count_out: null }]);
  });

  test('the latest updatedAt stands, and one with it beats one without', async () => {
    const lintel = await house();
    await lintel.send(counts(interval('09:00-09:15', 5, { updatedAt: at('10:00') })));
    await lintel.send(counts(interval('09:00-09:15', 9)));
    await lintel.send(counts(interval('09:00-09:15', 8, { updatedAt: at('09:59') })));
    expect(await entriesOf(lintel)).toBe(5);
    await lintel.send(counts(interval('09:00-09:15', 6, { updatedAt: at('10:01') })));
    expect(await entriesOf(lintel)).toBe(6);
  });

  test('an interval that overlaps an earlier one counts nowhere, and counts again when that one is corrected', async () => {
    const lintel = await house();
    const late = interval('09:10-09:20', 3);
    await lintel.send(counts(late));
    expect(await entriesOf(lintel)).toBe(3);
    expect(fatesOf(await lintel.send(counts(interval('09:00-09:15', 5))))).toEqual(['accepted']);
    expect(await entriesOf(lintel)).toBe(5);
    expect((await quarantineOf(lintel)).map(({ reason, body }) => [reason, JSON.parse(body)])).toEqual([
      ['overlap', late],
    ]);
    expect(fatesOf(await lintel.send(counts(late)))).toEqual(['overlap']);
    await lintel.send(counts(interval('09:00-09:10', 4)));
    expect(await entriesOf(lintel)).toBe(7);
    expect(await quarantineOf(lintel)).toEqual([]);
  });

  test('overlap is judged among all items of a message, and told of each', async () => {
    const lintel = await house();
    const fates = await lintel.send(
      counts(interval('09:10-09:20', 3), interval('09:00-09:15', 5), interval('09:20-09:30', 1)),
    );
    expect(fatesOf(fates)).toEqual(['overlap', 'accepted', 'accepted']);
    expect(await entriesOf(lintel)).toBe(6);
  });

  test.each([['before'], ['after']])('a void takes its receipt out when it comes %s it', async (order) => {
    const lintel = await house();
    const taking = receipt('v1', { type: 'void', total: undefined, original: 'r1' });
    const both = order === 'before' ? [taking, receipt('r1')] : [receipt('r1'), taking];
    for (const one of [...both, receipt('r2')]) await lintel.send(one);
    expect(await salesOf(lintel)).toMatchObject({ purchases: 1, gross: 1000 });
  });

  test('a void of a void, one without original and one in training do nothing', async () => {
    const lintel = await house();
    await lintel.send(
      receipt('r1'),
      receipt('v1', { type: 'void', original: 'v0' }),
      receipt('v2', { type: 'void' }),
      receipt('v3', { type: 'void', original: 'r1', training: true }),
      receipt('v4', { type: 'void', original: 'r1', source: 'elsewhere' }),
    );
    expect(await salesOf(lintel)).toMatchObject({ purchases: 1, gross: 1000 });
  });

  test('a void that is corrected into a sale gives its receipt back', async () => {
    const lintel = await house();
    await lintel.send(receipt('r1'), receipt('v1', { type: 'void', original: 'r1', updatedAt: at('10:00') }));
    expect(await salesOf(lintel)).toMatchObject({ purchases: 0 });
    await lintel.send(receipt('v1', { total: '3', updatedAt: at('11:00') }));
    expect(await salesOf(lintel)).toMatchObject({ purchases: 2, gross: 1300 });
  });

  test('a receipt that is corrected leaves the quarter it was in', async () => {
    const lintel = await house();
    await lintel.send(receipt('r1'));
    await lintel.send(receipt('r1', { at: at('10:00'), type: 'return', total: '4' }));
    const rows = await lintel.sql.all('select bucket, purchases, returns_minor from quarter_sales');
    expect(rows).toEqual([{ bucket: Date.parse(at('10:00')), purchases: 0, returns_minor: 400 }]);
  });

  test('equal bad items of a device are one row with a count', async () => {
    const lintel = await house();
    const bad = { ...interval('09:00-09:15', -1), line: 'main' };
    await lintel.send(counts(bad), counts({ line: 'main', ...interval('09:00-09:15', -1) }));
    await lintel.send(counts(bad));
    expect(await quarantineOf(lintel)).toMatchObject([{ reason: 'schema', count: 3 }]);
  });

  test('a device has at most 1,000 rows in quarantine; how many were let go is known', async () => {
    const lintel = await house();
    const bad = Array.from({ length: 1000 }, (_, i) => ({ ...interval('09:00-09:15', 1), in: `x${i}` }));
    await lintel.send(counts(...bad));
    await lintel.send(counts({ in: 'one more' }), counts({ in: 'and another' }));
    expect(await quarantineOf(lintel)).toHaveLength(1000);
    expect(await lintel.sql.all('select topic, count from quarantine_let_go')).toEqual([
      { topic: 'lintel/v1/arbat/cam-1/counts', count: 2 },
    ]);
  });

  test('a device that is set up later gets what it sent before, with the time it was sent', async () => {
    const lintel = await house();
    const to = 'arbat/new-cam';
    const before = { to, receivedAt: clock - 3_600_000 };
    await lintel.send(
      message('counts', [interval('09:00-09:15', 5), { in: 'bad' }], before),
      message('status', Buffer.from('online'), before),
    );
    expect((await quarantineOf(lintel)).map(({ reason }) => reason)).toEqual(['unknown_device', 'unknown_device']);
    expect(await lintel.retryAdopted()).toEqual({ retried: 0, accepted: 0, refused: 0 });
    await applySettings(lintel.sql, owner, { devices: [makeDevice('new-cam', 'arbat')] });
    expect(await lintel.retryAdopted()).toEqual({ retried: 2, accepted: 2, refused: 0 });
    expect(await entriesOf(lintel)).toBe(5);
    expect((await quarantineOf(lintel)).map(({ reason }) => reason)).toEqual(['schema']);
    expect(await lintel.sql.all('select at, state from statuses')).toEqual([
      { at: before.receivedAt, state: 'online' },
    ]);
  });

  test('what is tried again and still refused stays as it was', async () => {
    const lintel = await house();
    await lintel.send(counts({ in: 'bad' }), message('counts', Buffer.from('{')), receipt('r1', { currency: 'EUR' }));
    expect(await lintel.retry()).toEqual({ retried: 3, accepted: 0, refused: 3 });
    expect((await quarantineOf(lintel)).map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(await lintel.retry({ reason: 'schema' })).toMatchObject({ retried: 1 });
    expect(await lintel.retry({ store: 'paris' })).toMatchObject({ retried: 0 });
  });

  test('a late retry does not undo what came after it was received', async () => {
    const lintel = await house();
    const early = message('counts', interval('09:00-09:15', 5), { to: 'arbat/new-cam', receivedAt: clock - 1000 });
    await lintel.send(early);
    await applySettings(lintel.sql, owner, { devices: [makeDevice('new-cam', 'arbat')] });
    await lintel.send(message('counts', interval('09:00-09:15', 8), { to: 'arbat/new-cam' }));
    await lintel.retryAdopted();
    expect(await entriesOf(lintel)).toBe(8);
  });

  test('a time that was ahead is accepted when it has come', async () => {
    let now = clock;
    const lintel = await openHouse(await open(), () => now);
    await lintel.send(counts(interval('12:00-12:15', 5)));
    expect((await quarantineOf(lintel)).map(({ reason }) => reason)).toEqual(['future']);
    now += 3_600_000;
    expect(await lintel.retry({ reason: 'future' })).toEqual({ retried: 1, accepted: 1, refused: 0 });
    expect(await quarantineOf(lintel)).toEqual([]);
  });

  test('a manager tries their own store again, a viewer nothing', async () => {
    const lintel = await house();
    await lintel.send(counts({ in: 'bad' }), message('counts', {}, { to: 'nowhere/cam' }));
    const { retryQuarantine } = await import('../../ingest/pipeline/retry.ts');
    const parts = { pipeline: lintel.pipeline, settingsOf: makeSettingsCache(), filter: {} };
    expect(await retryQuarantine(lintel.sql, manager, parts)).toMatchObject({ retried: 1 });
    expect(await retryQuarantine(lintel.sql, owner, parts)).toMatchObject({ retried: 2 });
    await expect(retryQuarantine(lintel.sql, viewer, parts)).rejects.toThrow(/owners/);
  });

  test('counts during a problem are kept, but are not covered time; the next status ends it', async () => {
    const lintel = await house();
    await lintel.send(counts(interval('09:00-09:15', 5), interval('09:15-09:30', 5), interval('09:30-09:45', 5)));
    const status = (time: string, more: object): ReturnType<typeof message> =>
      message('status', { state: 'online', at: at(time), ...more }, { to: 'arbat/cam-1' });
    await lintel.send(status('09:15', { problem: 'covered' }));
    const covered = () => lintel.sql.all('select count_in, in_ms from quarter_counts order by bucket');
    expect(await covered()).toEqual([
      { count_in: 5, in_ms: 900_000 },
      { count_in: 5, in_ms: 0 },
      { count_in: 5, in_ms: 0 },
    ]);
    await lintel.send(status('09:30', {}));
    expect(await covered()).toMatchObject([{ in_ms: 900_000 }, { in_ms: 0 }, { in_ms: 900_000 }]);
  });

  test('a retained copy sets the present state only; a repeat of a plain status is none', async () => {
    const lintel = await house();
    const plain = (word: string, more: object = {}) =>
      message('status', Buffer.from(word), { to: 'arbat/cam-1', ...more });
    await lintel.send(plain('offline', { isRetained: true }));
    const state = () => lintel.sql.all("select state from device_states where device_id = 'cam-1'");
    expect(await state()).toEqual([{ state: 'offline' }]);
    expect(await lintel.sql.all('select * from statuses')).toEqual([]);
    const fates = await lintel.send(
      plain('online', { receivedAt: clock + 1 }),
      plain('online', { receivedAt: clock + 900 }),
      plain('offline', { receivedAt: clock + 1000 }),
      plain('online', { receivedAt: clock + 1001 }),
    );
    expect(fatesOf(fates)).toEqual(['accepted', 'duplicate', 'accepted', 'accepted']);
    expect(await state()).toEqual([{ state: 'online' }]);
  });

  test('one message that cannot be stored does not hold up the others', async () => {
    const sql = await open();
    await openHouse(sql);
    // A receipt with this till cannot be written: what a fault nobody thought of would look like.
    const faulty: typeof sql = {
      ...sql,
      transaction: (work) =>
        sql.transaction((transaction) =>
          work({
            ...transaction,
            async upsertMany(upsert, rows) {
              if (upsert.table === 'sales' && rows.some((row) => row.includes('cursed'))) throw new Error('a fault');
              await transaction.upsertMany(upsert, rows);
            },
          }),
        ),
    };
    const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => clock });
    const messages = Array.from({ length: 20 }, (_, i) => receipt(`r${i}`, i === 13 ? { till: 'cursed' } : {}));
    const stored = await pipeline.ingest(faulty, owner, messages);
    expect(stored.filter(hasFailed)).toEqual([]);
    expect(stored.map((one) => 'fault' in one)).toEqual(messages.map((_, i) => i === 13));
    expect(await sql.all('select count(*) as n from sales')).toEqual([{ n: 19 }]);
    expect(await sql.all<{ body: string }>('select body from quarantine')).toMatchObject([
      { body: expect.stringContaining('r13') },
    ]);
  });

  test('what another connection has written is not overlooked', async () => {
    const sql = await open();
    const lintel = await openHouse(sql);
    await lintel.send(counts(interval('08:00-08:15', 1)));
    const { openSql } = await import('../../db/sql/open.ts');
    const other = openSql(sql.place);
    const beside = makePipeline({ settingsOf: makeSettingsCache(), now: () => clock });
    await beside.ingest(other, owner, [counts(interval('09:00-09:15', 5))]);
    await other.close();
    expect(fatesOf(await lintel.send(counts(interval('09:00-09:15', 5))))).toEqual(['duplicate']);
    expect(fatesOf(await lintel.send(counts(interval('09:10-09:20', 5))))).toEqual(['overlap']);
    expect(await entriesOf(lintel)).toBe(6);
  });
});
