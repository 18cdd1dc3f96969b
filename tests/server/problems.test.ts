import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, basic, bearer, type Call, type Chain, call, put, startChain } from './chain.ts';

const problemType = 'application/problem+json';

describe('what is refused says why', () => {
  let chain: Chain;
  let secret: string;
  beforeAll(async () => {
    chain = await startChain();
    await put(chain, '/api/v1/stores/arbat', { timezone: 'Europe/Moscow', currency: 'RUB' });
    secret = (await put(chain, '/api/v1/stores/arbat/devices/cam-1', {})).body.secret;
  });
  afterAll(() => chain?.stop());

  const ask = (path: string, init: Call = {}): Promise<Answer> =>
    call(chain.server, path, { ...init, headers: { ...bearer(chain.token), ...init.headers } });

  it.each([
    ['from=2026-02-02&to=2026-02-01', 'from'],
    ['to=2026-02-01', 'from'],
    ['from=2026-02-30&to=2026-03-01', 'from'],
    ['from=yesterday&to=2026-03-01', 'from'],
    ['from=2025-01-01&to=2026-03-01&by=hour', 'by'],
    ['from=2025-01-01&to=2026-03-01&by=15m', 'by'],
    ['from=0001-01-01&to=2026-03-01', 'from'],
    ['from=1990-01-01&to=2026-03-01', 'to'],
    ['from=2026-02-01&to=2026-02-01&by=minute', 'by'],
    ['from=2026-02-01&to=2026-02-01&compare=yesterday', 'compare'],
    ['from=2026-02-01&to=2026-02-01&hours=night', 'hours'],
  ])('a funnel with %s names %s', async (query, path) => {
    const answer = await ask(`/api/v1/stores/arbat/funnel?${query}`);
    expect(answer).toMatchObject({ status: 400, type: problemType, body: { status: 400, code: 'invalid' } });
    expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
  });

  it('exactly 400 days by hour are answered', async () => {
    const answer = await ask('/api/v1/stores/arbat/funnel?from=2025-01-01&to=2026-02-04&by=hour');
    expect(answer.status).toBe(200);
  });

  it.each([
    '/api/v1/nothing',
    '/api/v1/stores/none',
    '/api/v1/stores/none/funnel?from=2026-01-01&to=2026-01-01',
    '/api/auth/nothing',
  ])('%s is not there', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, type: problemType });
  });

  it('an unknown store or region in a comparison is told by its name', async () => {
    const store = await ask('/api/v1/compare?from=2026-01-01&to=2026-01-01&store=arbat&store=none');
    expect(store).toMatchObject({ status: 404, body: { detail: 'There is no store "none".' } });
    const region = await ask('/api/v1/compare?from=2026-01-01&to=2026-01-01&region=moon');
    expect(region).toMatchObject({ status: 404, body: { detail: 'There is no region "moon".' } });
  });

  it('an unknown zone is refused by name', async () => {
    const answer = await ask('/api/v1/stores/arbat', { method: 'PUT', body: { timezone: 'Moscow' } });
    expect(answer).toMatchObject({ status: 400, type: problemType });
    expect(answer.body.errors[0].path).toBe('timezone');
  });

  it('a body that is no JSON, or far too large, is refused', async () => {
    expect(await ask('/api/v1/organisation', { method: 'PUT', body: '{"name":' })).toMatchObject({
      status: 400,
      type: problemType,
    });
    const large = await ask('/api/v1/organisation', { method: 'PUT', body: { name: 'x'.repeat(2_000_000) } });
    expect(large).toMatchObject({ status: 413, type: problemType });
  });

  it('ingest: bad items go to quarantine with their reason, good ones count', async () => {
    const body = [
      { start: '2026-01-05T10:00:00Z', end: '2026-01-05T10:15:00Z', in: 3 },
      { start: '2026-01-05T10:15:00Z', end: '2026-01-05T10:30:00Z', in: -3 },
      { start: '2026-01-05T10:30:00', end: '2026-01-05T10:45:00Z', in: 3 },
    ];
    const answer = await call(chain.server, '/api/v1/ingest/arbat/cam-1/counts', {
      method: 'POST',
      body,
      headers: basic('cam-1', secret),
    });
    expect(answer).toMatchObject({ status: 200, body: { accepted: 1, quarantined: 2, duplicates: 0, corrected: 0 } });
    expect(answer.body.items.map(({ reason }: { reason?: string }) => reason)).toEqual([
      undefined,
      'schema',
      'bad_time',
    ]);
  });

  it.each([
    { what: 'no JSON', path: 'arbat/cam-1/counts', body: '{"start":', status: 400, reason: 'malformed_json' },
    { what: 'an unknown kind', path: 'arbat/cam-1/weather', body: '{}', status: 404, reason: 'unknown_kind' },
    { what: 'an unknown device', path: 'arbat/cam-9/counts', body: '{}', status: 404, reason: 'unknown_device' },
    { what: 'an unknown store', path: 'nowhere/cam-1/counts', body: '{}', status: 404, reason: 'unknown_store' },
    {
      what: '300 KiB',
      path: 'arbat/cam-1/sales',
      body: `"${'x'.repeat(300 * 1024)}"`,
      status: 413,
      reason: 'too_large',
    },
    {
      what: '9 MiB',
      path: 'arbat/cam-1/status',
      body: `"${'x'.repeat(9 * 1024 * 1024)}"`,
      status: 413,
      reason: 'too_large',
    },
  ])('ingest of $what is refused whole and kept', async ({ path, body, status, reason }) => {
    const answer = await ask(`/api/v1/ingest/${path}`, { method: 'POST', body });
    expect(answer).toMatchObject({ status, type: problemType, body: { status, reason } });
    const kept = await ask(`/api/v1/quarantine?reason=${reason}`);
    expect(kept.body.items[0]).toMatchObject({ topic: `lintel/v1/${path}`, reason, count: 1 });
  });

  it('what an unknown device sent counts once the device is set up', async () => {
    const body = { start: '2026-01-06T10:00:00Z', end: '2026-01-06T10:15:00Z', in: 4 };
    await ask('/api/v1/ingest/arbat/late-1/counts', { method: 'POST', body });
    await put(chain, '/api/v1/stores/arbat/devices/late-1', {});
    await ask('/api/v1/quarantine/retry', { method: 'POST', body: { store: 'arbat' } });
    const { body: funnel } = await ask('/api/v1/stores/arbat/funnel?from=2026-01-06&to=2026-01-06');
    expect(funnel.total.entries).toBe(4);
  });

  it('the process’s measurements carry no sales figures', async () => {
    const { body, status } = await call(chain.server, '/metrics');
    expect(status).toBe(200);
    expect(body).toContain('lintel_messages_total');
    expect(body).not.toMatch(/entries|sales_minor|purchases/i);
    const behindProxy = await call(chain.server, '/metrics', { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(behindProxy).toMatchObject({ status: 401, type: problemType });
  });

  it('the dashboard is served under every path that is not the API’s, and never kept', async () => {
    const page = await call(chain.server, '/stores/arbat');
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const asset = /\/assets\/[^"]+\.js/.exec(page.body)?.[0] ?? '';
    const script = await call(chain.server, asset);
    expect(script.headers.get('cache-control')).toContain('immutable');
    const again = await fetch(`${chain.server.url}${asset}`, {
      headers: { 'if-none-match': script.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await call(chain.server, '/assets/none.js')).status).toBe(404);
    expect((await call(chain.server, '/../package.json')).type).not.toContain('json');
  });

  it('the API is browsable with what is on this server', async () => {
    const page = await call(chain.server, '/api/docs');
    expect(page.type).toContain('text/html');
    for (const [file] of page.body.matchAll(/\/api\/docs\/[\w.-]+/g)) {
      expect((await call(chain.server, file)).status).toBe(200);
    }
  });
});
