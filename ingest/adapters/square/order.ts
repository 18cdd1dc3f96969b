import { type Finding, type FoundSale, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { piecesOf, timeOf } from '../receipts.ts';
import { currencyOf, minorOf, sumMinor } from './money.ts';

/*
 * An order is the one source of what was sold: it alone knows all payments of a receipt together, gift cards, and how the goods were
 * handed over. Square makes an order of every sale, return and exchange ("Everything is an Order", Square's developer blog).
 */

/** The receipt by which a return order is known, apart from the order's own, under which a sale or an exchange stands. */
export function returnId(orderId: string): string {
  return `return:${orderId}`;
}

export function readOrder(order: Fields): Report {
  const address = textOf(order['location_id']);
  const id = textOf(order['id']);
  if (id === '') return { address, findings: [fault('schema', 'The order has no id.')] };
  const at = paidAt(order);
  if (at === null) return { address, findings: [fault('schema', `Order ${id} has neither closed_at nor created_at.`)] };
  const receipt: Receipt = { order, id, at, updatedAt: timeOf(order['updated_at']) };
  return { address, findings: findingsOf(receipt) };
}

interface Receipt {
  readonly order: Fields;
  readonly id: string;
  readonly at: When;
  readonly updatedAt: When | null;
}

function findingsOf(receipt: Receipt): readonly Finding[] {
  const { order } = receipt;
  const isReturning = listOf(order['returns']).length > 0;
  if (!isReturning) return [saleOf(receipt)];
  if (listOf(order['line_items']).length === 0) return [returnOf(receipt)];
  // A refund that came before its order stood as a return of its own: the exchange has it in its sum.
  const isRefunding = listOf(order['refunds']).length > 0;
  return isRefunding ? [exchangeOf(receipt), { ...returnOf(receipt), isTraining: true }] : [exchangeOf(receipt)];
}

function saleOf(receipt: Receipt): FoundSale {
  const { order, id } = receipt;
  const goods = goodsLines(order);
  const isGiftOnly = goods.length === 0 && listOf(order['line_items']).length > 0;
  return foundOf(receipt, {
    id,
    type: 'sale',
    totalMinor: soldMinor(order),
    taxMinor: minorOf(order['total_tax_money']),
    lines: goods,
    isTraining: isGiftOnly || !isPaid(order),
    original: null,
  });
}

function returnOf(receipt: Receipt): FoundSale {
  const { order } = receipt;
  const source = textOf(fieldsOf(listOf(order['returns'])[0])['source_order_id']);
  return foundOf(receipt, {
    id: returnId(receipt.id),
    type: 'return',
    totalMinor: returnedMinor(order),
    taxMinor: minorOf(fieldsOf(order['return_amounts'])['tax_money']),
    lines: returnLines(order),
    isTraining: !isPaid(order) || isRefused(order),
    original: source === '' ? null : source,
  });
}

/** A return and a sale in one: what was paid on top, or given back where it is below 0. */
function exchangeOf(receipt: Receipt): FoundSale {
  const { order, id } = receipt;
  const sold = soldMinor(order);
  const returned = returnedMinor(order);
  return foundOf(receipt, {
    id,
    type: 'exchange',
    totalMinor: sold === null || returned === null ? null : sold - returned,
    taxMinor: null,
    lines: goodsLines(order),
    isTraining: !isPaid(order),
    original: null,
  });
}

interface Own extends Required<Pick<FoundSale, 'id' | 'type' | 'isTraining' | 'original'>> {
  readonly totalMinor: number | null;
  readonly taxMinor: number | null;
  readonly lines: readonly Fields[];
}

/** Field by field: spreading one into the other takes longer than all the rest of the reading. */
function foundOf({ order, at, updatedAt }: Receipt, own: Own): FoundSale {
  const inReturn = fieldsOf(order['return_amounts'])['total_money'];
  return {
    kind: 'sale',
    id: own.id,
    at,
    type: own.type,
    // NaN is no amount: it is refused as one, with the receipt's other words.
    total: { minor: own.totalMinor ?? Number.NaN },
    tax: own.taxMinor === null ? null : { minor: own.taxMinor },
    items: piecesOf(own.lines.map(({ quantity }) => quantity)),
    currency: currencyOf(order['total_money']) ?? currencyOf(inReturn),
    channel: channelOf(order),
    isTraining: own.isTraining,
    original: own.original,
    updatedAt,
  };
}

/** When the last payment was made; an order that waits to be picked up is closed days later. */
function paidAt(order: Fields): When | null {
  let latest: When | null = null;
  for (const tender of listOf(order['tenders'])) {
    const at = timeOf(fieldsOf(tender)['created_at']);
    if (typeof at === 'number' && (typeof latest !== 'number' || at > latest)) latest = at;
  }
  return latest ?? timeOf(order['closed_at']) ?? timeOf(order['created_at']);
}

/** Completed, or open (its goods wait to be fetched) with nothing left to pay. A deposit alone is no sale. */
function isPaid(order: Fields): boolean {
  if (order['state'] === 'COMPLETED') return true;
  const isSettled = minorOf(order['net_amount_due_money']) === 0 && listOf(order['tenders']).length > 0;
  return order['state'] === 'OPEN' && isSettled;
}

/** All its refunds failed: nothing was given back. */
function isRefused(order: Fields): boolean {
  const refunds = listOf(order['refunds']).filter(isFields);
  return refunds.length > 0 && refunds.every(({ status }) => status === 'REJECTED' || status === 'FAILED');
}

/** What was sold: the order's own total, which has tips, service charges put in for tips, and gift cards in it. */
function soldMinor(order: Fields): number | null {
  const total = minorOf(order['total_money']);
  if (total === null) return null;
  const gratuities = listOf(order['service_charges']).filter(isGratuity);
  return (
    total -
    (minorOf(order['total_tip_money']) ?? 0) -
    sumMinor(gratuities.map((charge) => charge['total_money'])) -
    sumMinor(giftLines(listOf(order['line_items'])).map((line) => line['total_money']))
  );
}

function returnedMinor(order: Fields): number | null {
  const amounts = fieldsOf(order['return_amounts']);
  const total = minorOf(amounts['total_money']);
  if (total === null) return null;
  const lines = listOf(order['returns']).flatMap((one) => listOf(fieldsOf(one)['return_line_items']));
  return total - (minorOf(amounts['tip_money']) ?? 0) - sumMinor(giftLines(lines).map((line) => line['total_money']));
}

function isGratuity(charge: unknown): charge is Fields {
  return isFields(charge) && charge['type'] === 'AUTO_GRATUITY';
}

function giftLines(lines: readonly unknown[]): readonly Fields[] {
  return lines.filter(isFields).filter(isGift);
}

function isGift(line: Fields): boolean {
  return line['item_type'] === 'GIFT_CARD';
}

function goodsLines(order: Fields): readonly Fields[] {
  return listOf(order['line_items'])
    .filter(isFields)
    .filter((line) => !isGift(line));
}

function returnLines(order: Fields): readonly Fields[] {
  const lines = listOf(order['returns']).flatMap((one) => listOf(fieldsOf(one)['return_line_items']));
  return lines.filter(isFields).filter((line) => !isGift(line));
}

const channels: Readonly<Record<string, string>> = { PICKUP: 'pickup', DELIVERY: 'delivery', SHIPMENT: 'delivery' };

function channelOf(order: Fields): string {
  for (const fulfillment of listOf(order['fulfillments'])) {
    const type = textOf(fieldsOf(fulfillment)['type']);
    if (Object.hasOwn(channels, type)) return channels[type] as string;
  }
  return 'store';
}
