import { expect, it } from 'vitest';
import { readSeen, readWatched } from '../../db/reads/seen.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { endWatches, type KeptSeen, keepSeen, startWatch } from '../../db/writes/watches.ts';
import { manager, owner, regional, smallChain, viewer } from './chain.ts';
import { describeOnBothDialects } from './dialects.ts';

const now = Date.UTC(2026, 2, 20, 12);
const minute = 60_000;
const message = (n: number, subject = 'cam-1'): KeptSeen => ({
  subject,
  receivedAt: now + n,
  topic: `door/${n}`,
  raw: `{"n":${n}}`,
  understood: [{ what: 'interval', text: `${n} came in` }],
});

describeOnBothDialects('watching what arrives', (open) => {
  it('keeps what came in its order, from the last that was read on', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const settings = await loadSettings(sql, owner);
    expect(await startWatch(sql, owner, { settings, subject: 'cam-1', now })).toEqual({ endsAt: now + 15 * minute });
    expect(await readWatched(sql, owner, { now: now + 14 * minute })).toEqual(new Set(['cam-1']));
    expect(await readWatched(sql, owner, { now: now + 15 * minute })).toEqual(new Set());
    await keepSeen(sql, owner, [message(1), message(2), message(3, '*')]);
    const ask = { settings, subject: 'cam-1', after: 0, now };
    const first = await readSeen(sql, owner, ask);
    expect(first.messages.map((one) => one.raw)).toEqual(['{"n":1}', '{"n":2}']);
    expect(first.messages[0]?.understood).toEqual([{ what: 'interval', text: '1 came in' }]);
    expect(first.endsAt).toBe(now + 15 * minute);
    const after = first.messages.at(-1)?.id ?? 0;
    expect(await readSeen(sql, owner, { ...ask, after, now: now + 16 * minute })).toEqual({
      messages: [],
      endsAt: null,
    });
  });

  it('is bounded: the latest two hundred of each, 4 KiB of a message, an hour', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    await keepSeen(sql, owner, [message(0, '*')]);
    for (const hundred of [0, 1, 2]) {
      await keepSeen(
        sql,
        owner,
        Array.from({ length: 100 }, (_, n) => message(hundred * 100 + n)),
      );
    }
    await keepSeen(sql, owner, [{ ...message(999), raw: 'x'.repeat(10_000) }]);
    const rows = await sql.all<{ subject: string; raw: string }>('select subject, raw from seen_messages order by id');
    expect(rows.filter((row) => row.subject === 'cam-1')).toHaveLength(200);
    expect(rows.filter((row) => row.subject === '*')).toHaveLength(1);
    expect(rows.at(-1)?.raw).toHaveLength(4096);
    await endWatches(sql, owner, { now: now + 61 * minute });
    expect(await sql.all('select id from seen_messages')).toEqual([]);
  });

  it('is for staff, of their own devices; sources and what nobody claims are the owner’s', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const settings = await loadSettings(sql, owner);
    const watch = (scope: typeof owner, subject: string) => startWatch(sql, scope, { settings, subject, now });
    for (const subject of ['cam-1', 'tts', '*']) expect(await watch(owner, subject)).toHaveProperty('endsAt');
    expect(await watch(manager, 'cam-1')).toHaveProperty('endsAt');
    await expect(watch(manager, 'cam-2')).rejects.toMatchObject({ code: 'not_found' });
    await expect(watch(regional, 'cam-1')).rejects.toMatchObject({ code: 'not_found' });
    await expect(watch(manager, 'tts')).rejects.toMatchObject({ code: 'not_found' });
    await expect(watch(manager, '*')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(watch(viewer, 'cam-1')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(watch(owner, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
    const ask = { settings, subject: 'cam-2', after: 0, now };
    await expect(readSeen(sql, manager, ask)).rejects.toMatchObject({ code: 'not_found' });
  });
});
