import { aside, type Finding, type FoundSale, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../jsonFields.ts';
import { timeOf } from '../receipts.ts';
import { currencyOf, minorOf, moneyOf } from './money.ts';
import { returnId } from './order.ts';

/*
 * Payments and refunds. Each asks for its order. What they say meanwhile stands under the order's own number, in the order of their own
 * `updated_at` but before that of any order, so that the order takes their place whichever comes first, and nothing counts twice
 * (contract 3, the order law).
 */

export function readPayment(payment: Fields): Report {
  const till = textOf(fieldsOf(payment['device_details'])['device_id']);
  return readMeanwhile(payment, {
    what: 'payment',
    type: 'sale',
    till: till === '' ? null : till,
    idOf: (order) => order,
  });
}

/** A refund has an order of its own, which says what came back and from which sale. */
export function readRefund(refund: Fields): Report {
  return readMeanwhile(refund, { what: 'refund', type: 'return', till: null, idOf: returnId });
}

interface Meanwhile {
  readonly what: 'payment' | 'refund';
  readonly type: 'sale' | 'return';
  readonly till: string | null;
  idOf(orderId: string): string;
}

/** Nothing was paid, or given back, after all. */
const undone: ReadonlySet<unknown> = new Set(['CANCELED', 'REJECTED', 'FAILED']);

function readMeanwhile(of: Fields, { what, type, till, idOf }: Meanwhile): Report {
  const address = textOf(of['location_id']);
  const orderId = textOf(of['order_id']);
  const id = orderId === '' ? textOf(of['id']) : orderId;
  if (id === '') return { address, findings: [fault('schema', `The ${what} has no id.`)] };
  const fetched = wanted(orderId, of);
  const { status } = of;
  if (status !== 'COMPLETED' && !undone.has(status)) return { address, findings: [unfinished(what, of), ...fetched] };
  const at = timeOf(of['created_at']);
  if (at === null) return { address, findings: [fault('schema', `The ${what} ${id} has no created_at.`), ...fetched] };
  const found: FoundSale = {
    kind: 'sale',
    id: idOf(id),
    at,
    type,
    // Without the tip: total_money has it, amount_money has not.
    total: moneyOf(of['amount_money']) ?? { minor: Number.NaN },
    currency: currencyOf(of['amount_money']),
    till,
    isTraining: status !== 'COMPLETED',
    updatedAt: rankOf(of),
  };
  return { address, findings: [found, ...fetched] };
}

/** Orders are not dated before (settle/when.ts); less than that, all that is sold until 2060 is before any of them. */
const firstOrderAt = Date.UTC(2015, 0, 1);

function rankOf(of: Fields): number | null {
  const at = timeOf(of['updated_at']);
  return typeof at === 'number' ? Math.max(0, at - firstOrderAt) : null;
}

/** `order.created`, `order.updated`, `order.fulfillment.updated`: who and which version, nothing of what was sold. */
export function readOrderNotice(notice: Fields): Report {
  const address = textOf(notice['location_id']);
  const key = textOf(notice['order_id']);
  if (key === '') return { address, findings: [fault('schema', 'The notice names no order.')] };
  return { address, findings: [{ kind: 'fetch', resource: 'order', key, version: textOf(notice['version']) }] };
}

/** Entries of a search that names orders only. */
export function readOrderEntries(entries: unknown): readonly Report[] {
  return listOf(entries).map((entry) => readOrderNotice(fieldsOf(entry)));
}

function wanted(orderId: string, of: Fields): readonly Finding[] {
  if (orderId === '') return [];
  return [{ kind: 'fetch', resource: 'order', key: orderId, version: textOf(of['updated_at']) }];
}

function unfinished(what: string, of: Fields): Finding {
  const amount = minorOf(of['amount_money']);
  return aside('draft', `A ${what} of ${amount ?? 'no amount'} that is ${textOf(of['status']) || 'in no state'}.`);
}
