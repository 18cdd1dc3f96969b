import { expect, it } from 'vitest';
import { readNotes } from '../../../db/reads/notes.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { NoteContent } from '../../../db/vocabulary/note.ts';
import type { Scope } from '../../../db/vocabulary/scope.ts';
import { removeNote, saveNote } from '../../../db/writes/notes.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { manager, owner, regional, smallChain, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

const now = Date.parse('2026-03-10T12:00:00Z');
const fair: NoteContent = { from: '2026-03-05', to: '2026-03-07', text: 'Fair', storeIds: null, regionId: null };
const ofArbat = { ...fair, storeIds: ['arbat'] };

async function chainOf(sql: Sql) {
  await applySettings(sql, owner, smallChain());
  const settings = await loadSettings(sql, owner);
  let made = 0;
  const save = (scope: Scope, content: NoteContent, id: string | null = null) =>
    saveNote(sql, scope, { settings, id, content, now: now + made++ });
  const read = async (scope: Scope, more: { from?: string; to?: string; storeId?: string } = {}) => {
    const period = { from: '2026-03-01', to: '2026-03-31', storeId: null };
    return (await readNotes(sql, scope, { settings, ...period, ...more })).map(({ text, storeIds, canWrite }) => ({
      text,
      storeIds,
      canWrite,
    }));
  };
  return { settings, save, read };
}

describeOnBothDialects('notes beside the figures', (open) => {
  it('are read wherever they touch the period, by whoever may see one of their stores', async () => {
    const { save, read } = await chainOf(await open());
    await save(owner, { ...fair, text: 'for all' });
    await save(owner, { ...fair, text: 'in the north', regionId: 'north' });
    await save(owner, { ...fair, text: 'two', storeIds: ['arbat', 'nevsky'] });
    const texts = async (scope: Scope, more = {}) => (await read(scope, more)).map(({ text }) => text);
    expect(await texts(owner)).toEqual(['for all', 'in the north', 'two']);
    expect(await texts(manager)).toEqual(['for all', 'two']);
    expect(await texts(regional)).toEqual(['for all', 'in the north', 'two']);
    expect(await texts(owner, { storeId: 'sochi' })).toEqual(['for all']);
    expect(await texts(owner, { from: '2026-03-07', to: '2026-03-07', storeId: 'nevsky' })).toHaveLength(3);
    expect(await texts(owner, { from: '2026-03-08' })).toEqual([]);
  });

  it('tell nobody of stores that are not theirs, and whether they may be changed', async () => {
    const { save, read } = await chainOf(await open());
    await save(owner, { ...fair, storeIds: ['arbat', 'nevsky'] });
    await save(manager, ofArbat);
    expect(await read(manager)).toEqual([
      { text: 'Fair', storeIds: ['arbat'], canWrite: false },
      { text: 'Fair', storeIds: ['arbat'], canWrite: true },
    ]);
    expect((await read(viewer)).map(({ canWrite }) => canWrite)).toEqual([false, false]);
  });

  it('are written by those who answer for every store of theirs', async () => {
    const { save } = await chainOf(await open());
    const refused = async (scope: Scope, content: NoteContent) => save(scope, content).catch((error) => error.code);
    expect(await refused(viewer, ofArbat)).toBe('forbidden');
    expect(await refused(manager, fair)).toBe('forbidden');
    expect(await refused(regional, { ...fair, regionId: 'south' })).toBe('not_found');
    expect(await refused(manager, { ...fair, storeIds: ['arbat', 'nevsky'] })).toBe('not_found');
    expect(await refused(owner, { ...fair, regionId: 'west' })).toBe('not_found');
    expect(await save(regional, { ...fair, regionId: 'north' })).toMatchObject({ regionId: 'north' });
  });

  it('are changed and taken away where they may be, and the audit log says by whom', async () => {
    const sql = await open();
    const { settings, save, read } = await chainOf(sql);
    const made = await save(manager, ofArbat);
    const all = await save(owner, fair);
    await save(manager, { ...ofArbat, text: 'Fair, again' }, made.id);
    expect((await read(manager)).map(({ text }) => text)).toContain('Fair, again');
    await expect(save(manager, ofArbat, all.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeNote(sql, regional, { settings, id: made.id })).rejects.toMatchObject({ code: 'not_found' });
    await removeNote(sql, manager, { settings, id: made.id });
    await expect(removeNote(sql, manager, { settings, id: made.id })).rejects.toMatchObject({ code: 'not_found' });
    const log = await sql.all<{ actor: string; action: string; before: string | null; after: string | null }>(
      'select actor, action, before, after from audit_log where subject = ? order by id',
      [`note ${made.id}`],
    );
    const words = (content: string | null): unknown => (content === null ? null : JSON.parse(content).text);
    expect(log.map(({ actor, action, before, after }) => [actor, action, words(before), words(after)])).toEqual([
      ['user:m', 'added', null, 'Fair'],
      ['user:m', 'changed', 'Fair', 'Fair, again'],
      ['user:m', 'removed', 'Fair, again', null],
    ]);
  });

  it('are left alone by whoever only looks, also in stores of theirs', async () => {
    const sql = await open();
    const { settings, save, read } = await chainOf(sql);
    const made = await save(manager, ofArbat);
    await expect(save(viewer, { ...ofArbat, text: 'mine' }, made.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeNote(sql, viewer, { settings, id: made.id })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await read(owner)).map(({ text }) => text)).toEqual(['Fair']);
  });

  it('of a region are its regional’s and the owner’s, also before it has a store, and no manager’s', async () => {
    const sql = await open();
    const regions = [...(smallChain().regions ?? []), { id: 'west', name: 'West' }];
    await applySettings(sql, owner, { ...smallChain(), regions });
    const settings = await loadSettings(sql, owner);
    const west: Scope = { ...regional, regionIds: ['west'] };
    const content = { ...fair, regionId: 'west' };
    const save = (scope: Scope, of: NoteContent) => saveNote(sql, scope, { settings, id: null, content: of, now });
    await save(west, content);
    const period = { settings, from: '2026-03-01', to: '2026-03-31', storeId: null };
    const seen = async (scope: Scope) => (await readNotes(sql, scope, period)).map(({ canWrite }) => canWrite);
    expect([await seen(west), await seen(owner), await seen(regional), await seen(manager)]).toEqual([
      ...[[true], [true], [], []],
    ]);
    const withRegion: Scope = { ...manager, regionIds: ['south'] };
    await expect(save(withRegion, { ...fair, regionId: 'south' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save(regional, fair)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
