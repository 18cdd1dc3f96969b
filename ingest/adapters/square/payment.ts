import { aside, type Finding, type FoundSale, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../jsonFields.ts';
import { timeOf } from '../receipts.ts';
import { currencyOf, minorOf, moneyOf } from './money.ts';
import { returnId } from './order.ts';

/*
 * Payments and refunds. Each asks for its order. What they say meanwhile stands under the order's own number and without `updatedAt`, so
 * that the order, which has one, takes its place whichever comes first, and nothing counts twice (contract 3, the order law).
 */

export function readPayment(payment: Fields): Report {
  const address = textOf(payment['location_id']);
  const orderId = textOf(payment['order_id']);
  const id = orderId === '' ? textOf(payment['id']) : orderId;
  if (id === '') return { address, findings: [fault('schema', 'The payment has no id.')] };
  const fetched = wanted(orderId, payment);
  if (payment['status'] !== 'COMPLETED') return { address, findings: [unfinished('payment', payment), ...fetched] };
  const at = timeOf(payment['created_at']);
  if (at === null) return { address, findings: [fault('schema', `Payment ${id} has no created_at.`), ...fetched] };
  const till = textOf(fieldsOf(payment['device_details'])['device_id']);
  const sale: FoundSale = {
    kind: 'sale',
    id,
    at,
    type: 'sale',
    // Without the tip: total_money has it, amount_money has not.
    total: moneyOf(payment['amount_money']) ?? { minor: Number.NaN },
    currency: currencyOf(payment['amount_money']),
    till: till === '' ? null : till,
  };
  return { address, findings: [sale, ...fetched] };
}

/** A refund has an order of its own, which says what came back and from which sale. */
export function readRefund(refund: Fields): Report {
  const address = textOf(refund['location_id']);
  const orderId = textOf(refund['order_id']);
  const id = orderId === '' ? textOf(refund['id']) : orderId;
  if (id === '') return { address, findings: [fault('schema', 'The refund has no id.')] };
  const fetched = wanted(orderId, refund);
  if (refund['status'] !== 'COMPLETED') return { address, findings: [unfinished('refund', refund), ...fetched] };
  const at = timeOf(refund['created_at']);
  if (at === null) return { address, findings: [fault('schema', `Refund ${id} has no created_at.`), ...fetched] };
  const sale: FoundSale = {
    kind: 'sale',
    id: returnId(id),
    at,
    type: 'return',
    total: moneyOf(refund['amount_money']) ?? { minor: Number.NaN },
    currency: currencyOf(refund['amount_money']),
  };
  return { address, findings: [sale, ...fetched] };
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
