import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSql } from '../../../db/sql/open.ts';
import { type FreshPlace, freshPlace } from '../../db/dialects.ts';
import { type Mosquitto, startMosquitto } from '../../setup/mosquitto.ts';
import { type Answer, bearer, type Chain, call, newToken, put, startChain } from '../chain.ts';
import { minuteAtDoor } from './xovis.ts';

const dialects = ['sqlite', 'postgres'] as const;

describe.each(dialects)('setting up what people own (%s)', (dialect) => {
  let chain: Chain;
  let place: FreshPlace | undefined;
  let mosquitto: Mosquitto;
  const secrets: string[] = [];

  beforeAll(async () => {
    place = dialect === 'postgres' ? await freshPlace('postgres') : undefined;
    chain = await startChain(place === undefined ? {} : { DATABASE_URL: place.place.databaseUrl ?? '' });
    mosquitto = await startMosquitto();
    await put(chain, '/api/v1/stores/arbat', {
      timezone: 'UTC',
      entrances: [{ id: 'main' }, { id: 'side' }],
    });
    const made = await put(chain, '/api/v1/stores/arbat/devices/head', {
      profile: 'xovis',
      address: 'AA:BB:01',
      entrance: 'main',
    });
    secrets.push(made.body.secret);
  });
  afterAll(async () => {
    await chain?.stop();
    await mosquitto?.stop();
    await place?.remove();
  });

  const ask = (path: string, body?: unknown): Promise<Answer> =>
    call(chain.server, path, {
      headers: bearer(chain.token),
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
  const send = (feed: string, secret: string, body: unknown): Promise<Answer> =>
    call(chain.server, `/api/v1/hooks/${feed}`, { method: 'POST', headers: bearer(secret), body });

  it('the makes are listed, with what to do in their own words', async () => {
    const { body } = await ask('/api/v1/profiles');
    const of = (profile: string) => body.profiles.find((one: { profile: string }) => one.profile === profile);
    expect(of('native')).toMatchObject({ make: 'Lintel’s own messages', proof: null, hasApi: false });
    expect(of('xovis')).toMatchObject({ make: 'Xovis', kind: 'device', proof: 'token', measures: ['entries'] });
    expect(of('square')).toMatchObject({ kind: 'till', modes: [], proof: 'signature', hasApi: true });
    expect(of('xovis').steps.length).toBeGreaterThan(0);
  });

  it('a device is told where to send, and that its secret is there', async () => {
    const { body } = await ask('/api/v1/devices/head/connection');
    expect(body).toMatchObject({
      profile: 'xovis',
      hookUrl: `${chain.server.url}/api/v1/hooks/head`,
      broker: { host: '127.0.0.1', port: chain.server.mqttPort, tls: false },
      username: 'head',
      proof: 'token',
      hasHookSecret: true,
      hasApi: false,
      former: [],
    });
    expect(body.steps.join(' ')).not.toMatch(/\{(hook|topic|broker|device)\}/);
    expect(body.steps.join(' ')).toContain(body.hookUrl);
  });

  it('what arrives can be looked at while someone watches: raw beside understood', async () => {
    expect((await ask('/api/v1/watch', { subject: 'head' })).body.endsAt).toMatch(/Z$/);
    await vi.waitFor(
      async () => {
        const sent = await send('head', secrets[0] ?? '', minuteAtDoor('AA:BB:01', { at: Date.now() - 180_000 }));
        expect(sent.status).toBe(200);
        const { body } = await ask('/api/v1/watch/head');
        expect(body.messages[0]).toMatchObject({ understood: [{ what: 'interval' }] });
        expect(body.messages[0].understood[0].text).toContain('2 in, 1 out');
        expect(JSON.parse(body.messages[0].raw)).toHaveProperty('logics_data');
        const after = body.messages.at(-1).id;
        expect((await ask(`/api/v1/watch/head?after=${after}`)).body.messages).toEqual([]);
      },
      { timeout: 10_000, interval: 300 },
    );
  });

  it('a message can be tried without being stored', async () => {
    const body = minuteAtDoor('AA:BB:01', { in: 777 });
    const tried = await ask('/api/v1/preview', { profile: 'xovis', device: 'head', body });
    expect(tried.body.reports).toMatchObject([{ address: 'AA:BB:01', findings: [{ kind: 'interval', line: 'Door' }] }]);
    expect(tried.body.understood[0].text).toContain('777 in');
    const asText = await ask('/api/v1/preview', { profile: 'xovis', body: JSON.stringify(body) });
    expect(asText.body.understood[0].text).toContain('777 in');
    const native = { profile: 'native', topic: 'lintel/v1/x/y/status', body: 'online' };
    expect((await ask('/api/v1/preview', native)).body.understood).toEqual([
      { what: 'status', text: 'the device is online' },
    ]);
    const noJson = await ask('/api/v1/preview', { profile: 'xovis', body: '{"logics_data":' });
    expect(noJson.body.understood).toEqual([{ what: 'refused', text: 'This is not JSON.' }]);
    expect((await ask('/api/v1/preview', { profile: 'nobody', body })).status).toBe(400);
    const large = await ask('/api/v1/preview', { profile: 'xovis', body: 'x'.repeat(300 * 1024) });
    expect(large).toMatchObject({ status: 413, body: { code: 'too_large' } });
    const today = new Date().toISOString().slice(0, 10);
    const { body: funnel } = await ask(`/api/v1/stores/arbat/funnel?from=${today}&to=${today}&hours=all`);
    expect(funnel.total.entries ?? 0).toBeLessThan(777);
  });

  it('who sends and is not set up is offered with its make, and counts once it is adopted', async () => {
    const at = Date.now() - 3600_000;
    const sent = await send('head', secrets[0] ?? '', minuteAtDoor('AA:BB:02', { at, in: 50 }));
    expect(sent).toMatchObject({ status: 200, body: { accepted: 0, quarantined: 1 } });
    const { body } = await ask('/api/v1/adoption');
    expect(body.unknown).toMatchObject([
      { source: 'head', address: 'AA:BB:02', guess: { profile: 'xovis', make: 'Xovis' }, count: 1, store: null },
    ]);
    expect(body.unknown[0].sample).toContain('AA:BB:02');
    await put(chain, '/api/v1/stores/arbat/devices/second', {
      profile: 'xovis',
      source: 'head',
      address: 'aabb02',
      entrance: 'side',
    });
    await vi.waitFor(
      async () => {
        const [from, to] = [at - 86_400_000, Date.now()].map((time) => new Date(time).toISOString().slice(0, 10));
        const { body: funnel } = await ask(`/api/v1/stores/arbat/funnel?from=${from}&to=${to}&hours=all`);
        expect(funnel.total.entries).toBeGreaterThanOrEqual(50);
        expect((await ask('/api/v1/adoption')).body.unknown).toEqual([]);
      },
      { timeout: 10_000, interval: 300 },
    );
  });

  it('two devices that would count the same people are refused, each fault at its key', async () => {
    const third = await call(chain.server, '/api/v1/stores/arbat/devices/third', {
      method: 'PUT',
      headers: bearer(chain.token),
      body: { profile: 'xovis', source: 'head', address: 'AABB01', mode: 'weekly' },
    });
    expect(third).toMatchObject({ status: 400, body: { errors: [{ path: 'mode' }] } });
    const fourth = await call(chain.server, '/api/v1/stores/arbat/devices/third', {
      method: 'PUT',
      headers: bearer(chain.token),
      body: { profile: 'xovis', source: 'head', address: 'AABB01' },
    });
    expect(fourth.body.errors).toEqual([
      {
        path: 'address',
        detail: expect.stringContaining('the device "head" of the store "arbat" counts the same lines'),
      },
    ]);
  });

  it('a secret is replaced with an overlap, in which both hold, or at once', async () => {
    const next = await ask('/api/v1/devices/head/secrets', { name: 'hook', keepOldForSeconds: 3600 });
    secrets.push(next.body.secret);
    const { body } = await ask('/api/v1/devices/head/connection');
    expect(body.former).toEqual([{ name: 'hook', endsAt: expect.stringMatching(/Z$/) }]);
    await vi.waitFor(
      async () => {
        for (const secret of secrets.slice(0, 2))
          expect((await send('head', secret, minuteAtDoor('AA:BB:01'))).status).toBe(200);
      },
      { timeout: 8000, interval: 500 },
    );
    const last = await ask('/api/v1/devices/head/secrets', { name: 'hook', keepOldForSeconds: 0 });
    secrets.push(last.body.secret);
    await vi.waitFor(
      async () => {
        expect((await send('head', secrets[0] ?? '', minuteAtDoor('AA:BB:01'))).status).toBe(401);
        expect((await send('head', secrets[2] ?? '', minuteAtDoor('AA:BB:01'))).status).toBe(200);
      },
      { timeout: 8000, interval: 500 },
    );
    expect((await ask('/api/v1/devices/head/secrets', { name: 'api', value: 'something long' })).body.detail).toBe(
      'name: Xovis has no API that is asked.',
    );
  });

  it('a device that is tried says what is well and what is missing', async () => {
    const { body } = await ask('/api/v1/devices/head/test', {});
    expect(body.steps.filter((step: { ok: boolean }) => !step.ok)).toEqual([]);
    expect(body).toMatchObject({ ok: true });
    await put(chain, '/api/v1/stores/arbat/devices/desk', { profile: 'square', address: 'L1' });
    const desk = await ask('/api/v1/devices/desk/test', {});
    expect(desk.body.ok).toBe(false);
    expect(desk.body.steps.map((step: { text: string }) => step.text).join('\n')).toMatch(
      /paste the key by which the vendor signs[\s\S]*API is missing[\s\S]*Nothing of it has arrived yet/,
    );
  });

  it('a broker to read from is set up, tried, and says how it is', async () => {
    const broker = { profile: 'ttn', url: mosquitto.url, username: 'reader', password: 'secret of theirs' };
    secrets.push('secret of theirs');
    expect((await put(chain, '/api/v1/sources/network', broker)).body.source).toMatchObject({ profile: 'ttn' });
    const tried = await ask('/api/v1/sources/network/test', {});
    expect(tried.body).toMatchObject({ ok: true });
    await vi.waitFor(
      async () => {
        const { body } = await ask('/api/v1/sources');
        expect(body.sources).toMatchObject([
          { id: 'network', hasPassword: true, hookUrl: null, state: { connected: true, problem: null } },
        ]);
      },
      { timeout: 10_000, interval: 300 },
    );
    await put(chain, '/api/v1/sources/network', { url: 'mqtt://127.0.0.1:1' });
    const away = await ask('/api/v1/sources/network/test', {});
    expect(away.body).toMatchObject({ ok: false });
    expect(away.body.steps[0].text).toMatch(/^127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\): check the address/);
    const odd = await call(chain.server, '/api/v1/sources/network', {
      method: 'PUT',
      headers: bearer(chain.token),
      body: { profile: 'tttn', topics: ['$share/a/b'] },
    });
    expect(odd.body.errors).toEqual([{ path: 'profile', detail: 'there is no profile "tttn": did you mean "ttn"?' }]);
  });

  it('an account is tried by asking the vendor', async () => {
    const asked: (string | undefined)[] = [];
    const vendor: Server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      const isKnown = request.headers.authorization === 'Bearer their api token';
      response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
    const { port } = vendor.address() as AddressInfo;
    const account = { profile: 'square', url: `http://127.0.0.1:${port}`, secret: 'signing key of theirs' };
    secrets.push('signing key of theirs', 'their api token');
    expect((await put(chain, '/api/v1/sources/account', account)).body).not.toHaveProperty('secret');
    await put(chain, '/api/v1/stores/arbat/devices/register', { profile: 'square', source: 'account', address: 'L7' });
    const before = await ask('/api/v1/sources/account/test', {});
    expect(before.body).toMatchObject({ ok: false, steps: [{ ok: true }, { ok: false }] });
    await ask('/api/v1/sources/account/secrets', { name: 'api', value: 'wrong api token', keepOldForSeconds: 0 });
    expect((await ask('/api/v1/sources/account/test', {})).body.steps[1].text).toContain('refuses the API secret');
    await ask('/api/v1/sources/account/secrets', { name: 'api', value: 'their api token', keepOldForSeconds: 0 });
    expect((await ask('/api/v1/sources/account/test', {})).body).toMatchObject({ ok: true });
    expect(asked).toContain('Bearer their api token');
    const unsigned = await ask('/api/v1/sources/account/secrets', { name: 'hook' });
    expect(unsigned).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/^value: Square makes the key/) },
    });
    const { body } = await ask('/api/v1/sources');
    const line = body.sources.find((one: { id: string }) => one.id === 'account');
    expect(line).toMatchObject({ hookUrl: `${chain.server.url}/api/v1/hooks/account`, hasHookSecret: true });
    await new Promise((resolve) => vendor.close(resolve));
  });

  it('nobody sees a secret again: not in answers, nor in the audit log, nor in what the server says', async () => {
    const paths = ['/api/v1/sources', '/api/v1/stores/arbat', '/api/v1/devices/head/connection', '/api/v1/profiles'];
    const texts = await Promise.all(paths.map(async (path) => JSON.stringify((await ask(path)).body)));
    const sql = openSql(place?.place ?? { databaseUrl: undefined, dataDir: chain.server.dataDir }, { readonly: true });
    const audit = await sql.all<{ action: string }>('select * from audit_log');
    await sql.close();
    expect(audit.filter(({ action }) => action === 'rotated')).toHaveLength(4);
    texts.push(JSON.stringify(audit), chain.server.output());
    expect(secrets).toHaveLength(6);
    for (const secret of secrets) for (const text of texts) expect(text).not.toContain(secret);
  });

  it('what is of other stores is not found, and sources are the owner’s', async () => {
    await put(chain, '/api/v1/stores/nevsky', { timezone: 'UTC' });
    const { token } = await newToken(chain, { role: 'manager', stores: ['nevsky'] });
    const as = (path: string, body?: unknown) =>
      call(chain.server, path, { headers: bearer(token), ...(body === undefined ? {} : { method: 'POST', body }) });
    expect((await as('/api/v1/devices/head/connection')).status).toBe(404);
    expect((await as('/api/v1/devices/head/test', {})).status).toBe(404);
    expect((await as('/api/v1/watch', { subject: 'head' })).status).toBe(404);
    expect((await as('/api/v1/watch', { subject: 'network' })).status).toBe(404);
    expect((await as('/api/v1/watch/*')).status).toBe(403);
    expect((await as('/api/v1/sources')).status).toBe(403);
    expect((await as('/api/v1/adoption')).body).toEqual({ unknown: [] });
  });
});
