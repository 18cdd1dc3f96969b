import { timesOf } from '../decimal.ts';
import { type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { piecesOf, shiftedTimeOf } from '../receipts.ts';

/** Documents that are sales, and what they are here. */
const types = { retaildemand: 'sale', retailsalesreturn: 'return' } as const;
export type DocumentType = keyof typeof types;

/** All times of the API are Moscow's (md/_general.md), which has been three hours ahead since 2014. */
const moscow = '+03:00';

/** What a `meta` points to: its type and the id at the end of its address. */
export function linkOf(holder: unknown): { readonly type: string; readonly id: string } {
  const meta = fieldsOf(fieldsOf(holder)['meta']);
  const path = textOf(meta['href']).split('?', 1)[0] ?? '';
  return { type: textOf(meta['type']), id: path.slice(path.lastIndexOf('/') + 1) };
}

export function isDocumentType(type: string): type is DocumentType {
  return Object.hasOwn(types, type);
}

export function isDocument(value: unknown): value is Fields {
  return isFields(value) && isDocumentType(linkOf(value).type) && 'moment' in value;
}

/** A retail sale or return; `value` is one by `isDocument`. */
export function readDocument(document: Fields): Report {
  const address = linkOf(document['retailStore']).id;
  return { address, findings: [foundIn(document)] };
}

function foundIn(document: Fields): Finding {
  const link = linkOf(document);
  const id = textOf(document['id']) || link.id;
  const at = shiftedTimeOf(document['moment'], moscow);
  if (at === null) return fault('schema', `Document ${id} has no moment.`);
  const isReturn = link.type === 'retailsalesreturn';
  const vat = kopecksOf(document['vatSum']);
  return {
    kind: 'sale',
    id,
    at,
    type: isReturn ? types.retailsalesreturn : types.retaildemand,
    total: { major: kopecksOf(document['sum']) ?? 'no sum' },
    tax: vat === null ? null : { major: vat },
    items: piecesOf(listOf(fieldsOf(document['positions'])['rows']).map((row) => fieldsOf(row)['quantity'])),
    currency: textOf(fieldsOf(fieldsOf(document['rate'])['currency'])['isoCode']) || null,
    channel: linkOf(document['customerOrder']).id === '' ? 'store' : 'pickup',
    isTraining: document['applicable'] === false || textOf(document['deleted']) !== '',
    original: isReturn ? linkOf(document['demand']).id || null : null,
    updatedAt: shiftedTimeOf(document['updated'], moscow),
  };
}

/**
 * Kopecks as roubles, since they are hundredths in currencies without hundredths too (md/_general.md); МойСклад gives parts of them where
 * a discount does not come out even.
 */
function kopecksOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? timesOf(Math.round(value), '0.01') : null;
}
