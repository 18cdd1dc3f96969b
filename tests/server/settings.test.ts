import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, bearer, type Chain, call, ownerAccount, put, startChain } from './chain.ts';

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
  await put(chain, '/api/v1/organisation', { name: 'Chain', currency: 'EUR', locale: 'en' });
  await put(chain, '/api/v1/regions/north', { name: 'North' });
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone: 'Europe/Moscow', region: 'north' });
});
afterAll(() => chain?.stop());

const ask = (path: string, method = 'GET', body?: unknown): Promise<Answer> =>
  call(chain.server, path, { method, headers: bearer(chain.token), ...(body === undefined ? {} : { body }) });

async function signIn(email: string, password: string): Promise<{ status: number; cookie: string }> {
  const answer = await call(chain.server, '/api/auth/sign-in/email', { method: 'POST', body: { email, password } });
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const choose = (path: string, password: string): Promise<Answer> =>
  call(chain.server, '/api/v1/password', { method: 'POST', body: { code: path.split('code=')[1], password } });

describe('a person', () => {
  const email = 'boris@example.com';
  let id = '';

  it('who is added without a password chooses one by a link that works once', async () => {
    const added = await ask('/api/v1/users', 'POST', { name: 'Boris', email, role: 'viewer', stores: ['arbat'] });
    expect(added.status).toBe(201);
    id = added.body.id;
    const { path } = added.body.link;
    expect((await choose(path, 'short')).status).toBe(400);
    expect(await choose(path, 'long enough')).toMatchObject({ status: 200, body: { email } });
    expect(await choose(path, 'another one')).toMatchObject({ status: 403 });
    expect((await signIn(email, 'long enough')).status).toBe(200);
  });

  it('who forgot it gets a new link, and whoever knew the old password is signed out', async () => {
    const { cookie } = await signIn(email, 'long enough');
    const link = await ask(`/api/v1/users/${id}/password-link`, 'POST');
    await choose(link.body.path, 'quite another');
    expect((await call(chain.server, '/api/v1/me', { headers: { cookie } })).status).toBe(401);
    expect((await signIn(email, 'long enough')).status).toBe(401);
  });

  it('is given another role at once', async () => {
    const { cookie } = await signIn(email, 'quite another');
    const change = { name: 'Borís', role: 'manager', stores: ['arbat'] };
    expect((await ask(`/api/v1/users/${id}`, 'PUT', change)).body).toMatchObject({ ...change, email });
    const me = await call(chain.server, '/api/v1/me', { headers: { cookie } });
    expect(me.body).toMatchObject({ role: 'manager', user: { name: 'Borís' } });
    expect(await ask(`/api/v1/users/${id}`, 'PUT', { ...change, stores: ['nowhere'] })).toMatchObject({ status: 400 });
  });

  it('changes their own name and password, and stays signed in', async () => {
    const { cookie } = await signIn(email, 'quite another');
    const own = (path: string, method: string, body: unknown): Promise<Answer> =>
      call(chain.server, path, { method, body, headers: { cookie } });
    expect((await own('/api/v1/me', 'PUT', { name: 'Bob' })).status).toBe(200);
    const wrong = await own('/api/v1/me/password', 'POST', { current: 'not it', password: 'the third one' });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid' } });
    const changed = await own('/api/v1/me/password', 'POST', { current: 'quite another', password: 'the third one' });
    expect(changed.status).toBe(200);
    const fresh = changed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const me = await call(chain.server, '/api/v1/me', { headers: { cookie: fresh } });
    expect(me.body).toMatchObject({ user: { name: 'Bob' }, preferences: { language: null, theme: 'system' } });
    expect((await call(chain.server, '/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });

  it('changes a password nowhere that the audit log would not hear of', async () => {
    const { cookie } = await signIn(email, 'the third one');
    const body = { currentPassword: 'the third one', newPassword: 'the fourth one' };
    const answer = await call(chain.server, '/api/auth/change-password', { method: 'POST', body, headers: { cookie } });
    expect(answer.status).toBe(404);
  });

  it('is signed out where their access is taken away; the last owner’s cannot be', async () => {
    const { cookie } = await signIn(email, 'the third one');
    expect((await ask(`/api/v1/users/${id}`, 'DELETE')).status).toBe(200);
    expect((await call(chain.server, '/api/v1/me', { headers: { cookie } })).status).toBe(401);
    const [owner] = (await ask('/api/v1/users')).body.users;
    expect(owner.email).toBe(ownerAccount.email);
    expect((await ask(`/api/v1/users/${owner.id}`, 'DELETE')).status).toBe(409);
  });
});

describe('the settings as a file', () => {
  const yaml = (text: string, query = ''): Promise<Answer> =>
    call(chain.server, `/api/v1/provision${query}`, { method: 'POST', body: text, headers: bearer(chain.token) });

  it('say first what they would change, and change it when they are applied', async () => {
    const text =
      'stores:\n  - id: arbat\n    name: Old Arbat\n    devices:\n      - { id: door, measures: [entries] }\n';
    const preview = await yaml(text, '?preview=true');
    expect(preview.body).toMatchObject({ isPreview: true, warnings: [] });
    expect(preview.body.changes).toEqual([
      {
        action: 'changed',
        subject: 'store arbat',
        text: 'store arbat: name Arbat → Old Arbat',
        fields: [{ field: 'name', before: 'Arbat', after: 'Old Arbat' }],
      },
      { action: 'added', subject: 'device door', text: 'device door: added' },
    ]);
    expect((await ask('/api/v1/stores/arbat')).body).toMatchObject({ name: 'Arbat' });
    const applied = await yaml(text);
    expect(applied.body.changes.map(({ subject }: { subject: string }) => subject)).toEqual([
      'store arbat',
      'device door',
    ]);
    expect(applied.body.changes[1].secret).toMatch(/.{16}/);
    expect((await ask('/api/v1/stores/arbat')).body).toMatchObject({ name: 'Old Arbat' });
    expect((await yaml(text, '?preview=true')).body.changes).toEqual([]);
  });

  it('go out as they would come in again', async () => {
    const out = await ask('/api/v1/provision');
    expect(out.type).toContain('yaml');
    expect(out.body).toContain('name: Old Arbat');
    expect((await yaml(out.body, '?preview=true')).body.changes).toEqual([]);
  });

  it('name each fault with its line, and read no secret of this machine', async () => {
    const wrong = await yaml('stores:\n  - id: arbat\n    timezone: Moskow\n');
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors[0].path).toBe('3: stores[0].timezone');
    const nosy = await yaml(
      'stores:\n  - id: arbat\n    devices:\n      - { id: door, secret: { file: /etc/passwd } }\n',
    );
    expect(nosy.body.errors[0].detail).toContain('command line alone');
  });
});

describe('what else an owner finds in the settings', () => {
  it('a region goes once no store is in it', async () => {
    expect((await ask('/api/v1/regions/north', 'DELETE')).body.detail).toContain('Old Arbat');
    await put(chain, '/api/v1/stores/arbat', { region: null });
    expect((await ask('/api/v1/regions/north', 'DELETE')).status).toBe(200);
    expect((await ask('/api/v1/stores')).body.regions).toEqual([]);
  });

  it('who changed what, by name also where their access was taken away', async () => {
    const { lines } = (await ask('/api/v1/audit-log')).body;
    expect(lines[0]).toMatchObject({ action: 'removed', subject: 'region north', actorName: 'all' });
    const renamed = lines.find(({ after }: { after: { name?: string } | null }) => after?.name === 'Bob');
    expect(renamed).toMatchObject({ subject: 'person boris@example.com', actorName: 'Bob', before: { name: 'Borís' } });
    const only = (await ask(`/api/v1/audit-log?actor=${encodeURIComponent(renamed.actor)}`)).body.lines;
    expect(new Set(only.map(({ actor }: { actor: string }) => actor))).toEqual(new Set([renamed.actor]));
  });

  it('how far a new owner is', async () => {
    expect((await ask('/api/v1/first-steps')).body.steps).toEqual({
      counter: true,
      counted: false,
      till: false,
      sold: false,
      people: false,
    });
  });

  it('everything in one file', async () => {
    expect((await ask('/api/v1/backup')).body.state).toBe('none');
    expect((await ask('/api/v1/backup', 'POST')).body.state).toBe('running');
    const patience = Date.now() + 60_000;
    let backup = (await ask('/api/v1/backup')).body;
    while (backup.state === 'running' && Date.now() < patience) {
      await sleep(50);
      backup = (await ask('/api/v1/backup')).body;
    }
    expect(backup).toMatchObject({ state: 'ready', detail: null });
    const file = await fetch(`${chain.server.url}/api/v1/backup/file`, { headers: bearer(chain.token) });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(backup.bytes);
    expect(bytes.subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(file.headers.get('content-disposition')).toContain(backup.fileName);
  });
});
