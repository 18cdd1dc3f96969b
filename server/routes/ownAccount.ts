import { type Context, Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { PersonCaller } from '../auth/caller.ts';
import { done, ownName, ownPassword } from '../contracts/access.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';
import { makeRateLimit } from './rateLimit.ts';

function personOf(c: Context<ApiEnv>): PersonCaller {
  const caller = c.get('caller');
  if (caller.kind !== 'person') throw new AppError('forbidden', 'A token has no account: sign in to change yours.');
  return caller;
}

/** What people change of their own account. */
export function ownAccountRoutes({ db, allow, people, forgetCallers, now }: Services): Hono<ApiEnv> {
  const guesses = makeRateLimit({ most: 10, windowMs: 60_000 }, now);
  return new Hono<ApiEnv>()
    .put(
      '/api/v1/me',
      describe({ summary: 'Changes one’s own name', tag: 'access', access: 'read', answer: done }),
      allow('read'),
      take('json', ownName),
      async (c) => {
        await db.writes.renamePerson(scopeOf(c), { userId: personOf(c).user.id, name: c.req.valid('json').name });
        forgetCallers();
        return c.json({ done: true as const });
      },
    )
    .post(
      '/api/v1/me/password',
      describe({
        summary: 'Changes one’s own password; other browsers are signed out',
        tag: 'access',
        access: 'read',
        answer: done,
        isLimited: true,
      }),
      allow('read'),
      take('json', ownPassword),
      async (c) => {
        const { user } = personOf(c);
        const { current, password } = c.req.valid('json');
        guesses.take(user.id, 'Too many attempts; try again in a minute.');
        const answer = await people.api.changePassword({
          body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
          headers: c.req.raw.headers,
          asResponse: true,
        });
        if (!answer.ok) throw new AppError('invalid', 'current: this is not your present password.');
        for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
        await db.writes.notePasswordChange(scopeOf(c), { userId: user.id });
        forgetCallers();
        return c.json({ done: true as const });
      },
    );
}
