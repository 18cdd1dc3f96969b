import { expect, it } from 'vitest';
import { readQuarantine } from '../../../db/reads/quarantine.ts';
import type { Sql } from '../../../db/sql/port.ts';
import {
  keptPerDevice,
  largeBodyLength,
  largeKeptPerDevice,
  letGo,
  letGoInAll,
} from '../../../db/writes/quarantineBounds.ts';
import { keepRefused } from '../../../db/writes/refusals.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { owner, smallChain } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

async function keep(
  sql: Sql,
  count: number,
  more: { store?: string; device?: string; body?: string } = {},
): Promise<void> {
  const { store = 'arbat', device = 'cam-1', body = '{}' } = more;
  const rows = Array.from({ length: count }, (_, place) => ({
    receivedAt: place,
    storeId: store,
    deviceId: device,
    topic: `lintel/v1/${store}/${device}/counts`,
    kind: 'counts',
    reason: 'schema' as const,
    detail: 'in is negative',
    digest: `${body.length}-${place}`,
    body,
    length: null,
    count: 1,
  }));
  await keepRefused(sql, rows);
}

async function left(sql: Sql): Promise<{ rows: number; oldest: number }> {
  const [row] = await sql.all<{ rows: number; oldest: number }>(
    'select count(*) as "rows", min(received_at) as oldest from quarantine',
  );
  return row ?? { rows: 0, oldest: 0 };
}

describeOnBothDialects('quarantine has bounds', (open) => {
  it('a device keeps its latest rows; those let go are counted', async () => {
    const sql = await open();
    await keep(sql, keptPerDevice + 30);
    await letGo(sql, 'cam-1', false);
    expect(await left(sql)).toEqual({ rows: keptPerDevice, oldest: 30 });
    expect((await readQuarantine(sql, owner, {})).letGo).toBe(30);
  });

  it('of large bodies it keeps fewer', async () => {
    const sql = await open();
    await keep(sql, 10);
    await keep(sql, largeKeptPerDevice + 5, { body: JSON.stringify('x'.repeat(largeBodyLength)) });
    await letGo(sql, 'cam-1', true);
    expect(await left(sql)).toMatchObject({ rows: largeKeptPerDevice + 10 });
    expect((await readQuarantine(sql, owner, {})).letGo).toBe(5);
  });

  it('the oldest of all are let go where ever new devices send; their counts are by store, and one for unknown stores', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    for (const device of ['a', 'b', 'c']) await keep(sql, 10, { device });
    for (const store of ['x', 'y']) await keep(sql, 10, { store, device: `${store}-1` });
    await letGoInAll(sql, 20);
    expect((await left(sql)).rows).toBe(20);
    const letGoByTopic = await sql.all('select topic, count from quarantine_let_go order by topic');
    expect(letGoByTopic).toEqual([
      { topic: '#', count: 12 },
      { topic: 'lintel/v1/arbat/#', count: 18 },
    ]);
    expect((await readQuarantine(sql, owner, {})).letGo).toBe(30);
  });
});
