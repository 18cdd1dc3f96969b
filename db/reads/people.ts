import { asc, eq } from 'drizzle-orm';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { memberships, user } from '../tables/sqlite.ts';
import type { Role, Scope } from '../vocabulary/scope.ts';
import type { Grants } from './tokens.ts';

/** Somebody who can sign in; without a role they see nothing. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly storeIds: readonly string[];
  readonly regionIds: readonly string[];
}

/** Everybody who can sign in, by e-mail address; an owner's to see. */
export async function readUsers(sql: Sql, scope: Scope, _all: object): Promise<Person[]> {
  requireOwner(scope, 'see who can sign in');
  const rows = await sql.orm
    .select()
    .from(user)
    .leftJoin(memberships, eq(memberships.userId, user.id))
    .orderBy(asc(user.email));
  return rows.map(({ user: { id, name, email }, memberships: grants }) => ({
    id,
    name,
    email,
    role: grants?.role ?? null,
    storeIds: grants?.storeIds ?? [],
    regionIds: grants?.regionIds ?? [],
  }));
}

/** What a person may do; null where nobody has said so. The house's own question. */
export async function readGrants(
  sql: Sql,
  scope: Scope,
  { userId }: { readonly userId: string },
): Promise<Grants | null> {
  requireOwner(scope, 'look up who may do what');
  const [row] = await sql.orm.select().from(memberships).where(eq(memberships.userId, userId));
  return row === undefined ? null : { role: row.role, storeIds: row.storeIds, regionIds: row.regionIds };
}
