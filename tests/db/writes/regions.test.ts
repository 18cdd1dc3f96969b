import { expect, test } from 'vitest';
import { readAudit } from '../../../db/reads/audit.ts';
import { readFirstSteps } from '../../../db/reads/firstSteps.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { readTokens } from '../../../db/reads/tokens.ts';
import { removeRegion } from '../../../db/writes/regions.ts';
import { applySettings, previewSettings } from '../../../db/writes/settings.ts';
import { createToken } from '../../../db/writes/tokens.ts';
import { manager, owner, smallChain } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

describeOnBothDialects('the settings', (open) => {
  test('a region goes once no store is in it, and with it whoever saw stores by it', async () => {
    const sql = await open();
    await applySettings(sql, owner, {
      ...smallChain(),
      regions: [...(smallChain().regions ?? []), { id: 'west', name: 'West' }],
    });
    const seen = { role: 'regional', storeIds: [], regionIds: ['north', 'west'], expiresAt: null } as const;
    await createToken(sql, owner, { name: 'books', ...seen });
    await expect(removeRegion(sql, manager, { id: 'west' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeRegion(sql, owner, { id: 'north' })).rejects.toMatchObject({ code: 'conflict' });
    await removeRegion(sql, owner, { id: 'west' });
    expect((await loadSettings(sql, owner)).regions.map(({ id }) => id)).not.toContain('west');
    expect((await readTokens(sql, owner, {}))[0]?.regionIds).toEqual(['north']);
    await expect(removeRegion(sql, owner, { id: 'west' })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('what a change would do is told, and not done', async () => {
    const sql = await open();
    const told = await previewSettings(sql, owner, smallChain());
    expect(told.map(({ subject }) => subject)).toContain('store arbat');
    expect(told.every(({ secret }) => secret === undefined)).toBe(true);
    expect((await loadSettings(sql, owner)).stores.size).toBe(0);
    expect((await readAudit(sql, owner, {})).lines).toEqual([]);
    const done = await applySettings(sql, owner, smallChain());
    expect(done.map(({ subject }) => subject)).toEqual(told.map(({ subject }) => subject));
    expect(await previewSettings(sql, owner, smallChain())).toEqual([]);
    await expect(previewSettings(sql, manager, smallChain())).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a new owner is told how far they are', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const settings = await loadSettings(sql, owner);
    expect(await readFirstSteps(sql, owner, { settings })).toEqual({
      counter: true,
      counted: false,
      till: true,
      sold: false,
      people: false,
    });
    await expect(readFirstSteps(sql, manager, { settings })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
