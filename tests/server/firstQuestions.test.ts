import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chain, call, put, startChain } from './chain.ts';

let chain: Chain;

beforeAll(async () => {
  chain = await startChain();
  for (const store of ['arbat', 'nevsky']) await put(chain, `/api/v1/stores/${store}`, { timezone: 'Europe/Moscow' });
});
afterAll(() => chain?.stop());

/** What the page announces that it will ask. */
async function announced(path: string, cookie: string = chain.cookie): Promise<string[]> {
  const { headers } = await call(chain.server, path, { headers: { cookie } });
  return [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel=preload; as=fetch; crossorigin/g)].map(
    ([, asked]) => asked ?? '',
  );
}

/** What Today brings along, so that nobody has to ask. */
async function brought(path: string): Promise<string[]> {
  const { body, headers } = await call(chain.server, path, { headers: { cookie: chain.cookie } });
  expect(headers.get('link')).toBe(null);
  const answers = /id="first-answers">(.*?)<\/script>/s.exec(String(body))?.[1] ?? '{}';
  return Object.keys(JSON.parse(answers) as object);
}

async function prefer(language: 'fa' | null): Promise<void> {
  const body = { language, digits: null, calendar: null, theme: 'system' };
  const headers = { cookie: chain.cookie, origin: chain.server.url };
  expect((await call(chain.server, '/api/v1/me/preferences', { method: 'PUT', headers, body })).status).toBe(200);
}

const always = ['/api/v1/public', '/api/v1/me', '/api/v1/stores'];

const asksToday: readonly [string, string][] = [
  ['/', 'arbat'],
  ['/?store=nevsky', 'nevsky'],
  ['/?store=elsewhere', 'arbat'],
];

it.each(asksToday)('Today (%s) brings along what it would ask first, also the day of %s', async (path, store) => {
  expect(await brought(path)).toEqual([...always, `/api/v1/stores/${store}/today`]);
});

it.each(asksToday)('Today (%s) announces the same where it comes undrawn: the day of %s', async (path, store) => {
  // Who chose another language elsewhere has the page loaded once more.
  await prefer('fa');
  expect(await announced(path)).toEqual([...always, `/api/v1/stores/${store}/today`]);
  await prefer(null);
});

it('a day that is over and other pages ask for other things', async () => {
  expect(await announced('/?date=2026-01-01')).toEqual(always);
  expect(await announced('/queue?store=arbat')).toEqual(always);
});

it('nothing is announced to those who are not signed in, or on pages of their own', async () => {
  expect(await announced('/', '')).toEqual([]);
  expect(await announced('/', 'lintel.session_token=forged')).toEqual([]);
  expect(await announced('/count')).toEqual([]);
});
