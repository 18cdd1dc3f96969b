import { expect, test } from 'vitest';
import { readImportMappings } from '../../../db/reads/importMappings.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { noteImport, saveImportMapping } from '../../../db/writes/importMappings.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { manager, owner, smallChain, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

async function chain(sql: Sql): Promise<Settings> {
  await applySettings(sql, owner, smallChain());
  return loadSettings(sql, owner);
}

function weekly(settings: Settings, map: Record<string, string>, storeId = 'arbat') {
  return { settings, storeId, name: 'weekly', kind: 'sales', mapping: { map }, now: 1000 };
}

async function audit(sql: Sql): Promise<unknown[]> {
  return sql.all(
    `select action, subject, actor from audit_log where subject like '%mapping%' or action = 'imported' order by id`,
  );
}

describeOnBothDialects('how tables are read', (open) => {
  test('is kept by store and name, and changed under the same name', async () => {
    const sql = await open();
    const settings = await chain(sql);
    await saveImportMapping(sql, manager, weekly(settings, { id: 'Bon' }));
    await saveImportMapping(sql, manager, weekly(settings, { id: 'Beleg' }));
    expect(await readImportMappings(sql, viewer, { settings, storeId: 'arbat' })).toEqual([
      { name: 'weekly', kind: 'sales', mapping: { map: { id: 'Beleg' } }, changedAt: 1000 },
    ]);
    expect(await audit(sql)).toEqual([
      { action: 'added', subject: 'import mapping weekly of store arbat', actor: 'user:m' },
      { action: 'changed', subject: 'import mapping weekly of store arbat', actor: 'user:m' },
    ]);
  });

  test('is not for viewers to change, nor for managers of other stores to see', async () => {
    const sql = await open();
    const settings = await chain(sql);
    const other = [...settings.stores.keys()].find((id) => id !== 'arbat') ?? '';
    await expect(saveImportMapping(sql, viewer, weekly(settings, {}))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(saveImportMapping(sql, manager, weekly(settings, {}, other))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(readImportMappings(sql, manager, { settings, storeId: other })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('and what was imported is in the audit log', async () => {
    const sql = await open();
    const settings = await chain(sql);
    const done = { settings, storeId: 'arbat', deviceId: 'arbat-import-fns', summary: { lines: 2, accepted: 2 } };
    await noteImport(sql, manager, done);
    await expect(noteImport(sql, viewer, done)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await audit(sql)).toEqual([
      { action: 'imported', subject: 'a file into device arbat-import-fns of store arbat', actor: 'user:m' },
    ]);
  });
});
