import { fieldsOf, listOf, textOf } from '../jsonFields.ts';
import { pathWith, queryOf, spanSince } from '../polling.ts';
import type { ApiPage, VendorApi } from '../vendorApi.ts';

/** Receipts of the Loyverse API (GET /v1.0/receipts: at most 250 a page, 60 requests a minute). */
export const loyverseApi: VendorApi = {
  host: 'https://api.loyverse.com',
  pollEverySeconds: 300,
  headers: (secret) => ({ authorization: `Bearer ${secret}` }),
  ask(resource, key) {
    return resource === 'receipt' ? { method: 'GET', path: `/v1.0/receipts/${encodeURIComponent(key)}` } : null;
  },
  found(_resource, answer) {
    return [{ receipts: [answer] }];
  },
  poll(cursor, { now }) {
    const { since, till } = spanSince(cursor, now);
    const query = { updated_at_min: since, updated_at_max: till, limit: '250' };
    return { method: 'GET', path: pathWith('/v1.0/receipts', query) };
  },
  page(answer, { ask }): ApiPage {
    const receipts = listOf(fieldsOf(answer)['receipts']);
    // One message each: a page of them may be larger than a message may be.
    const found = receipts.map((receipt) => ({ resource: 'receipt', body: { receipts: [receipt] } }));
    const query = queryOf(ask.path);
    const till = query.get('updated_at_max');
    const more = textOf(fieldsOf(answer)['cursor']);
    if (more === '') return { found, next: null, cursor: till };
    const path = pathWith('/v1.0/receipts', { ...Object.fromEntries(query), cursor: more });
    return { found, next: { method: 'GET', path }, cursor: till };
  },
};
