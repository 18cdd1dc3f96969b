import { fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { carriedHeader, pathWith, queryOf, spanSince } from '../polling.ts';
import type { ApiAsk, ApiPage, VendorApi } from '../vendorApi.ts';
import { isSale } from './sale.ts';

const pageSize = 200;

/**
 * API 2.0 of X-Series: everything has a version that grows with every change of the account, which is the cursor
 * (x-series-api.lightspeedhq.com/docs/pagination). The first time, what was sold in the last two days is searched for.
 */
export const lightspeedApi: VendorApi = {
  /** Every shop has its own. */
  host: '',
  pollEverySeconds: 300,
  headers: (secret) => ({ authorization: `Bearer ${secret}` }),
  ask(resource, key) {
    return resource === 'sale' ? { method: 'GET', path: `/api/2.0/sales/${encodeURIComponent(key)}` } : null;
  },
  found(_resource, answer) {
    const { data } = fieldsOf(answer);
    return isSale(data) ? [{ data }] : [];
  },
  poll(cursor, { now }) {
    return cursor === null ? searchFrom(spanSince(null, now).since, 0) : askAfter(cursor);
  },
  page(answer, { ask }): ApiPage {
    const { data } = fieldsOf(answer);
    const sales = listOf(data).filter(isFields);
    const found = sales.filter(isSale).map((sale) => ({ resource: 'sale', body: { data: sale } }));
    const isSearch = ask.path.startsWith('/api/2.0/search');
    const query = queryOf(ask.path);
    const before = isSearch ? (ask.headers?.[carriedHeader] ?? null) : query.get('after');
    const newest = newestOf(
      sales.map(({ version }) => version),
      before,
    );
    if (!isSearch)
      return { found, next: sales.length === 0 || newest === null ? null : askAfter(newest), cursor: newest };
    const isLast = sales.length < pageSize;
    const offset = Number(query.get('offset') ?? 0) + pageSize;
    return { found, next: isLast ? null : searchFrom(query.get('date_from') ?? '', offset, newest), cursor: newest };
  },
};

function askAfter(version: string): ApiAsk {
  return { method: 'GET', path: pathWith('/api/2.0/sales', { after: version, page_size: String(pageSize) }) };
}

/** `seen`: the highest version so far, which goes from page to page. */
function searchFrom(since: string, offset: number, seen: string | null = null): ApiAsk {
  const query = {
    type: 'sales',
    date_from: since,
    order_by: 'date',
    order_direction: 'asc',
    page_size: String(pageSize),
    offset: String(offset),
  };
  const headers = seen === null ? {} : { [carriedHeader]: seen };
  return { method: 'GET', path: pathWith('/api/2.0/search', query), headers };
}

function newestOf(versions: readonly unknown[], before: string | null): string | null {
  let newest = before === null ? Number.NaN : Number(before);
  for (const version of versions) {
    if (typeof version === 'number' && !(version <= newest)) newest = version;
  }
  return Number.isNaN(newest) ? null : String(newest);
}
