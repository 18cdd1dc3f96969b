import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { bumpVersion, lockSettings } from './settingsVersion.ts';

/** Takes a standard away: what was observed stays, and is sorted nowhere. Only for an owner; `not_found` where there is none. */
export async function removeStandard(
  sql: Sql,
  scope: Scope,
  { process, criterion }: { readonly process: string; readonly criterion: string },
): Promise<void> {
  requireOwner(scope, 'change the standards');
  await sql.transaction(async (inside) => {
    await lockSettings(inside);
    const where = 'from standards where process = ? and criterion = ?';
    const [row] = await inside.all(`select green, yellow, lower_is_better, weight ${where}`, [process, criterion]);
    if (row === undefined) throw new AppError('not_found', `There is no standard "${criterion}" of "${process}".`);
    await inside.run(`delete ${where}`, [process, criterion]);
    // Finished days were sorted by it.
    await inside.run(
      `insert into stale_days (store_id, date) select distinct store_id, date from daily_tallies
      where true on conflict (store_id, date) do nothing`,
    );
    const subject = `standard ${process}/${criterion}`;
    await appendAudit(inside, scope, { action: 'removed', subject, before: JSON.stringify(row) });
    await bumpVersion(inside);
  });
}

/** Takes a checklist away: the checks that were made by it stay. Only for an owner; `not_found` where there is none. */
export async function removeChecklist(sql: Sql, scope: Scope, { id }: { readonly id: string }): Promise<void> {
  requireOwner(scope, 'change the checklists');
  await sql.transaction(async (inside) => {
    await lockSettings(inside);
    const [row] = await inside.all('select name, items from checklists where id = ?', [id]);
    if (row === undefined) throw new AppError('not_found', `There is no checklist "${id}".`);
    await inside.run('delete from checklists where id = ?', [id]);
    await appendAudit(inside, scope, { action: 'removed', subject: `checklist ${id}`, before: JSON.stringify(row) });
    await bumpVersion(inside);
  });
}
