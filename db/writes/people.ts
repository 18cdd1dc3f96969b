import { eq } from 'drizzle-orm';
import type { Grants } from '../reads/tokens.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { memberships, user } from '../tables/sqlite.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

/** Notes the first owner; answers false where there was one already. The key's row decides between two at once. */
async function closeSetup(sql: Sql): Promise<boolean> {
  const added = await sql.run(
    "insert into meta (key, value) values ('first_owner_at', ?) on conflict (key) do nothing",
    [String(Date.now())],
  );
  await sql.run("delete from meta where key = 'setup_code_hash'");
  return added === 1;
}

/** Somebody must be able to change the settings. */
export async function refuseLastOwner(sql: Sql, userId: string): Promise<void> {
  const owners = await sql.orm.select().from(memberships).where(eq(memberships.role, 'owner'));
  if (owners.length !== 1 || owners[0]?.userId !== userId) return;
  throw new AppError('conflict', 'This is the only owner; make somebody else an owner first.');
}

/** Says what a person may do, in place of what was said before. Only for an owner; `conflict` for the last owner. */
export async function saveMembership(
  sql: Sql,
  scope: Scope,
  { userId, role, storeIds, regionIds }: Grants & { readonly userId: string },
): Promise<void> {
  requireOwner(scope, 'say who may do what');
  await sql.transaction(async (transaction) => {
    const [person] = await transaction.orm.select().from(user).where(eq(user.id, userId));
    if (person === undefined) throw new AppError('not_found', `There is no person "${userId}".`);
    if (role === 'owner') await closeSetup(transaction);
    else await refuseLastOwner(transaction, userId);
    const [before] = await transaction.orm.select().from(memberships).where(eq(memberships.userId, userId));
    const grants = { role, storeIds: [...storeIds], regionIds: [...regionIds] };
    if (before === undefined) await transaction.orm.insert(memberships).values({ userId, ...grants });
    else await transaction.orm.update(memberships).set(grants).where(eq(memberships.userId, userId));
    await appendAudit(transaction, scope, {
      action: before === undefined ? 'added' : 'changed',
      subject: `person ${person.email}`,
      before: before === undefined ? null : JSON.stringify({ ...before, userId: undefined }),
      after: JSON.stringify(grants),
    });
  });
}

/**
 * Makes the person the first owner and closes the set-up for good. Of two at the same time one wins; the other's account is
 * taken back and they hear `conflict`.
 */
export async function claimOwnership(sql: Sql, scope: Scope, { userId }: { readonly userId: string }): Promise<void> {
  requireOwner(scope, 'make the first owner');
  const isFirst = await sql.transaction(async (transaction) => {
    if (!(await closeSetup(transaction))) return false;
    const grants = { role: 'owner' as const, storeIds: [], regionIds: [] };
    await transaction.orm.insert(memberships).values({ userId, ...grants });
    await appendAudit(transaction, scope, {
      action: 'added',
      subject: `owner ${userId}`,
      after: JSON.stringify(grants),
    });
    return true;
  });
  if (isFirst) return;
  await sql.orm.delete(user).where(eq(user.id, userId));
  throw new AppError('conflict', 'Set-up is done; sign in instead.');
}

/** Keeps the hash of a new one-time code for the set-up, in place of the one before. */
export async function saveSetupCode(sql: Sql, scope: Scope, { hash }: { readonly hash: string }): Promise<void> {
  requireOwner(scope, 'open the set-up');
  await sql.run(
    `insert into meta (key, value) values ('setup_code_hash', ?)
     on conflict (key) do update set value = excluded.value`,
    [hash],
  );
}
