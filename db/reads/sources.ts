import { asc } from 'drizzle-orm';
import type { SourceSetting } from '../settings/change.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { sources } from '../tables/sqlite.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** The sources, with what it takes to sign in there: the owner's and the system's to see. */
export async function readSources(sql: Sql, scope: Scope): Promise<SourceSetting[]> {
  requireOwner(scope, 'see the sources');
  const rows = await sql.orm.select().from(sources).orderBy(asc(sources.id));
  return rows.map((row) => ({ ...row, topics: row.topics ?? [], options: row.options ?? {} }));
}
