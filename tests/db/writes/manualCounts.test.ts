import { expect, it } from 'vitest';
import { readAudit } from '../../../db/reads/audit.ts';
import { readManualCounts } from '../../../db/reads/manualCounts.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { type NewManualCount, saveManualCount, withdrawManualCount } from '../../../db/writes/manualCounts.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { manager, owner, regional, smallChain, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, minute } from '../rollup/shop.ts';

const now = at('10:20');
const count = {
  id: 'made-on-the-phone',
  storeId: 'arbat',
  deviceId: 'cam-1',
  startAt: at('10:00'),
  endAt: at('10:15'),
  countIn: 50,
  countOut: null,
  note: 'school class',
};

async function setUp(sql: Sql): Promise<Settings> {
  await applySettings(sql, owner, smallChain());
  return loadSettings(sql, owner);
}

const sending = (settings: Settings, more: Partial<NewManualCount['count']> = {}): NewManualCount => ({
  settings,
  count: { ...count, ...more },
  sentAt: null,
  now,
});

describeOnBothDialects('counts by hand', (open) => {
  it('are kept once, however often they are sent', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    expect(await saveManualCount(sql, manager, sending(settings))).toEqual({ id: count.id, isNew: true });
    expect(await saveManualCount(sql, manager, sending(settings))).toEqual({ id: count.id, isNew: false });
    expect(await readManualCounts(sql, viewer, { settings, storeId: 'arbat' })).toEqual([
      { ...count, madeBy: 'user:m', receivedAt: now },
    ]);
    const lines = (await readAudit(sql, owner, {})).lines.filter((line) => line.subject.startsWith('count by hand'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ actor: 'user:m', action: 'added', after: JSON.stringify(count) });
  });

  it('that are sent at the same moment twice are one', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const both = await Promise.all([1, 2].map(() => saveManualCount(sql, manager, sending(settings))));
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  });

  it('of the same id with other figures are refused, and nothing is changed', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await saveManualCount(sql, manager, sending(settings));
    for (const more of [{ countIn: 51 }, { countOut: 0 }, { deviceId: 'cam-9' }]) {
      const attempt = saveManualCount(sql, manager, sending(settings, more));
      await expect(attempt).rejects.toMatchObject({ code: more.deviceId ? 'not_found' : 'conflict' });
    }
    expect((await readManualCounts(sql, owner, { settings, storeId: 'arbat' })).map((one) => one.countIn)).toEqual([
      50,
    ]);
  });

  it('by a phone whose clock is wrong are moved to the right time; a slow connection moves nothing', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const late = { ...sending(settings), sentAt: now - 7 * minute };
    await saveManualCount(sql, manager, late);
    const slow = { ...sending(settings, { id: 'over-a-slow-line' }), sentAt: now - 20_000 };
    await saveManualCount(sql, manager, slow);
    const kept = await readManualCounts(sql, owner, { settings, storeId: 'arbat' });
    expect(kept.map(({ id, startAt, endAt }) => ({ id, startAt, endAt }))).toEqual([
      { id: count.id, startAt: at('10:07'), endAt: at('10:22') },
      { id: 'over-a-slow-line', startAt: at('10:00'), endAt: at('10:15') },
    ]);
  });

  it('must make sense', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const wrong = [
      { countIn: null },
      { endAt: count.startAt },
      { endAt: count.startAt + 25 * 60 * minute },
      { startAt: now, endAt: now + 6 * minute },
      { deviceId: 'till-1' },
    ];
    for (const more of wrong) {
      await expect(saveManualCount(sql, owner, sending(settings, more))).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(await readManualCounts(sql, owner, { settings, storeId: 'arbat' })).toEqual([]);
  });

  it('are withdrawn for good, once, by whoever answers for the store', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await saveManualCount(sql, manager, sending(settings));
    const key = { settings, storeId: 'arbat', id: count.id, now };
    await withdrawManualCount(sql, manager, key);
    await withdrawManualCount(sql, manager, key);
    expect(await readManualCounts(sql, owner, { settings, storeId: 'arbat' })).toEqual([]);
    expect((await readAudit(sql, owner, {})).lines.map((line) => line.action).slice(0, 3)).toEqual([
      'withdrawn',
      'added',
      expect.not.stringContaining('withdrawn'),
    ]);
    await expect(withdrawManualCount(sql, manager, { ...key, id: 'none' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of someone else’s store are not found, and a viewer only looks', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await saveManualCount(sql, owner, sending(settings));
    const key = { settings, storeId: 'arbat', id: count.id, now };
    await expect(saveManualCount(sql, regional, sending(settings))).rejects.toMatchObject({ code: 'not_found' });
    await expect(readManualCounts(sql, regional, key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdrawManualCount(sql, regional, key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveManualCount(sql, viewer, sending(settings))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(withdrawManualCount(sql, viewer, key)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(withdrawManualCount(sql, owner, { ...key, storeId: 'nevsky' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
