import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authSchema } from '../../../db/threads/authDatabase.ts';
import { openDatabase } from '../../../db/threads/database.ts';
import { owner } from '../chain.ts';
import { freshPlace } from '../dialects.ts';
import { bundleThreads, type ThreadBundles } from './bundles.ts';

let bundles: ThreadBundles;
beforeAll(async () => {
  bundles = await bundleThreads();
});
afterAll(() => bundles.remove());

const person = { name: 'Ольга', email: 'olga@example.com', password: 'correct horse battery' };

describe.each(['sqlite', 'postgres'] as const)('signing in through better-auth (%s)', (dialect) => {
  it('makes a user, a session that is read back, and ends it', async () => {
    const fresh = await freshPlace(dialect);
    const scripts = { writerScript: bundles.writer, readerScript: bundles.reader };
    const database = await openDatabase({ ...fresh.place, ...scripts, onCrash: () => undefined });
    const auth = betterAuth({
      baseURL: 'http://127.0.0.1',
      secret: 'x'.repeat(40),
      database: drizzleAdapter(database.auth, { provider: 'sqlite', schema: authSchema }),
      emailAndPassword: { enabled: true },
    });
    const made = await auth.api.signUpEmail({ body: person });
    expect(made.user).toMatchObject({ email: person.email, emailVerified: false });
    await expect(auth.api.signInEmail({ body: { ...person, password: 'wrong horse' } })).rejects.toThrow(/password/i);
    const { headers } = await auth.api.signInEmail({ body: person, returnHeaders: true });
    const cookies = {
      cookie: headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    };
    const session = await auth.api.getSession({ headers: new Headers(cookies) });
    expect(session?.user.name).toBe('Ольга');
    expect(session?.session.expiresAt.getTime()).toBeGreaterThan(Date.now());
    await auth.api.signOut({ headers: new Headers(cookies) });
    expect(await auth.api.getSession({ headers: new Headers(cookies) })).toBeNull();
    const stolen = database.writes.runAuthStatement(owner, {
      text: 'select * from "tokens"',
      params: [],
      method: 'values',
    });
    await expect(stolen).rejects.toThrow('no business');
    await database.close();
    await fresh.remove();
  });
});
