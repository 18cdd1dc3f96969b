import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** How a table is read, under a name; `mapping` is JSON that the import's contract understands. */
export interface KeptMapping {
  readonly name: string;
  readonly kind: string;
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly changedAt: number;
}

interface Row extends Omit<KeptMapping, 'mapping'> {
  readonly mapping: string;
}

/** A store's mappings by name. `not_found` where the store is not the caller's. */
export async function readImportMappings(
  sql: Sql,
  scope: Scope,
  { settings, storeId }: { readonly settings: Settings; readonly storeId: string },
): Promise<KeptMapping[]> {
  requireStore(scope, settings, storeId);
  const rows = await sql.all<Row>(
    'select name, kind, mapping, changed_at as "changedAt" from import_mappings where store_id = ? order by name',
    [storeId],
  );
  // saveImportMapping writes objects alone.
  return rows.map((row) => ({ ...row, mapping: JSON.parse(row.mapping) as KeptMapping['mapping'] }));
}
