import { eq } from 'drizzle-orm';
import type { Sql } from '../sql/port.ts';
import { preferences } from '../tables/sqlite.ts';
import { noPreferences, type Preferences } from '../vocabulary/preferences.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** How the caller wants to be spoken to; what nobody has said is left open. */
export async function readPreferences(sql: Sql, scope: Scope, _all: object): Promise<Preferences> {
  const [row] = await sql.orm.select().from(preferences).where(eq(preferences.actor, scope.actor));
  if (row === undefined) return noPreferences;
  const { actor: _, ...wishes } = row;
  return wishes;
}
