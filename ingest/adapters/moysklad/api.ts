import { type Fields, fieldsOf, listOf, textOf } from '../jsonFields.ts';
import { carriedHeader, pathWith, queryOf, spanSince } from '../polling.ts';
import type { ApiAsk, ApiPage, VendorApi } from '../vendorApi.ts';
import { type DocumentType, isDocument, isDocumentType } from './document.ts';

const root = '/api/remap/1.2/entity';
/** With positions in it a page has no more (md/_general.md, expand). */
const pageSize = 100;
const expand = 'positions,rate.currency';
/** Asked for after `retaildemand`. */
const second: DocumentType = 'retailsalesreturn';
const moscowMs = 3 * 3_600_000;
/** A deleted document is in the recycle bin, which only a list shows. */
const deleted = 'deleted:';

/** JSON API 1.2: one document, and all that changed. It answers in gzip only. */
export const moyskladApi: VendorApi = {
  host: 'https://api.moysklad.ru',
  pollEverySeconds: 300,
  headers: (secret) => ({ authorization: `Bearer ${secret}`, 'accept-encoding': 'gzip' }),
  ask(resource, key) {
    const type = resource.startsWith(deleted) ? resource.slice(deleted.length) : resource;
    if (!isDocumentType(type)) return null;
    if (type === resource) {
      return { method: 'GET', path: pathWith(`${root}/${type}/${encodeURIComponent(key)}`, { expand }) };
    }
    const filter = `id=${key};isDeleted=true;isDeleted=false`;
    return { method: 'GET', path: pathWith(`${root}/${type}`, { filter, expand, limit: String(pageSize) }) };
  },
  found(_resource, answer) {
    return isDocument(answer) ? [answer] : listOf(fieldsOf(answer)['rows']).filter(isDocument);
  },
  poll(cursor, { now }) {
    const { since, till } = spanSince(cursor, now);
    const from = moscowText(since);
    return askSince('retaildemand', { from, since: from, till: moscowText(till), offset: 0 });
  },
  page(answer, { ask }): ApiPage {
    const rows = listOf(fieldsOf(answer)['rows']).filter(isDocument);
    const type = ask.path.includes(`/${second}?`) ? second : 'retaildemand';
    const found = rows.map((body) => ({ resource: type, body }));
    const asked = windowOf(ask);
    if (rows.length >= pageSize) return { found, next: askSince(type, nextWindow(asked, rows)), cursor: null };
    const from = { ...asked, since: asked.from, offset: 0 };
    const next = type === second ? null : askSince(second, from);
    return { found, next, cursor: asked.till === '' ? null : utcText(asked.till) };
  },
};

/** What is asked for, in Moscow's time. */
interface Window {
  /** Where the first page began: the second list begins there too. */
  readonly from: string;
  /** Where this page begins. */
  readonly since: string;
  readonly till: string;
  /** More than a page of documents may have changed in the same second. */
  readonly offset: number;
}

function askSince(type: DocumentType, { from, since, till, offset }: Window): ApiAsk {
  const filter = `updated>=${since};updated<=${till};isDeleted=true;isDeleted=false`;
  const query = { filter, order: 'updated,asc', expand, limit: String(pageSize), offset: String(offset) };
  return { method: 'GET', path: pathWith(`${root}/${type}`, query), headers: { [carriedHeader]: from } };
}

function windowOf({ path, headers }: ApiAsk): Window {
  const query = queryOf(path);
  const bounds = (query.get('filter') ?? '').split(';');
  const since = boundOf(bounds, 'updated>=');
  const offset = Number(query.get('offset') ?? 0);
  return { from: headers?.[carriedHeader] ?? since, since, till: boundOf(bounds, 'updated<='), offset };
}

function boundOf(bounds: readonly string[], beginning: string): string {
  return bounds.find((bound) => bound.startsWith(beginning))?.slice(beginning.length) ?? '';
}

/** From the last document of a page on: what changes meanwhile moves to the end and makes no other slip through. */
function nextWindow(asked: Window, rows: readonly Fields[]): Window {
  const last = textOf(rows.at(-1)?.['updated']).slice(0, 19);
  const isSame = last === '' || last === asked.since;
  return isSame ? { ...asked, offset: asked.offset + pageSize } : { ...asked, since: last, offset: 0 };
}

function moscowText(utc: string): string {
  return new Date(Date.parse(utc) + moscowMs).toISOString().slice(0, 19).replace('T', ' ');
}

function utcText(moscow: string): string {
  return new Date(Date.parse(`${moscow.replace(' ', 'T')}Z`) - moscowMs).toISOString();
}
