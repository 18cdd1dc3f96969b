import { eq } from 'drizzle-orm';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { account, memberships, passwordLinks, preferences, session, user } from '../tables/sqlite.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { refuseLastOwner } from './people.ts';

async function personOf(sql: Sql, userId: string): Promise<typeof user.$inferSelect> {
  const [person] = await sql.orm.select().from(user).where(eq(user.id, userId));
  if (person === undefined) throw new AppError('not_found', `There is no person "${userId}".`);
  return person;
}

/** Calls a person by another name. An owner anybody, everybody themselves. */
export async function renamePerson(
  sql: Sql,
  scope: Scope,
  { userId, name }: { readonly userId: string; readonly name: string },
): Promise<void> {
  if (scope.actor !== `user:${userId}`) requireOwner(scope, 'rename people');
  await sql.transaction(async (inside) => {
    const person = await personOf(inside, userId);
    if (person.name === name) return;
    await inside.orm.update(user).set({ name, updatedAt: new Date() }).where(eq(user.id, userId));
    await appendAudit(inside, scope, {
      action: 'changed',
      subject: `person ${person.email}`,
      before: JSON.stringify({ name: person.name }),
      after: JSON.stringify({ name }),
    });
  });
}

/** Takes a person's access away: they are signed out and can sign in no more. Only for an owner; `conflict` for the last owner. */
export async function removePerson(sql: Sql, scope: Scope, { userId }: { readonly userId: string }): Promise<void> {
  requireOwner(scope, 'take access away');
  await sql.transaction(async (inside) => {
    const { name, email } = await personOf(inside, userId);
    await refuseLastOwner(inside, userId);
    const [grants] = await inside.orm.select().from(memberships).where(eq(memberships.userId, userId));
    await inside.orm.delete(passwordLinks).where(eq(passwordLinks.userId, userId));
    await inside.orm.delete(preferences).where(eq(preferences.actor, `user:${userId}`));
    await inside.orm.delete(memberships).where(eq(memberships.userId, userId));
    await inside.orm.delete(session).where(eq(session.userId, userId));
    await inside.orm.delete(account).where(eq(account.userId, userId));
    await inside.orm.delete(user).where(eq(user.id, userId));
    // The log goes on naming them by this (reads/audit.ts).
    const before = JSON.stringify({ ...grants, userId, name });
    await appendAudit(inside, scope, { action: 'removed', subject: `person ${email}`, before });
  });
}

/** Notes that a person has another password, never which. */
export async function notePasswordChange(
  sql: Sql,
  scope: Scope,
  { userId }: { readonly userId: string },
): Promise<void> {
  const { email } = await personOf(sql, userId);
  await appendAudit(sql, scope, { action: 'changed', subject: `person ${email}`, after: '{"password":"changed"}' });
}

export interface PasswordLink {
  readonly userId: string;
  /** SHA-256 of the link's code, in hex. */
  readonly hash: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Keeps a link by which a person chooses a password, in place of any before it. Only for an owner. */
export async function savePasswordLink(
  sql: Sql,
  scope: Scope,
  { userId, hash, expiresAt }: PasswordLink,
): Promise<void> {
  requireOwner(scope, 'make links for passwords');
  await sql.transaction(async (inside) => {
    const { email } = await personOf(inside, userId);
    await inside.orm.delete(passwordLinks).where(eq(passwordLinks.userId, userId));
    await inside.orm.insert(passwordLinks).values({ userId, hash, expiresAt });
    const after = JSON.stringify({ expiresAt: new Date(expiresAt).toISOString() });
    await appendAudit(inside, scope, { action: 'added', subject: `password link of person ${email}`, after });
  });
}

/** Ends a link and answers whose it was; null where there is none, or it has expired. The house's own question. */
export async function takePasswordLink(
  sql: Sql,
  scope: Scope,
  { hash, now }: { readonly hash: string; readonly now: number },
): Promise<{ readonly userId: string } | null> {
  requireOwner(scope, 'use links for passwords');
  const [taken] = await sql.orm.delete(passwordLinks).where(eq(passwordLinks.hash, hash)).returning();
  return taken === undefined || taken.expiresAt <= now ? null : { userId: taken.userId };
}
