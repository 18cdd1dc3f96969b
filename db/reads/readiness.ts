import { isMigrated } from '../sql/migrate.ts';
import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Whether the database answers (else it throws) and its tables are up to date. */
export async function readReadiness(sql: Sql, _scope: Scope, _all: object): Promise<{ isMigrated: boolean }> {
  await sql.all('select 1 as one');
  return { isMigrated: await isMigrated(sql) };
}
