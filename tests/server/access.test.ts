import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../setup/server.ts';
import { bearer, type Chain, call, ownerAccount, put, startChain } from './chain.ts';

const { email, password } = ownerAccount;
const problemType = 'application/problem+json';

describe('the first visit', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.stop());
  const enter = (code: string) => call(server, '/api/v1/setup', { method: 'POST', body: { code, ...ownerAccount } });

  it('nobody can sign up', async () => {
    const answer = await call(server, '/api/auth/sign-up/email', { method: 'POST', body: ownerAccount });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.type).toBe(problemType);
  });

  it('a wrong code makes no owner', async () => {
    expect(await enter('wrong')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await call(server, '/api/v1/setup')).body).toEqual({ open: true });
  });

  it('a short password is refused by name', async () => {
    const body = { code: server.setupCode(), ...ownerAccount, password: 'short' };
    const answer = await call(server, '/api/v1/setup', { method: 'POST', body });
    expect(answer).toMatchObject({ status: 400, type: problemType });
    expect(answer.body.errors).toEqual([{ path: 'password', detail: 'must have at least 8 characters' }]);
  });

  it('of two who come with the code at once one is the owner, and then it is closed for good', async () => {
    const code = server.setupCode();
    const answers = await Promise.all([
      enter(code),
      call(server, '/api/v1/setup', { method: 'POST', body: { code, ...ownerAccount, email: 'b@example.com' } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await enter(code)).status).toBe(409);
    expect((await call(server, '/api/v1/public')).body.setupOpen).toBe(false);
  });
});

describe('signing in', () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain();
  });
  afterAll(() => chain?.stop());
  const signIn = (body: object, headers = {}) =>
    call(chain.server, '/api/auth/sign-in/email', { method: 'POST', body, headers });

  it('the owner is known by the cookie, which scripts cannot read and other sites do not send', async () => {
    const answer = await signIn({ email, password });
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^lintel\.session_token=.*HttpOnly; SameSite=Lax/);
    const me = await call(chain.server, '/api/v1/me', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(me.body).toMatchObject({ user: { name: 'Anna', email }, role: 'owner', organisation: { currency: 'EUR' } });
  });

  it('a page of another site can neither sign somebody in nor change anything with their cookie', async () => {
    const headers = { origin: 'http://evil.example', cookie: chain.cookie };
    expect((await signIn({ email, password }, headers)).status).toBe(403);
    const change = await call(chain.server, '/api/v1/organisation', { method: 'PUT', headers, body: { name: 'Evil' } });
    expect(change).toMatchObject({ status: 403, type: problemType });
  });

  it('somebody without a role sees nothing of the stores; a viewer sees theirs', async () => {
    await put(chain, '/api/v1/stores/arbat', { timezone: 'UTC' });
    await put(chain, '/api/v1/stores/nevsky', { timezone: 'UTC' });
    const body = {
      name: 'Boris',
      email: 'boris@example.com',
      password: 'long enough',
      role: 'viewer',
      stores: ['arbat'],
    };
    const made = await call(chain.server, '/api/v1/users', { method: 'POST', headers: bearer(chain.token), body });
    expect(made.status).toBe(201);
    const signedIn = await signIn({ email: body.email, password: body.password });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const stores = await call(chain.server, '/api/v1/stores', { headers: { cookie } });
    expect(stores.body.stores.map(({ id }: { id: string }) => id)).toEqual(['arbat']);
    const users = await call(chain.server, '/api/v1/users', { headers: bearer(chain.token) });
    expect(users.body.users.map(({ role }: { role: string }) => role)).toEqual(['owner', 'viewer']);
  });

  it('guessing passwords is slowed down', async () => {
    const statuses = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await signIn({ email, password: `wrong ${i}` })).status);
    expect(statuses).toContain(401);
    expect(statuses.at(-1)).toBe(429);
  });
});
