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

const always = ['/api/v1/public', '/api/v1/me', '/api/v1/stores'];

it('the page announces what it asks first, Today also the first store’s day or the chosen one’s', async () => {
  expect(await announced('/')).toEqual([...always, '/api/v1/stores/arbat/today']);
  expect(await announced('/?store=nevsky')).toEqual([...always, '/api/v1/stores/nevsky/today']);
  expect(await announced('/?store=elsewhere')).toEqual([...always, '/api/v1/stores/arbat/today']);
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
