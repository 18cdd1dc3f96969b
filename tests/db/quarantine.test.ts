import { expect, it } from 'vitest';
import { readQuarantine } from '../../db/reads/quarantine.ts';
import type { Sql } from '../../db/sql/port.ts';
import { applyRetention } from '../../db/writes/retention.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { manager, owner, regional, smallChain, viewer } from './chain.ts';
import { describeOnBothDialects } from './dialects.ts';

interface Kept {
  readonly store: string;
  readonly reason?: string;
  readonly at?: number;
  readonly body?: string;
  readonly length?: number;
}

let count = 0;

async function keep(
  sql: Sql,
  { store, reason = 'schema', at = 1000, body = '{"in":-1}', length }: Kept,
): Promise<void> {
  count += 1;
  await sql.run(
    `insert into quarantine (received_at, last_at, store_id, device_id, topic, kind, reason, detail, digest, body, length, sha256)
     values (?, ?, ?, 'cam-1', ?, 'counts', ?, 'in is negative', ?, ?, ?, ?)`,
    [
      at,
      at,
      store,
      `lintel/v1/${store}/cam-1/counts`,
      reason,
      `digest-${count}`,
      body,
      length ?? null,
      length ? 'ab' : null,
    ],
  );
}

async function chainWithQuarantine(sql: Sql): Promise<void> {
  await applySettings(sql, owner, smallChain());
  for (const store of ['arbat', 'nevsky', 'sochi', 'unknown']) await keep(sql, { store });
}

describeOnBothDialects('quarantine', (open) => {
  it('is seen whole by the owner, and by regionals and managers for their stores', async () => {
    const sql = await open();
    await chainWithQuarantine(sql);
    const storesSeen = async (scope: typeof owner) =>
      (await readQuarantine(sql, scope, {})).items.map((item) => item.store);
    expect(await storesSeen(owner)).toEqual(['unknown', 'sochi', 'nevsky', 'arbat']);
    expect(await storesSeen(regional)).toEqual(['nevsky']);
    expect(await storesSeen(manager)).toEqual(['arbat']);
    await expect(readQuarantine(sql, viewer, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readQuarantine(sql, manager, { store: 'nevsky' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await storesSeen({ ...manager, storeIds: [] })).toEqual([]);
  });

  it('shows an item as it was sent, and of an unreadable body its beginning as text', async () => {
    const sql = await open();
    await keep(sql, { store: 'arbat' });
    await keep(sql, { store: 'arbat', reason: 'malformed_json', body: '{"in":', length: 9000 });
    const { items } = await readQuarantine(sql, owner, { store: 'arbat' });
    expect(items[0]).toMatchObject({ reason: 'malformed_json', body: '{"in":', length: 9000, sha256: 'ab' });
    expect(items[1]).toEqual({
      id: expect.any(Number),
      receivedAt: '1970-01-01T00:00:01.000Z',
      lastAt: '1970-01-01T00:00:01.000Z',
      store: 'arbat',
      device: 'cam-1',
      topic: 'lintel/v1/arbat/cam-1/counts',
      kind: 'counts',
      reason: 'schema',
      detail: 'in is negative',
      count: 1,
      body: { in: -1 },
      length: null,
      sha256: null,
    });
  });

  it('is read page by page without leaving anything out or showing it twice', async () => {
    const sql = await open();
    for (let index = 0; index < 230; index += 1)
      await keep(sql, { store: 'arbat', reason: index % 2 ? 'future' : 'schema' });
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await readQuarantine(sql, owner, { cursor, reason: 'future' });
      ids.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(ids).toHaveLength(115);
    expect(new Set(ids).size).toBe(115);
    await expect(readQuarantine(sql, owner, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('says how many rows of the stores shown were let go', async () => {
    const sql = await open();
    await chainWithQuarantine(sql);
    await sql.run(
      "insert into quarantine_let_go (topic, count) values ('lintel/v1/arbat/cam-1/counts', 7), ('lintel/v1/sochi/x/counts', 5)",
    );
    expect((await readQuarantine(sql, owner, {})).letGo).toBe(12);
    expect((await readQuarantine(sql, manager, {})).letGo).toBe(7);
  });

  it('is kept for 30 days', async () => {
    const sql = await open();
    const now = Date.UTC(2026, 5, 1);
    const dayMs = 24 * 3600 * 1000;
    for (let index = 0; index < 1100; index += 1) await keep(sql, { store: 'arbat', at: now - 31 * dayMs });
    await keep(sql, { store: 'arbat', at: now - 29 * dayMs });
    expect(await applyRetention(sql, owner, { now })).toEqual({ quarantined: 1100, sessions: 0 });
    expect((await readQuarantine(sql, owner, {})).items).toHaveLength(1);
  });
});
