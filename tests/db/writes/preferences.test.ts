import { expect, test } from 'vitest';
import { readPreferences } from '../../../db/reads/preferences.ts';
import { noPreferences } from '../../../db/vocabulary/preferences.ts';
import { savePreferences } from '../../../db/writes/preferences.ts';
import { manager, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

describeOnBothDialects('how somebody wants to be spoken to', (open) => {
  test('is left open until they say so, is theirs alone, and is written down once', async () => {
    const sql = await open();
    expect(await readPreferences(sql, viewer, {})).toEqual(noPreferences);
    const wishes = { language: 'fa', digits: 'persian', calendar: null, theme: 'dark' } as const;
    await savePreferences(sql, viewer, noPreferences);
    await savePreferences(sql, viewer, wishes);
    await savePreferences(sql, viewer, wishes);
    expect(await readPreferences(sql, viewer, {})).toEqual(wishes);
    expect(await readPreferences(sql, manager, {})).toEqual(noPreferences);
    expect(await sql.all('select actor, action, subject from audit_log')).toEqual([
      { actor: viewer.actor, action: 'changed', subject: 'own preferences' },
    ]);
  });
});
