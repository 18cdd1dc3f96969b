import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Grants } from '../reads/tokens.ts';
import { hashToken, newToken } from '../secrets/secret.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { tokens } from '../tables/sqlite.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

export interface TokenWish extends Grants {
  readonly name: string;
  /** Epoch ms; null: never. */
  readonly expiresAt: number | null;
}

/** Makes a bearer token; itself it is told this once. Only for an owner. */
export async function createToken(
  sql: Sql,
  scope: Scope,
  { name, role, storeIds, regionIds, expiresAt }: TokenWish,
): Promise<{ id: string; token: string }> {
  requireOwner(scope, 'make tokens');
  const id = randomUUID();
  const token = newToken();
  const grants = { role, storeIds: [...storeIds], regionIds: [...regionIds] };
  return sql.transaction(async (transaction) => {
    const row = { id, name, hash: hashToken(token), ...grants, createdAt: Date.now(), expiresAt };
    await transaction.orm.insert(tokens).values(row);
    const after = JSON.stringify({ ...grants, expiresAt });
    await appendAudit(transaction, scope, { action: 'added', subject: `token ${name}`, after });
    return { id, token };
  });
}

/** Ends a token for good; again does nothing. Only for an owner; `not_found` where there is none. */
export async function revokeToken(sql: Sql, scope: Scope, { id }: { readonly id: string }): Promise<void> {
  requireOwner(scope, 'revoke tokens');
  await sql.transaction(async (transaction) => {
    const [token] = await transaction.orm.select().from(tokens).where(eq(tokens.id, id));
    if (token === undefined) throw new AppError('not_found', `There is no token "${id}".`);
    if (token.revokedAt !== null) return;
    await transaction.orm
      .update(tokens)
      .set({ revokedAt: Date.now() })
      .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)));
    await appendAudit(transaction, scope, { action: 'revoked', subject: `token ${token.name}` });
  });
}

/** Notes when a token was last used; callers gather uses, so that not every request writes. */
export async function noteTokenUse(
  sql: Sql,
  _scope: Scope,
  { id, at }: { readonly id: string; readonly at: number },
): Promise<void> {
  await sql.orm.update(tokens).set({ lastUsedAt: at }).where(eq(tokens.id, id));
}
