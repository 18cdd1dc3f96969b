import { desc, eq } from 'drizzle-orm';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { tokens } from '../tables/sqlite.ts';
import type { Role, Scope } from '../vocabulary/scope.ts';

/** What a token or a person was granted. */
export interface Grants {
  readonly role: Role;
  readonly storeIds: readonly string[];
  readonly regionIds: readonly string[];
}

/** A token without itself; instants are epoch ms. */
export interface TokenLine extends Grants {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

function lineOf({ hash: _, ...line }: typeof tokens.$inferSelect): TokenLine {
  return line;
}

/** All tokens, the newest first; an owner's to see. */
export async function readTokens(sql: Sql, scope: Scope, _all: object): Promise<TokenLine[]> {
  requireOwner(scope, 'see the tokens');
  return (await sql.orm.select().from(tokens).orderBy(desc(tokens.createdAt), desc(tokens.id))).map(lineOf);
}

/** The token with this hash (secrets/secret.ts), also one that has expired or was revoked; the house's own question. */
export async function findToken(
  sql: Sql,
  scope: Scope,
  { hash }: { readonly hash: string },
): Promise<TokenLine | null> {
  requireOwner(scope, 'look up tokens');
  const [row] = await sql.orm.select().from(tokens).where(eq(tokens.hash, hash));
  return row === undefined ? null : lineOf(row);
}
