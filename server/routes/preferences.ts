import { Hono } from 'hono';
import { preferences } from '../contracts/access.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** How whoever calls wants to be spoken to: language, digits, calendar, light or dark. Everybody's for themselves. */
export function preferenceRoutes({ db, allow }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/me/preferences',
      describe({ summary: 'How the caller wants to be spoken to', tag: 'access', access: 'read', answer: preferences }),
      allow('read'),
      async (c) => c.json(await db.reads.readPreferences(scopeOf(c), {})),
    )
    .put(
      '/api/v1/me/preferences',
      describe({
        summary: 'Says how the caller wants to be spoken to',
        tag: 'access',
        access: 'read',
        answer: preferences,
      }),
      allow('read'),
      take('json', preferences),
      async (c) => {
        const wishes = c.req.valid('json');
        await db.writes.savePreferences(scopeOf(c), wishes);
        return c.json(wishes);
      },
    );
}
