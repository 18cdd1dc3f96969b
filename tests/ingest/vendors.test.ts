import { expect, test } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Connection, Device, Source } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { startWatch } from '../../db/writes/watches.ts';
import type { MessageFate } from '../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { retryAdopted } from '../../ingest/pipeline/retry.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';

const noon = Date.parse('2026-03-20T12:00:00Z');

const options = { address: '$.sn', items: 'doors[*]', line: 'door', in: 'in', out: 'out', start: 'from', end: 'to' };

function camera(id: string, connection: Partial<Connection>, more: Partial<Device> = {}): Device {
  const whole = { source: null, topics: [], address: null, swap: false, map: [], options, ...connection };
  return makeDevice(id, 'arbat', {
    profile: 'generic',
    mode: 'interval',
    lines: [],
    entranceId: 'front',
    connection: whole,
    ...more,
  });
}

const broker: Source & { password: string | null; url: string } = {
  id: 'site',
  profile: 'generic',
  url: 'mqtt://broker.example',
  username: null,
  password: null,
  topics: ['cams/#'],
  options: {},
};

/** A message of a camera with a serial number: by door, people in and out of one minute. */
function said(sn: string, doors: Readonly<Record<string, readonly [number, number]>>, at = noon): unknown {
  const span = { from: new Date(at - 60_000).toISOString(), to: new Date(at).toISOString() };
  return {
    sn,
    host: { ip: '192.168.7.20', password: 'hunter22' },
    doors: Object.entries(doors).map(([door, [came, left]]) => ({ door, in: came, out: left, ...span })),
  };
}

interface Shop {
  send(topic: string, body: unknown): Promise<MessageFate>;
  adopt(...devices: Device[]): Promise<void>;
  counted(): Promise<unknown[]>;
}

async function openShop(sql: Sql, devices: readonly Device[]): Promise<Shop> {
  const entrances = ['front', 'back'].map((id) => ({ id, name: id, kind: 'street', countAs: 'in' as const }));
  await applySettings(sql, owner, { stores: [makeStore('arbat', { entrances })], devices, sources: [broker] });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => noon + 60_000 });
  return {
    async send(topic, body) {
      const message = { topic, payload: Buffer.from(JSON.stringify(body)), isRetained: false, receivedAt: noon };
      const [stored] = await pipeline.ingest(sql, owner, [message]);
      if (stored === undefined || hasFailed(stored)) throw new Error('It was not stored.');
      return stored;
    },
    async adopt(...more) {
      await applySettings(sql, owner, { devices: more });
      await retryAdopted(sql, owner, pipeline);
    },
    counted: () =>
      sql.all(
        `select device_id as device, line, count_in as "in", count_out as "out" from count_intervals
        order by device_id, line`,
      ),
  };
}

const quarantine = 'select store_id as store, device_id as device, reason, body from quarantine';

