import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic, bearer, type Call, type Chain, call, newToken, put, startChain } from './chain.ts';
import { routes } from './everyRoute.ts';
import type { Access, Tried } from './tried.ts';

/** Who calls: their headers, what they may, and which of the two stores is theirs. */
interface Visitor {
  readonly headers: Record<string, string>;
  readonly may: readonly Access[];
  readonly stores: readonly string[];
  readonly isKnown: boolean;
}

const own = 'arbat';
const other = 'nevsky';
const visitors = new Map<string, Visitor>();
let chain: Chain;

beforeAll(async () => {
  chain = await startChain();
  const { server, token } = chain;
  const regions = [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ];
  for (const region of regions) await put(chain, `/api/v1/regions/${region.id}`, { name: region.name });
  for (const [store, region] of [
    [own, 'north'],
    [other, 'south'],
  ] as const) {
    await put(chain, `/api/v1/stores/${store}`, { name: store, timezone: 'UTC', region });
    await put(chain, `/api/v1/stores/${store}/devices/spare-${store}`, {});
  }
  const device = await put(chain, `/api/v1/stores/${own}/devices/cam-${own}`, {});
  await put(chain, `/api/v1/stores/${other}/devices/cam-${other}`, {});
  const all = ['none', 'read', 'quarantine', 'correct', 'ingest', 'owner'] as const;
  const staff = ['none', 'read', 'quarantine', 'correct', 'ingest'] as const;
  const of = async (grants: Record<string, unknown>): Promise<Record<string, string>> =>
    bearer((await newToken(chain, grants)).token);
  const add = (name: string, visitor: Omit<Visitor, 'isKnown'>, isKnown = true): void => {
    visitors.set(name, { ...visitor, isKnown });
  };
  add('an owner', { headers: bearer(token), may: all, stores: [own, other] });
  add('the owner, signed in', { headers: { cookie: chain.cookie }, may: all, stores: [own, other] });
  add('a regional', { headers: await of({ role: 'regional', regions: ['north'] }), may: staff, stores: [own] });
  add('another region’s regional', {
    headers: await of({ role: 'regional', regions: ['south'] }),
    may: staff,
    stores: [other],
  });
  add('a manager', { headers: await of({ role: 'manager', stores: [own] }), may: staff, stores: [own] });
  add('another store’s manager', {
    headers: await of({ role: 'manager', stores: [other] }),
    may: staff,
    stores: [other],
  });
  add('a viewer', { headers: await of({ role: 'viewer', stores: [own] }), may: ['none', 'read'], stores: [own] });
  add('a device', { headers: basic(`cam-${own}`, device.body.secret), may: ['none', 'ingest'], stores: [own] });
  add('nobody', { headers: {}, may: ['none'], stores: [] }, false);
  add('a wrong token', { headers: bearer('lintel_wrong'), may: ['none'], stores: [] }, false);
  add('a wrong device secret', { headers: basic(`cam-${own}`, 'wrong'), may: ['none'], stores: [] }, false);
  const expiresAt = new Date(Date.now() + 1000).toISOString();
  const expired = await newToken(chain, { role: 'owner', expiresAt });
  const revoked = await newToken(chain, { role: 'owner' });
  await call(server, `/api/v1/tokens/${revoked.id}`, { method: 'DELETE', headers: bearer(token) });
  await sleep(1100);
  add('an expired token', { headers: bearer(expired.token), may: ['none'], stores: [] }, false);
  add('a revoked token', { headers: bearer(revoked.token), may: ['none'], stores: [] }, false);
});
afterAll(() => chain?.stop());

function expected(tried: Tried, visitor: Visitor, store: string): number {
  if (tried.access !== 'none' && !visitor.isKnown) return 401;
  if (!visitor.may.includes(tried.access)) return 403;
  if (tried.isOfStore && !visitor.stores.includes(store)) return 404;
  return tried.ok ?? 200;
}

async function statusOf(
  name: string,
  { tried, visitor, store }: { tried: Tried; visitor: Visitor; store: string },
): Promise<{ status: number; type: string }> {
  const [method = ''] = name.split(' ');
  const body = typeof tried.body === 'function' ? tried.body(store) : tried.body;
  const init: Call = { method, headers: visitor.headers, ...(body === undefined ? {} : { body }) };
  if (!name.endsWith('/live')) return call(chain.server, tried.path(store), init);
  const answer = await fetch(`${chain.server.url}${tried.path(store)}`, { headers: visitor.headers });
  await answer.body?.cancel();
  return { status: answer.status, type: answer.headers.get('content-type') ?? '' };
}

describe('who may do what', () => {
  it('every route of the OpenAPI document is known here, and no other', async () => {
    const { body } = await call(chain.server, '/api/v1/openapi.json');
    const methods = ['get', 'put', 'post', 'delete', 'patch'];
    const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => methods.includes(method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(Object.keys(routes))('%s', async (name) => {
    const tried = routes[name] as Tried;
    for (const [who, visitor] of visitors) {
      for (const store of [own, other]) {
        const { status, type } = await statusOf(name, { tried, visitor, store });
        const wanted = expected(tried, visitor, store);
        expect({ who, store, status }).toEqual({ who, store, status: wanted });
        if (wanted >= 400) expect({ who, type }).toEqual({ who, type: 'application/problem+json' });
      }
    }
  });

  it('a device reports for itself alone', async () => {
    const visitor = visitors.get('a device') as Visitor;
    const answer = await call(chain.server, `/api/v1/ingest/${own}/spare-${own}/counts`, {
      method: 'POST',
      headers: visitor.headers,
      body: [],
    });
    expect(answer.status).toBe(403);
  });
});
