import { asc } from 'drizzle-orm';
import type { Source } from '../settings/change.ts';
import type { Sql } from '../sql/port.ts';
import { sources } from '../tables/sqlite.ts';
import { AppError } from '../vocabulary/errors.ts';
import { canChangeSettings, type Scope } from '../vocabulary/scope.ts';

/** The further brokers to read from, with what it takes to sign in there: the owner's and the system's to see. */
export async function readSources(sql: Sql, scope: Scope): Promise<Source[]> {
  if (!canChangeSettings(scope)) throw new AppError('forbidden', 'Only an owner may see the sources.');
  return sql.orm.select().from(sources).orderBy(asc(sources.id));
}
