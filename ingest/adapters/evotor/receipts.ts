import { aside, type Finding, fault } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { amountOf } from '../receipts.ts';
import { addedPieces, nameOf } from '../tills.ts';
import { epochOf, whenOf } from '../times.ts';
import { isNotFiscal, sizedOf } from './documents.ts';

/*
 * A receipt as POSTed to `…/api/v2/receipts`: an event with the receipt in `data`. github.com/evotor/documentation-api, definitions.yaml
 * `receipt`: the timestamp is described in milliseconds and shown in microseconds.
 */

/** An event of the second version. */
export interface ReceiptEvent extends Fields {
  readonly data: Fields;
}

export function isReceiptEvent(body: unknown): body is ReceiptEvent {
  if (!isFields(body) || typeof body['type'] !== 'string') return false;
  const data = body['data'];
  return isFields(data) && 'totalAmount' in data && 'storeId' in data;
}

/** The receipt in the event's `data`. */
export function receiptOf({ data, timestamp }: ReceiptEvent): Finding {
  if (isNotFiscal(data['infoCheck'])) return aside('other', 'a check that is not fiscal');
  const type = data['type'];
  if (type !== 'SELL' && type !== 'PAYBACK') return aside('other', 'the document is no receipt');
  const id = nameOf(data['id']);
  if (id === null) return fault('schema', 'data.id is missing.');
  const at = whenOf(data['dateTime']) ?? epochOf(data['dateTime']) ?? epochOf(timestamp);
  if (at === null) return fault('bad_time', 'data.dateTime is no time.');
  const total = amountOf(data['totalAmount']);
  if (total === null) return fault('bad_amount', 'data.totalAmount is missing.');
  const tax = amountOf(data['totalTax']);
  let pieces = 0;
  for (const item of listOf(data['items'])) pieces += addedPieces(fieldsOf(item)['quantity']);
  return {
    kind: 'sale',
    id,
    at,
    type: type === 'SELL' ? 'sale' : 'return',
    total: type === 'SELL' ? { major: total } : sizedOf(total),
    tax: tax === null ? null : sizedOf(tax),
    items: Math.abs(pieces),
    till: nameOf(data['deviceId']),
    currency: 'RUB',
  };
}
