import { readPreferences } from '../reads/preferences.ts';
import type { Sql } from '../sql/port.ts';
import { preferences } from '../tables/sqlite.ts';
import type { Preferences } from '../vocabulary/preferences.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

/** Keeps how the caller wants to be spoken to, in place of what they said before. Everybody's for themselves. */
export async function savePreferences(sql: Sql, scope: Scope, wishes: Preferences): Promise<void> {
  const { language, digits, calendar, theme } = wishes;
  await sql.transaction(async (inside) => {
    const before = JSON.stringify(await readPreferences(inside, scope, {}));
    const values = { language, digits, calendar, theme };
    await inside.orm
      .insert(preferences)
      .values({ actor: scope.actor, ...values })
      .onConflictDoUpdate({ target: preferences.actor, set: values });
    const after = JSON.stringify(values);
    if (after === before) return;
    await appendAudit(inside, scope, { action: 'changed', subject: 'own preferences', before, after });
  });
}
