import { sizeOf, sumOf } from '../decimal.ts';
import { aside, type Finding, fault, type Money, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { amountOf } from '../receipts.ts';
import { addedPieces, firstNameOf, nameOf } from '../tills.ts';
import { epochOf, whenOf } from '../times.ts';
import { zReportOf } from './shifts.ts';

/*
 * A terminal's documents: V1 as PUT to `…/inventories/stores/{storeUuid}/documents` (actions on the terminal in `transactions`) and V2 as
 * GET /stores/{store}/documents answers (a `body` with positions). github.com/evotor/documentation-api, pos-docs.
 */

/** What is the same in both versions. */
export interface EvotorDocument {
  readonly id: string;
  readonly type: string;
  readonly closedAt: When;
  readonly device: string | null;
  readonly store: string | null;
  readonly session: string | null;
  readonly fields: Fields;
}

export function isDocument(item: unknown): item is Fields {
  if (!isFields(item) || typeof item['type'] !== 'string') return false;
  const isFirst = 'closeDate' in item && Array.isArray(item['transactions']);
  const isSecond = 'close_date' in item && isFields(item['body']);
  return isFirst || isSecond;
}

/** A document, or which of its fields is at fault. */
export function readDocument(fields: Fields): EvotorDocument | Finding {
  const id = firstNameOf(fields, ['uuid', 'id']);
  if (id === null) return fault('schema', 'The document has no uuid.');
  const closedAt = closedAtOf(fields);
  if (closedAt === null) return fault('bad_time', 'The closeDate of the document is no time.');
  return {
    id,
    type: String(fields['type']),
    closedAt,
    device: firstNameOf(fields, ['deviceUuid', 'device_id']),
    store: firstNameOf(fields, ['storeUuid', 'store_id']),
    session: firstNameOf(fields, ['sessionUUID', 'session_id']),
    fields,
  };
}

/** `+0000` without a colon in both; a V2 time that has no offset is local by the `time_zone_offset` (ms) beside it. */
function closedAtOf(fields: Fields): When | null {
  const written = fields['closeDate'] ?? fields['close_date'];
  const at = typeof written === 'number' ? epochOf(written) : whenOf(written);
  const offset = fields['time_zone_offset'];
  if (at === null || typeof at !== 'object' || typeof offset !== 'number') return at;
  return Date.parse(`${at.local}Z`) - offset;
}

const notSales: ReadonlyMap<string, string> = new Map([
  ['BUY', 'goods bought from a customer'],
  ['BUYBACK', 'goods given back that were bought from a customer'],
  ['OPEN_SESSION', 'a shift begins'],
  ['POS_OPEN_SESSION', 'a shift begins'],
]);

/** `infoCheck`: a check that is not fiscal; some services in between write it as a text. */
export function isNotFiscal(infoCheck: unknown): boolean {
  return infoCheck === true || infoCheck === 'true';
}

export function findingOf(document: EvotorDocument): Finding {
  const { type, fields } = document;
  if (isNotFiscal(fields['infoCheck']) || isNotFiscal(fields['info_check']))
    return aside('other', 'a check that is not fiscal');
  if (type === 'SELL' || type === 'PAYBACK') return saleOf(document, type);
  if (type === 'CLOSE_SESSION' || type === 'FPRINT') return zReportOf(document);
  return aside('other', notSales.get(type) ?? `the document ${type.slice(0, 40)} is no receipt`);
}

/** The sums of a PAYBACK's lines are below 0, its closeResultSum is not. */
function saleOf({ id, closedAt, device, fields }: EvotorDocument, type: 'SELL' | 'PAYBACK'): Finding {
  const parts = isFields(fields['body']) ? secondParts(fields['body']) : firstParts(fields);
  if (parts.total === null) return fault('bad_amount', 'The document has no closeResultSum.');
  return {
    kind: 'sale',
    id,
    at: closedAt,
    type: type === 'SELL' ? 'sale' : 'return',
    total: type === 'SELL' ? { major: parts.total } : sizedOf(parts.total),
    tax: taxOf(parts.taxes),
    items: Math.abs(parts.pieces),
    till: device,
    currency: 'RUB',
    original: parts.original,
  };
}

interface Parts {
  readonly total: string | number | null;
  readonly taxes: readonly (string | number)[];
  readonly pieces: number;
  readonly original: string | null;
}

/** A PAYMENT is not looked at: the second row is the change. */
function firstParts(fields: Fields): Parts {
  const taxes: (string | number)[] = [];
  let pieces = 0;
  let original: string | null = null;
  let closed: string | number | null = null;
  for (const each of listOf(fields['transactions'])) {
    const step = fieldsOf(each);
    if (step['type'] === 'REGISTER_POSITION') pieces += addedPieces(step['quantity']);
    else if (step['type'] === 'POSITION_TAX') addTo(taxes, amountOf(step['resultTaxSum']));
    else if (step['type'] === 'DOCUMENT_OPEN') original = nameOf(step['baseDocumentUUID']);
    else if (step['type'] === 'DOCUMENT_CLOSE') closed = amountOf(step['sum']);
  }
  return { total: amountOf(fields['closeResultSum']) ?? closed, taxes, pieces, original };
}

function secondParts(body: Fields): Parts {
  const taxes: (string | number)[] = [];
  let pieces = 0;
  for (const each of listOf(body['positions'])) {
    const position = fieldsOf(each);
    pieces += addedPieces(position['quantity']);
    const tax = fieldsOf(position['tax']);
    addTo(taxes, amountOf(tax['result_sum']) ?? amountOf(tax['sum']));
  }
  const total = amountOf(body['result_sum']) ?? amountOf(body['sum']);
  return { total, taxes, pieces, original: nameOf(body['base_document_id']) };
}

function addTo(list: (string | number)[], amount: string | number | null): void {
  if (amount !== null) list.push(amount);
}

/** An amount without its sign; what is no decimal stays as it is, to be refused where amounts are settled. */
export function sizedOf(amount: string | number): Money {
  return { major: sizeOf(amount) ?? amount };
}

function taxOf(taxes: readonly (string | number)[]): Money | null {
  const sum = taxes.length === 0 ? null : sumOf(taxes);
  return sum === null ? null : sizedOf(sum);
}
