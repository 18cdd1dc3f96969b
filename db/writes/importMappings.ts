import { requireStaff, requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

export interface MappingToSave {
  readonly settings: Settings;
  readonly storeId: string;
  readonly name: string;
  readonly kind: string;
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly now: number;
}

/** More is not kept of one store; nobody finds his way in them. */
const mostMappings = 200;

/** Keeps how a table is read under a name, in the place of what was kept under it. Owners, regionals and managers. */
export async function saveImportMapping(
  sql: Sql,
  scope: Scope,
  { settings, storeId, name, kind, mapping, now }: MappingToSave,
): Promise<void> {
  requireStaff(scope, 'save a mapping');
  requireStore(scope, settings, storeId);
  await sql.transaction(async (inside) => {
    const [present] = await inside.all<{ mapping: string }>(
      'select mapping from import_mappings where store_id = ? and name = ?',
      [storeId, name],
    );
    const [{ kept } = { kept: 0 }] = await inside.all<{ kept: number }>(
      'select count(*) as kept from import_mappings where store_id = ?',
      [storeId],
    );
    if (present === undefined && kept >= mostMappings) {
      throw new AppError('invalid', `name: the store has ${mostMappings} mappings; save over one of them.`);
    }
    const after = JSON.stringify(mapping);
    await inside.run(
      `insert into import_mappings (store_id, name, kind, mapping, changed_at) values (?, ?, ?, ?, ?)
      on conflict (store_id, name) do update set kind = excluded.kind, mapping = excluded.mapping, changed_at = excluded.changed_at`,
      [storeId, name, kind, after, now],
    );
    const action = present === undefined ? 'added' : 'changed';
    const subject = `import mapping ${name} of store ${storeId}`;
    await appendAudit(inside, scope, { action, subject, before: present?.mapping ?? null, after });
  });
}

export interface ImportDone {
  readonly settings: Settings;
  readonly storeId: string;
  readonly deviceId: string;
  /** What was imported, in numbers. */
  readonly summary: Readonly<Record<string, number | string>>;
}

/** Writes down that a file was imported. Owners, regionals and managers. */
export async function noteImport(
  sql: Sql,
  scope: Scope,
  { settings, storeId, deviceId, summary }: ImportDone,
): Promise<void> {
  requireStaff(scope, 'import files');
  requireStore(scope, settings, storeId);
  const subject = `a file into device ${deviceId} of store ${storeId}`;
  await appendAudit(sql, scope, { action: 'imported', subject, after: JSON.stringify(summary) });
}
