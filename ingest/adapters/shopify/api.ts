import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { pathWith, queryOf, spanSince } from '../polling.ts';
import type { ApiAsk, ApiPage, VendorApi } from '../vendorApi.ts';

/** Versions last a year; a later one answers in its place then (shopify.dev/docs/api/usage/versioning). */
const version = '2026-07';
const pageSize = 250;

/**
 * Orders of Shopify's REST Admin API. Pages are taken by `updated_at` and not by the address of the next one, which stands in a header.
 */
export const shopifyApi: VendorApi = {
  /** Every shop has its own. */
  host: '',
  pollEverySeconds: 300,
  headers: (secret) => ({ 'x-shopify-access-token': secret }),
  ask(resource, key) {
    if (resource !== 'order') return null;
    return { method: 'GET', path: `/admin/api/${version}/orders/${encodeURIComponent(key)}.json` };
  },
  found(_resource, answer) {
    const { order } = fieldsOf(answer);
    return isFields(order) ? [{ order }] : [];
  },
  poll(cursor, { now }) {
    const { since, till } = spanSince(cursor, now);
    return askSince(since, till);
  },
  page(answer, { ask }): ApiPage {
    const orders = listOf(fieldsOf(answer)['orders']).filter(isFields);
    const found = orders.map((order) => ({ resource: 'order', body: { order } }));
    const query = queryOf(ask.path);
    const till = query.get('updated_at_max');
    const last = orders.length < pageSize || till === null ? null : lastOf(orders, query.get('updated_at_min') ?? '');
    return { found, next: last === null ? null : askSince(last, till ?? ''), cursor: till };
  },
};

function askSince(since: string, till: string): ApiAsk {
  const query = {
    status: 'any',
    limit: String(pageSize),
    order: 'updated_at asc',
    updated_at_min: since,
    updated_at_max: till,
  };
  return { method: 'GET', path: pathWith(`/admin/api/${version}/orders.json`, query) };
}

/** Where the next page begins: at the last order of this one, or after it where a whole page changed in the same second. */
function lastOf(orders: readonly Fields[], since: string): string | null {
  const last = Date.parse(textOf(orders.at(-1)?.['updated_at']));
  if (Number.isNaN(last)) return null;
  return new Date(last > Date.parse(since) ? last : last + 1000).toISOString();
}
