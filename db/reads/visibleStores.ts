import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Ids of the stores a caller may see; null: all, also those that are not set up. */
export async function readVisibleStoreIds(sql: Sql, scope: Scope): Promise<ReadonlySet<string> | null> {
  if (scope.role === 'owner') return null;
  const rows = await sql.all<{ id: string; region_id: string | null }>('select id, region_id from stores');
  const seen = rows.filter(
    (row) => scope.storeIds.includes(row.id) || (row.region_id !== null && scope.regionIds.includes(row.region_id)),
  );
  return new Set(seen.map((row) => row.id));
}
