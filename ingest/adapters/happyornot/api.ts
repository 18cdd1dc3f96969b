import { pathWith, queryOf, spanSince } from '../polling.ts';
import type { ApiPage, VendorApi } from '../vendorApi.ts';

const dayMs = 86_400_000;
/** Terminals send by radio, some of them once a day, and later where there was no reception. */
const lateDays = 3;
const pageLength = 1000;
/** One message each: a page of them may be larger than a message may be. */
const inMessage = 200;

/** Button feedbacks of the Customer API v2: `startDate` is included, `endDate` is not, both dates of the experience points. */
export const happyornotApi: VendorApi = {
  host: 'https://api.happy-or-not.com',
  pollEverySeconds: 900,
  headers: (secret) => ({ 'x-hon-api-token': secret }),
  ask: () => null,
  found: () => [],
  poll(cursor, { now }) {
    const { since, till } = spanSince(cursor, now);
    const startDate = dateOf(Date.parse(since) - lateDays * dayMs);
    // East of Greenwich tomorrow has begun.
    const query = { startDate, endDate: dateOf(now + 2 * dayMs), limit: String(pageLength), offset: '0', till };
    return { method: 'GET', path: pathWith(path, query) };
  },
  page(answer, { ask }): ApiPage {
    const all: readonly unknown[] = Array.isArray(answer) ? answer : [];
    const found: ApiPage['found'][number][] = [];
    for (let at = 0; at < all.length; at += inMessage) {
      found.push({ resource: 'feedback', body: all.slice(at, at + inMessage) });
    }
    const query = queryOf(ask.path);
    const cursor = query.get('till');
    // The header X-More-Available says so too; a page that is not full is the last.
    if (all.length < pageLength) return { found, next: null, cursor };
    const offset = String(Number(query.get('offset')) + all.length);
    return { found, next: { method: 'GET', path: pathWith(path, { ...Object.fromEntries(query), offset }) }, cursor };
  },
};

const path = '/v2/results/button-feedbacks.json';

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
