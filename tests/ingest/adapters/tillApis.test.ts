import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { lightspeed } from '../../../ingest/adapters/lightspeed/adapter.ts';
import { loyverse } from '../../../ingest/adapters/loyverse/adapter.ts';
import { moysklad } from '../../../ingest/adapters/moysklad/adapter.ts';
import { spanSince } from '../../../ingest/adapters/polling.ts';
import { shopify } from '../../../ingest/adapters/shopify/adapter.ts';
import { square } from '../../../ingest/adapters/square/adapter.ts';
import type { ApiAsk, VendorApi } from '../../../ingest/adapters/vendorApi.ts';
import { clock } from '../house.ts';
import { fixtures as lightspeedFixtures } from './fixtures/lightspeed.ts';
import { fixtures as loyverseFixtures } from './fixtures/loyverse.ts';
import { fixtures as moyskladFixtures } from './fixtures/moysklad.ts';
import { fixtures as shopifyFixtures } from './fixtures/shopify.ts';
import { fixtures as squareFixtures } from './fixtures/square.ts';

type Json = Record<string, unknown>;

function apiOf({ api }: Adapter): VendorApi {
  if (api === null) throw new Error('It has no API.');
  return api;
}

/** What a fixture sends, of the kind that an API answers. */
function sentOf(fixtures: readonly { readonly name: string; readonly sent: unknown }[], name: string): Json {
  // Each of the fixtures named here sends an object.
  return fixtures.find((one) => one.name.includes(name))?.sent as Json;
}

/** All requests of a poll whose pages are these, and what was found. */
function polled(
  api: VendorApi,
  { cursor, options, answers }: { cursor: string | null; options?: Json; answers: readonly unknown[] },
): { readonly asks: readonly ApiAsk[]; readonly found: number; readonly cursor: string | null } {
  const asks: ApiAsk[] = [];
  let found = 0;
  let end: string | null = null;
  let ask = api.poll(cursor, { now: clock, options: options ?? {} });
  for (const answer of answers) {
    if (ask === null) break;
    asks.push(ask);
    const page = api.page(answer, { ask, now: clock });
    found += page.found.length;
    end = page.cursor;
    ask = page.next;
  }
  expect(ask).toBeNull();
  return { asks, found, cursor: end };
}

const before = '2026-03-20T11:55:00.000Z';
const overlapped = '2026-03-20T11:45:00.000Z';
const now = '2026-03-20T12:00:00.000Z';

test('the first poll looks back two days, the next to ten minutes before the last', () => {
  expect(spanSince(null, clock)).toEqual({ since: '2026-03-18T12:00:00.000Z', till: now });
  expect(spanSince(before, clock)).toEqual({ since: overlapped, till: now });
  expect(spanSince('not a time', clock).since).toBe('2026-03-18T12:00:00.000Z');
  expect(spanSince('2027-01-01T00:00:00Z', clock).since).toBe('2026-03-20T11:50:00.000Z');
});

describe('Square', () => {
  const api = apiOf(square);
  const { order } = sentOf(squareFixtures, 'an order of a scarf');

  test('is asked for the order that a notice names', () => {
    expect(api.ask('order', 'ORD/1')).toEqual({ method: 'GET', path: '/v2/orders/ORD%2F1' });
    expect(api.ask('shift', 'S1')).toBeNull();
    expect(api.found('order', { order })).toEqual([{ order }]);
    expect(api.found('order', { errors: [] })).toEqual([]);
    expect(api.headers('key')).toMatchObject({ authorization: 'Bearer key' });
  });

  test('is polled for orders of its locations, page by page', () => {
    const answers = [{ orders: [order, order], cursor: 'more' }, { orders: [order] }];
    const { asks, found, cursor } = polled(api, { cursor: before, options: { address: ['LOCARBAT01'] }, answers });
    const bodies = asks.map(({ body = '' }): Json => JSON.parse(body));
    expect(asks.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(2).fill('POST /v2/orders/search'));
    expect(bodies[0]).toMatchObject({
      location_ids: ['LOCARBAT01'],
      query: { filter: { date_time_filter: { updated_at: { start_at: overlapped, end_at: now } } } },
    });
    expect(bodies[1]).toEqual({ ...bodies[0], cursor: 'more' });
    expect({ found, cursor }).toEqual({ found: 3, cursor: now });
  });

  test('is not polled without a location', () => {
    expect(api.poll(null, { now: clock, options: {} })).toBeNull();
    const named = api.poll(null, { now: clock, options: { locations: 'L1, L2', address: ['L3'] } });
    expect(JSON.parse(named?.body ?? '')).toMatchObject({ location_ids: ['L1', 'L2'] });
  });
});

