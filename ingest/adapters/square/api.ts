import { fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { spanSince } from '../polling.ts';
import type { ApiAsk, ApiPage, VendorApi } from '../vendorApi.ts';

/** Square's dated API version, by which the shape of answers stays as it was learnt. */
const squareVersion = '2025-01-23';
/** SearchOrders takes no more locations in one request. */
const mostLocations = 10;
const json = { 'content-type': 'application/json' };

/** Orders API of Square: one order by its id, and all that changed at some locations. */
export const squareApi: VendorApi = {
  host: 'https://connect.squareup.com',
  pollEverySeconds: 300,
  headers: (secret) => ({ authorization: `Bearer ${secret}`, 'square-version': squareVersion }),
  ask(resource, key) {
    return resource === 'order' ? { method: 'GET', path: `/v2/orders/${encodeURIComponent(key)}` } : null;
  },
  found(_resource, answer) {
    const { order } = fieldsOf(answer);
    return isFields(order) ? [{ order }] : [];
  },
  poll(cursor, { now, options }) {
    const locations = locationsOf(options);
    if (locations.length === 0) return null;
    const { since, till } = spanSince(cursor, now);
    return searchFor({
      location_ids: locations,
      query: {
        filter: { date_time_filter: { updated_at: { start_at: since, end_at: till } } },
        sort: { sort_field: 'UPDATED_AT', sort_order: 'ASC' },
      },
      limit: 500,
    });
  },
  page(answer, { ask }): ApiPage {
    const { orders, cursor } = fieldsOf(answer);
    const found = listOf(orders)
      .filter(isFields)
      .map((order) => ({ resource: 'order', body: { order } }));
    const asked = bodyOf(ask);
    const more = textOf(cursor);
    const next = more === '' ? null : searchFor({ ...asked, cursor: more });
    return { found, next, cursor: tillOf(asked) };
  },
};

function searchFor(body: Readonly<Record<string, unknown>>): ApiAsk {
  return { method: 'POST', path: '/v2/orders/search', headers: json, body: JSON.stringify(body) };
}

function bodyOf({ body = '{}' }: ApiAsk): Readonly<Record<string, unknown>> {
  return fieldsOf(JSON.parse(body));
}

function tillOf(asked: Readonly<Record<string, unknown>>): string | null {
  const span = fieldsOf(fieldsOf(fieldsOf(fieldsOf(asked['query'])['filter'])['date_time_filter'])['updated_at']);
  const till = textOf(span['end_at']);
  return till === '' ? null : till;
}

/** The option `locations`; without it the location that the device stands for. */
function locationsOf(options: Readonly<Record<string, unknown>>): readonly string[] {
  const given = options['locations'] ?? options['address'];
  const names = Array.isArray(given) ? given.map(textOf) : textOf(given).split(/[\s,;]+/);
  return names.filter((name) => name !== '').slice(0, mostLocations);
}
