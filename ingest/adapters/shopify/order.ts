import { aside, type Finding, type FoundSale, fault, type Report, type When } from '../finding.ts';
import { type Fields, isFields, listOf, textOf } from '../jsonFields.ts';
import { majorOf, piecesOf, timeOf } from '../receipts.ts';
import { isGift, isTip, linesOf, type OfOrder, refundsIn, returnedOf, shopCurrencyOf, soldOf } from './amounts.ts';

/*
 * An order is a sale at what was ordered (total_price, not current_total_price, from which what came back is taken off already); each of
 * its refunds is a return on its own date, whether it comes with its order or by itself.
 */

/** Orders without a location, which online orders are, can be given a device of their own under this name. */
const online = 'online';

export function readOrder(order: Fields): readonly Report[] {
  const address = textOf(order['location_id']) || online;
  const id = textOf(order['id']);
  if (order['test'] === true) return [{ address, findings: [aside('test', `Order ${id} is a test order.`)] }];
  const at = timeOf(order['processed_at']) ?? timeOf(order['created_at']);
  if (at === null)
    return [{ address, findings: [fault('schema', `Order ${id} has neither processed_at nor created_at.`)] }];
  const refunds = listOf(order['refunds']).filter(isFields);
  return [{ address, findings: [saleOf(order, id, at)] }, ...refunds.map((refund) => returnIn(refund, order))];
}

function saleOf(order: Fields, id: string, at: When): Finding {
  const goods = linesOf(order).filter((line) => !isGift(line) && !isTip(line));
  if (goods.length === 0 && linesOf(order).some(isGift)) return aside('other', `Order ${id} is of gift cards only.`);
  return {
    kind: 'sale',
    id,
    at,
    type: 'sale',
    total: { major: soldOf(order) ?? 'no total_price' },
    tax: majorOf(order['total_tax']),
    items: piecesOf(goods.map(({ quantity }) => quantity)),
    till: tillOf(order),
    currency: currencyOf(order),
    channel: channelOf(order['source_name']),
    isTraining: isCancelled(order) || !isPaid(order),
    updatedAt: timeOf(order['updated_at']),
  };
}

/** A refund as its order has it. */
function returnIn(refund: Fields, order: Fields): Report {
  const location = locationOf(refund) || textOf(order['location_id']) || online;
  const of: OfOrder = { currency: textOf(order['currency']), areTaxesIncluded: order['taxes_included'] === true };
  const found = returnOf(refund, {
    total: returnedOf(refund, of),
    currency: currencyOf(order),
    channel: channelOf(sourceOf(refund) ?? order['source_name']),
    // What was never sold cannot come back: a cancelled order counts nowhere, with all that was given back for it.
    isTraining: isCancelled(order),
    updatedAt: timeOf(order['updated_at']),
  });
  return { address: location, findings: [found] };
}

/** A refund that came by itself (`refunds/create`). Where it says too little, its order is asked for. */
export function readRefund(refund: Fields): Report {
  const address = locationOf(refund);
  const order = textOf(refund['order_id']);
  const total = returnedOf(refund, null);
  if (address === '' && sourceOf(refund) === null) return { address: online, findings: [fetchOf(refund, order)] };
  if (total === null) return { address: address || online, findings: [fetchOf(refund, order)] };
  const currency = shopCurrencyOf(refund);
  const found = returnOf(refund, {
    total,
    currency: currency === '' ? null : currency,
    channel: channelOf(sourceOf(refund)),
    isTraining: false,
    updatedAt: null,
  });
  return { address: address || online, findings: [found] };
}

function fetchOf(refund: Fields, order: string): Finding {
  return { kind: 'fetch', resource: 'order', key: order, version: textOf(refund['id']) };
}

type Known = Required<Pick<FoundSale, 'currency' | 'channel' | 'isTraining' | 'updatedAt'>> & {
  readonly total: string | null;
};

function returnOf(refund: Fields, known: Known): Finding {
  const id = textOf(refund['id']);
  const transactions = refundsIn(refund);
  if (transactions.length > 0 && transactions.every(({ test }) => test === true)) {
    return aside('test', `Refund ${id} is of a test payment.`);
  }
  const at = timeOf(refund['processed_at']) ?? timeOf(refund['created_at']);
  if (at === null) return fault('schema', `Refund ${id} has neither processed_at nor created_at.`);
  const lines = listOf(refund['refund_line_items']).filter(isFields);
  const isUnpaid = transactions.length > 0 && transactions.every(({ status }) => status !== 'success');
  return {
    kind: 'sale',
    id: `refund:${id}`,
    at,
    type: 'return',
    total: { major: known.total ?? 'no amount' },
    currency: known.currency,
    channel: known.channel,
    updatedAt: known.updatedAt,
    items: piecesOf(lines.map(({ quantity }) => quantity)),
    till: tillOf(transactions[0] ?? {}),
    isTraining: known.isTraining || isUnpaid,
    original: textOf(refund['order_id']) || null,
  };
}

/** Where the money was given back; where nothing was, where the goods came back to. */
function locationOf(refund: Fields): string {
  for (const of of [...refundsIn(refund), ...listOf(refund['refund_line_items']).filter(isFields)]) {
    const location = textOf(of['location_id']);
    if (location !== '') return location;
  }
  return '';
}

function sourceOf(refund: Fields): string | null {
  for (const transaction of refundsIn(refund)) {
    const source = textOf(transaction['source_name']);
    if (source !== '') return source;
  }
  return null;
}

/** Shopify's point of sale says `pos`; whatever else (web, apps by their number, drafts) was not sold in the shop. */
function channelOf(source: unknown): string {
  return source === 'pos' ? 'store' : 'online';
}

function isCancelled(order: Fields): boolean {
  return textOf(order['cancelled_at']) !== '' || order['financial_status'] === 'voided';
}

/** A deposit (`partially_paid`), an authorisation and an unpaid order are no sale yet. */
const paid: readonly unknown[] = ['paid', 'partially_refunded', 'refunded'];

function isPaid(order: Fields): boolean {
  return paid.includes(order['financial_status']);
}

function tillOf(of: Fields): string | null {
  return textOf(of['device_id']) || null;
}

function currencyOf(order: Fields): string | null {
  return textOf(order['currency']) || null;
}
