import { Hono } from 'hono';
import type { z } from 'zod';
import type { TokenLine } from '../../db/reads/tokens.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { idParam, newToken, tokenBody, tokenLine, tokenList } from '../contracts/access.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';
import { grantsOf } from './grants.ts';

type Line = z.infer<typeof tokenLine>;

function instant(at: number): string;
function instant(at: number | null): string | null;
function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function tokenAnswer({ id, name, role, storeIds, regionIds, ...at }: TokenLine): Line {
  return {
    id,
    name,
    role,
    stores: [...storeIds],
    regions: [...regionIds],
    createdAt: instant(at.createdAt),
    expiresAt: instant(at.expiresAt),
    revokedAt: instant(at.revokedAt),
    lastUsedAt: instant(at.lastUsedAt),
  };
}

/** Bearer tokens: who may see what without signing in. */
export function tokenRoutes({ db, settings, allow, forgetCallers }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/tokens',
      describe({ summary: 'All tokens, without themselves', tag: 'access', access: 'owner', answer: tokenList }),
      allow('owner'),
      async (c) => c.json({ tokens: (await db.reads.readTokens(scopeOf(c), {})).map(tokenAnswer) }),
    )
    .post(
      '/api/v1/tokens',
      describe({ summary: 'Makes a token', tag: 'access', access: 'owner', status: 201, answer: newToken }),
      allow('owner'),
      take('json', tokenBody),
      async (c) => {
        const { name, expiresAt, ...written } = c.req.valid('json');
        const grants = grantsOf(written, settings.current);
        const expiry = expiresAt === undefined ? null : Date.parse(expiresAt);
        return c.json(await db.writes.createToken(scopeOf(c), { name, ...grants, expiresAt: expiry }), 201);
      },
    )
    .delete(
      '/api/v1/tokens/:id',
      describe({ summary: 'Revokes a token', tag: 'access', access: 'owner', answer: tokenLine }),
      allow('owner'),
      take('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await db.writes.revokeToken(scopeOf(c), { id });
        forgetCallers();
        const token = (await db.reads.readTokens(scopeOf(c), {})).find((one) => one.id === id);
        if (token === undefined) throw new AppError('not_found', `There is no token "${id}".`);
        return c.json(tokenAnswer(token));
      },
    );
}