describe('Shopify', () => {
  const api = apiOf(shopify);
  const order = sentOf(shopifyFixtures, 'an order at the point of sale');

  test('has a host of each shop’s own, and orders by their number', () => {
    expect(api.host).toBe('');
    expect(api.ask('order', '71')?.path).toMatch(/^\/admin\/api\/\d{4}-\d\d\/orders\/71\.json$/);
    expect(api.found('order', { order })).toEqual([{ order }]);
    expect(api.headers('shpat_1')).toEqual({ 'x-shopify-access-token': 'shpat_1' });
  });

  test('is polled on from the last order of a full page', () => {
    const full = Array<unknown>(250).fill({ ...order, updated_at: '2026-03-20T12:50:00+01:00' });
    const { asks, found, cursor } = polled(api, {
      cursor: before,
      answers: [{ orders: full }, { orders: full }, { orders: [order] }],
    });
    const since = asks.map(({ path }) => new URL(path, 'https://x.example').searchParams.get('updated_at_min'));
    expect(since).toEqual([overlapped, '2026-03-20T11:50:00.000Z', '2026-03-20T11:50:01.000Z']);
    expect({ found, cursor }).toEqual({ found: 501, cursor: now });
  });
});

describe('Loyverse', () => {
  const api = apiOf(loyverse);
  const { receipts } = sentOf(loyverseFixtures, 'receipts of a page');

  test('is polled by its own cursor within one span', () => {
    const answers = [{ receipts, cursor: 'abc' }, { receipts: [] }];
    const { asks, found, cursor } = polled(api, { cursor: before, answers });
    const queries = asks.map(({ path }) => Object.fromEntries(new URL(path, 'https://x.example').searchParams));
    const span = { updated_at_min: overlapped, updated_at_max: now, limit: '250' };
    expect(queries).toEqual([span, { ...span, cursor: 'abc' }]);
    expect({ found, cursor }).toEqual({ found: 2, cursor: now });
  });

  test('answers one receipt by its number', () => {
    expect(api.ask('receipt', '3-2107')).toEqual({ method: 'GET', path: '/v1.0/receipts/3-2107' });
    expect(api.found('receipt', { receipt_number: '3-2107' })).toEqual([{ receipts: [{ receipt_number: '3-2107' }] }]);
    expect(api.headers('key')).toEqual({ authorization: 'Bearer key' });
  });
});

describe('Lightspeed', () => {
  const api = apiOf(lightspeed);
  const sale = { ...sentOf(lightspeedFixtures, 'a sale of amounts'), version: 48_199 };

  test('is searched the first time and followed by version from then on', () => {
    const first = polled(api, { cursor: null, answers: [{ data: [sale, { ...sale, version: 48_188 }] }] });
    expect(first.asks[0]?.path).toContain('/api/2.0/search?type=sales&date_from=2026-03-18');
    expect(first).toMatchObject({ found: 2, cursor: '48199' });
    const next = polled(api, { cursor: '48199', answers: [{ data: [{ ...sale, version: 48_250 }] }, { data: [] }] });
    expect(next.asks.map(({ path }) => path)).toEqual([
      '/api/2.0/sales?after=48199&page_size=200',
      '/api/2.0/sales?after=48250&page_size=200',
    ]);
    expect(next).toMatchObject({ found: 1, cursor: '48250' });
  });

  test('keeps the highest version over the pages of a search', () => {
    const page = (version: number): unknown => ({ data: Array<unknown>(200).fill({ ...sale, version }) });
    const { cursor, asks } = polled(api, { cursor: null, answers: [page(90), page(80), { data: [] }] });
    expect(asks.map(({ path }) => new URL(path, 'https://x.example').searchParams.get('offset'))).toEqual([
      '0',
      '200',
      '400',
    ]);
    expect(cursor).toBe('90');
  });

  test('answers one sale by its id', () => {
    expect(api.ask('sale', 'a')).toEqual({ method: 'GET', path: '/api/2.0/sales/a' });
    expect(api.found('sale', { data: sale })).toEqual([{ data: sale }]);
    expect(api.host).toBe('');
  });
});

