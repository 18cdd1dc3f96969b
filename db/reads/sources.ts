import { asc } from 'drizzle-orm';
import type { Source } from '../settings/change.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { sources } from '../tables/sqlite.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** The further brokers to read from, with what it takes to sign in there: the owner's and the system's to see. */
export async function readSources(sql: Sql, scope: Scope): Promise<Source[]> {
  requireOwner(scope, 'see the sources');
  return sql.orm.select().from(sources).orderBy(asc(sources.id));
}
