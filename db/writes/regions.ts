import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { bumpVersion, lockSettings } from './settingsVersion.ts';

/** Nobody may come to see stores by it again, should another region get its id. */
async function forgetGrants(sql: Sql, table: 'memberships' | 'tokens', regionId: string): Promise<void> {
  const key = table === 'memberships' ? 'user_id' : 'id';
  const rows = await sql.all<{ key: string; regions: string }>(
    `select ${key} as key, region_ids as regions from ${table} where region_ids like ?`,
    [`%"${regionId}"%`],
  );
  for (const { key: id, regions } of rows) {
    // The column holds a list of ids.
    const left = (JSON.parse(regions) as string[]).filter((one) => one !== regionId);
    await sql.run(`update ${table} set region_ids = ? where ${key} = ?`, [JSON.stringify(left), id]);
  }
}

/** Takes a region away that no store is in. Only for an owner; `not_found` where there is none, `conflict` where stores are in it. */
export async function removeRegion(sql: Sql, scope: Scope, { id }: { readonly id: string }): Promise<void> {
  requireOwner(scope, 'change the regions');
  await sql.transaction(async (inside) => {
    await lockSettings(inside);
    const [region] = await inside.all<{ name: string }>('select name from regions where id = ?', [id]);
    if (region === undefined) throw new AppError('not_found', `There is no region "${id}".`);
    const stores = await inside.all<{ name: string }>('select name from stores where region_id = ? order by name', [
      id,
    ]);
    if (stores.length > 0) {
      const named = stores.slice(0, 3).map(({ name }) => name);
      const more = stores.length > named.length ? ` and ${stores.length - named.length} more` : '';
      throw new AppError('conflict', `Move its stores to another region first: ${named.join(', ')}${more}.`);
    }
    for (const table of ['memberships', 'tokens'] as const) await forgetGrants(inside, table, id);
    await inside.run('delete from regions where id = ?', [id]);
    await appendAudit(inside, scope, { action: 'removed', subject: `region ${id}`, before: JSON.stringify(region) });
    await bumpVersion(inside);
  });
}