describe('МойСклад', () => {
  const api = apiOf(moysklad);
  const demand = sentOf(moyskladFixtures, 'a sale at 15:04');
  const filters = (asks: readonly ApiAsk[]): string[] =>
    asks.map(({ path }) => {
      const { pathname, searchParams } = new URL(path, 'https://x.example');
      const [since = ''] = (searchParams.get('filter') ?? '').split(';');
      return `${pathname.split('/').at(-1)} ${since} +${searchParams.get('offset')}`;
    });

  test('is asked for the document that a notice names, with its positions and currency', () => {
    expect(api.ask('retaildemand', 'd-1')?.path).toBe(
      '/api/remap/1.2/entity/retaildemand/d-1?expand=positions%2Crate.currency',
    );
    expect(api.ask('product', 'p-1')).toBeNull();
    expect(api.found('retaildemand', demand)).toEqual([demand]);
    expect(api.headers('key')).toMatchObject({ authorization: 'Bearer key', 'accept-encoding': 'gzip' });
  });

  test('is asked for a deleted document in the recycle bin, where only a list shows it', () => {
    const path = decodeURIComponent(api.ask('deleted:retaildemand', 'd-1')?.path ?? '');
    expect(path).toContain('/entity/retaildemand?filter=id=d-1;isDeleted=true;isDeleted=false');
    expect(api.found('deleted:retaildemand', { rows: [demand] })).toEqual([demand]);
    expect(api.found('deleted:retaildemand', { rows: [] })).toEqual([]);
  });

  test('is polled for sales, then for returns, in Moscow’s time', () => {
    const { asks, found, cursor } = polled(api, { cursor: before, answers: [{ rows: [demand] }, { rows: [] }] });
    expect(filters(asks)).toEqual([
      'retaildemand updated>=2026-03-20 14:45:00 +0',
      'retailsalesreturn updated>=2026-03-20 14:45:00 +0',
    ]);
    expect({ found, cursor }).toEqual({ found: 1, cursor: now });
  });

  test('goes on from the last document of a full page, and returns begin where sales began', () => {
    const full = { rows: Array<unknown>(100).fill({ ...demand, updated: '2026-03-20 14:50:07.120' }) };
    const { asks } = polled(api, { cursor: before, answers: [full, full, { rows: [demand] }, { rows: [] }] });
    expect(filters(asks)).toEqual([
      'retaildemand updated>=2026-03-20 14:45:00 +0',
      'retaildemand updated>=2026-03-20 14:50:07 +0',
      'retaildemand updated>=2026-03-20 14:50:07 +100',
      'retailsalesreturn updated>=2026-03-20 14:45:00 +0',
    ]);
  });
});

test('whatever a vendor answers, a page is made of it', () => {
  for (const { api } of [square, shopify, loyverse, lightspeed, moysklad]) {
    const ask = api?.poll(null, { now: clock, options: { locations: 'L1' } }) ?? null;
    for (const answer of [null, '', 7, [], {}, { data: null, rows: 1, orders: [null], receipts: 'x', cursor: 5 }]) {
      expect(ask === null ? null : api?.page(answer, { ask, now: clock }).found).toEqual([]);
      expect(Array.isArray(api?.found('order', answer))).toBe(true);
    }
  }
});
