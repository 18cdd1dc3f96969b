import { Hono } from 'hono';
import { answerAuth, signIn } from '../auth/handler.ts';
import { meAnswer, type PublicAnswer, publicAnswer, setupBody, setupState } from '../contracts/access.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Who is there: first set-up, signing in and out, who am I. */
export function accessRoutes({
  db,
  settings,
  setup,
  allow,
  demo,
  people,
  publicUrl,
  forgetCallers,
}: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/public',
      describe({ summary: 'What the sign-in page may know', tag: 'access', access: 'none', answer: publicAnswer }),
      async (c) => {
        const { name, locale } = settings.current.organisation;
        const answer: PublicAnswer = { organisation: { name, locale }, setupOpen: await setup.isOpen() };
        return c.json(demo === null ? answer : { ...answer, demo });
      },
    )
    .get(
      '/api/v1/setup',
      describe({ summary: 'Is the first set-up still open?', tag: 'access', access: 'none', answer: setupState }),
      async (c) => c.json({ open: await setup.isOpen() }),
    )
    .post(
      '/api/v1/setup',
      describe({
        summary: 'Makes the owner’s account and signs in',
        tag: 'access',
        access: 'none',
        status: 201,
        answer: setupState,
      }),
      take('json', setupBody),
      async (c) => {
        const { code, ...person } = c.req.valid('json');
        await setup.enter(code, person);
        const signedIn = await signIn(people, c, person);
        for (const cookie of signedIn.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
        return c.json({ open: false }, 201);
      },
    )
    .get(
      '/api/v1/me',
      describe({ summary: 'Who is calling, and what they may see', tag: 'access', access: 'read', answer: meAnswer }),
      allow('read'),
      async (c) => {
        const caller = c.get('caller');
        const { actor, role, storeIds, regionIds } = scopeOf(c);
        return c.json({
          user: caller.kind === 'person' ? caller.user : null,
          role,
          actor,
          stores: [...storeIds],
          regions: [...regionIds],
          organisation: settings.current.organisation,
          preferences: await db.reads.readPreferences(scopeOf(c), {}),
          ...(demo === null ? {} : { demo }),
        });
      },
    )
    .on(['GET', 'POST'], '/api/auth/*', async (c) => {
      const answer = await answerAuth(people, c, publicUrl);
      forgetCallers();
      return answer;
    });
}