describeOnBothDialects('messages of vendors', (open) => {
  test('two entrances read one camera, each its own line, one of them the other way round', async () => {
    const front = camera('cam-front', { topics: ['site/cam'] }, { entranceId: 'front', lines: ['Door 1'] });
    const back = camera('cam-back', { source: 'cam-front', swap: true }, { entranceId: 'back', lines: ['Door 2'] });
    const shop = await openShop(await open(), [front, back]);
    await shop.send('site/cam', said('A1', { 'Door 1': [3, 1], 'Door 2': [5, 2] }));
    expect(await shop.counted()).toEqual([
      { device: 'cam-back', line: 'Door 2', in: 2, out: 5 },
      { device: 'cam-front', line: 'Door 1', in: 3, out: 1 },
    ]);
  });

  test('of one source, each device takes what names it, however the number is written', async () => {
    const sql = await open();
    const shop = await openShop(sql, [
      camera('cam-1', { source: 'site', address: '00:6e:02:aa' }),
      camera('cam-2', { source: 'site', address: 'B2' }),
    ]);
    await shop.send('$source/site/cams/x', said('006E02AA', { a: [4, 0] }));
    await shop.send('$source/site/cams/x', said('b2', { a: [7, 0] }));
    expect(await shop.counted()).toMatchObject([
      { device: 'cam-1', in: 4 },
      { device: 'cam-2', in: 7 },
    ]);
  });

  test('a camera nobody set up waits, without what is nobody’s business, and counts from when it came once it is adopted', async () => {
    const sql = await open();
    const shop = await openShop(sql, [camera('cam-1', { source: 'site', address: 'A1' })]);
    const fate = await shop.send('$source/site/cams/x', said('C3', { a: [6, 0] }));
    expect(fate.items).toMatchObject([{ fate: 'quarantined', reason: 'unknown_device' }]);
    const [kept] = await sql.all<{ body: string }>(quarantine);
    expect(kept).toMatchObject({ store: '', device: 'C3' });
    expect(kept?.body).not.toMatch(/192\.168|hunter/);
    expect(await shop.counted()).toEqual([]);
    await shop.adopt(camera('cam-3', { source: 'site', address: 'C3' }));
    expect(await shop.counted()).toMatchObject([{ device: 'cam-3', in: 6 }]);
    expect(await sql.all(quarantine)).toEqual([]);
  });

  test('a topic that no device claims is offered, not dropped', async () => {
    const sql = await open();
    const shop = await openShop(sql, []);
    await shop.send('zigbee2mqtt/door', { status: 'in' });
    expect(await sql.all(quarantine)).toMatchObject([{ device: 'zigbee2mqtt/door', reason: 'unknown_device' }]);
  });

  test('a part that is wrong is kept with its reason, and the rest counts', async () => {
    const sql = await open();
    const shop = await openShop(sql, [camera('cam-1', { topics: ['site/cam'] })]);
    const body = said('A1', { good: [2, 0], bad: [-4, 0] });
    const fate = await shop.send('site/cam', body);
    expect(fate.items.map((item) => item.reason ?? item.fate)).toEqual(['accepted', 'schema']);
    expect(await shop.counted()).toMatchObject([{ line: 'good', in: 2 }]);
    const again = await shop.send('site/cam', body);
    expect(again.items.map((item) => item.fate)).toEqual(['duplicate', 'quarantined']);
    expect(await sql.all('select count, store_id as store, device_id as device from quarantine')).toEqual([
      { count: 2, store: 'arbat', device: 'cam-1' },
    ]);
  });

  test('of a camera that lists no lines every line counts, and the time is seen where any of them reports', async () => {
    const sql = await open();
    const shop = await openShop(sql, [camera('cam-1', { topics: ['site/cam'] })]);
    const at = (minutes: number): number => noon - 3_600_000 + minutes * 60_000;
    await shop.send('site/cam', said('A1', { a: [2, 1] }, at(1)));
    await shop.send('site/cam', said('A1', { a: [1, 0], b: [3, 3] }, at(2)));
    await shop.send('site/cam', said('A1', { b: [4, 0] }, at(1)));
    await shop.send('site/cam', said('A1', { a: [5, 0] }, at(3)));
    const rows = await sql.all('select count_in as "in", count_out as "out", in_ms as "seen" from quarter_counts');
    expect(rows).toEqual([{ in: 15, out: 4, seen: 3 * 60_000 }]);
    const settings = await loadSettings(sql, owner);
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: noon + 60_000 })).toEqual([]);
  });

  test('a message that names none of several devices is given to none of them', async () => {
    const sql = await open();
    const shop = await openShop(sql, [
      camera('cam-1', { source: 'site', address: 'A1' }),
      camera('cam-2', { source: 'site', address: 'B2' }),
    ]);
    const { sn: _, ...nameless } = said('', { a: [4, 0] }) as { sn: string };
    await shop.send('$source/site/cams/x', nameless);
    expect(await shop.counted()).toEqual([]);
    expect(await sql.all(quarantine)).toMatchObject([{ reason: 'unknown_device' }]);
  });

  test('what someone watches is kept raw beside understood, without secrets', async () => {
    const sql = await open();
    const shop = await openShop(sql, [camera('cam-1', { topics: ['site/cam'] })]);
    await startWatch(sql, owner, { settings: await loadSettings(sql, owner), subject: 'cam-1', now: noon + 60_000 });
    await shop.send('site/cam', said('A1', { a: [2, 1], b: [-1, 0] }));
    const seen = await sql.all<{ raw: string; understood: string }>(
      "select raw, understood from seen_messages where subject = 'cam-1'",
    );
    expect(seen).toHaveLength(1);
    expect(seen[0]?.raw).not.toMatch(/192\.168|hunter/);
    expect(JSON.parse(seen[0]?.understood ?? '')).toMatchObject([
      { what: 'interval', text: expect.stringContaining('line a: 2 in, 1 out') },
      { what: 'refused' },
    ]);
  });
});
