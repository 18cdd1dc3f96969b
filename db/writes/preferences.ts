import { readPreferences } from '../reads/preferences.ts';
import type { Sql } from '../sql/port.ts';
import type { Preferences } from '../vocabulary/preferences.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

/** Keeps how the caller wants to be spoken to, in place of what they said before. Everybody's for themselves. */
export async function savePreferences(sql: Sql, scope: Scope, wishes: Preferences): Promise<void> {
  const { language, digits, calendar, theme } = wishes;
  await sql.transaction(async (inside) => {
    const before = JSON.stringify(await readPreferences(inside, scope, {}));
    await inside.run(
      `insert into preferences (actor, language, digits, calendar, theme) values (?, ?, ?, ?, ?)
       on conflict (actor) do update set language = excluded.language, digits = excluded.digits,
         calendar = excluded.calendar, theme = excluded.theme`,
      [scope.actor, language, digits, calendar, theme],
    );
    const after = JSON.stringify({ language, digits, calendar, theme });
    if (after === before) return;
    await appendAudit(inside, scope, { action: 'changed', subject: 'own preferences', before, after });
  });
}
