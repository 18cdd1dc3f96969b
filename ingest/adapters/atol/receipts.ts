import { sumOf } from '../decimal.ts';
import { aside, type Finding, type FoundSale, fault, type Money } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { amountOf, majorOf } from '../receipts.ts';
import { addedPieces, nameOf } from '../tills.ts';
import { whenOf } from '../times.ts';

/** What the request or the device says of a receipt that does not say it itself. */
export interface AtolContext {
  /** `sell`, `sell_refund`, `buy`, `sell_correction`, … */
  readonly operation: string;
  readonly channel: string;
}

/** What became of a request: the callback (v4 and v5 alike). Times are `DD.MM.YYYY HH:MM:SS`, local; amounts are roubles. */
export function callbackOf(report: Fields, { operation, channel }: AtolContext): Finding {
  const status = nameOf(report['status']);
  if (status === 'wait') return aside('draft', 'a receipt that waits to be printed');
  const type = typeOf(operation);
  if (type === null) return aside('other', `the operation ${operation.slice(0, 40)} sells nothing`);
  const id = idOf(report);
  if (id === null) return fault('schema', 'external_id and uuid are missing.');
  const told = whenOf(report['timestamp']);
  if (told === null) return fault('bad_time', 'timestamp is no time.');
  const till = nameOf(report['device_code']);
  if (status === 'fail') {
    // If its request was counted, it is taken out by this; if not, nothing counts.
    return { kind: 'sale', id, at: told, type, total: { major: 0 }, channel, isTraining: true, updatedAt: told };
  }
  const payload = report['payload'];
  if (status !== 'done' || !isFields(payload)) return fault('schema', 'status is not done, fail or wait.');
  const total = majorOf(payload['total']);
  if (total === null) return fault('bad_amount', 'payload.total is missing.');
  const at = whenOf(payload['receipt_datetime']);
  if (at === null) return fault('bad_time', 'payload.receipt_datetime is no time.');
  return { kind: 'sale', id, at, type, total, till, currency: 'RUB', channel, updatedAt: told };
}

/** A shop's own request, forwarded to Lintel: it says what is sold. */
export function requestOf(request: Fields, { operation, channel }: AtolContext): Finding {
  const receipt = request['receipt'];
  const type = typeOf(operation);
  if (isFields(request['correction']) || type === null || !isFields(receipt)) {
    return aside('other', 'a correction, or an operation that sells nothing');
  }
  const id = idOf(request);
  if (id === null) return fault('schema', 'external_id is missing.');
  const at = whenOf(request['timestamp']);
  if (at === null) return fault('bad_time', 'timestamp is no time.');
  const goods = goodsOf(receipt);
  if (goods.isAllPrepaid) return aside('other', 'a prepayment: what it is for is sold by a later receipt');
  const total = totalOf(receipt, goods);
  if (total === null) return fault('bad_amount', 'receipt.total is missing.');
  return { kind: 'sale', id, at, type, total, tax: taxOf(receipt), items: goods.pieces, currency: 'RUB', channel };
}

/** By external_id, which the request and its callback share. */
function idOf(fields: Fields): string | null {
  return nameOf(fields['external_id']) ?? nameOf(fields['uuid']);
}

function typeOf(operation: string): FoundSale['type'] | null {
  if (operation === 'sell') return 'sale';
  return operation === 'sell_refund' ? 'return' : null;
}

interface Goods {
  readonly pieces: number | null;
  readonly prepaid: readonly (string | number)[];
  readonly isAllPrepaid: boolean;
}

const prepaidMethods = new Set(['full_prepayment', 'prepayment', 'advance', 'credit_payment']);

function goodsOf(receipt: Fields): Goods {
  const items = listOf(receipt['items']).map(fieldsOf);
  const prepaid: (string | number)[] = [];
  let prepaidLines = 0;
  let pieces = 0;
  for (const item of items) {
    if (!prepaidMethods.has(nameOf(item['payment_method']) ?? '')) {
      pieces += addedPieces(item['quantity']);
      continue;
    }
    prepaidLines += 1;
    const sum = amountOf(item['sum']);
    if (sum !== null) prepaid.push(sum);
  }
  const isAllPrepaid = items.length > 0 && prepaidLines === items.length;
  return { pieces: items.length === 0 ? null : pieces, prepaid, isAllPrepaid };
}

function totalOf(receipt: Fields, { prepaid }: Goods): Money | null {
  const total = amountOf(receipt['total']);
  if (total === null || prepaid.length === 0) return majorOf(receipt['total']);
  return majorOf(sumOf([total], prepaid));
}

function taxOf(receipt: Fields): Money | null {
  const sums: (string | number)[] = [];
  for (const vat of listOf(receipt['vats'])) {
    const sum = amountOf(fieldsOf(vat)['sum']);
    if (sum !== null) sums.push(sum);
  }
  return sums.length === 0 ? null : majorOf(sumOf(sums));
}
