import { sumOf, timesOf } from '../decimal.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { amountOf } from '../receipts.ts';

/*
 * Shopify's amounts are decimal texts in the currency's unit, and JSON numbers in places (refund_line_items[].subtotal and total_tax).
 * `*_set` has them in the shop's currency and in the one the buyer saw; the shop's is what counts.
 */

export function linesOf(order: Fields): readonly Fields[] {
  return listOf(order['line_items']).filter(isFields);
}

export function isGift(line: Fields): boolean {
  return line['gift_card'] === true;
}

/** A line that is no product: what was given as a tip at an online checkout. */
export function isTip(line: Fields): boolean {
  return isFields(line['tip']);
}

/** What was ordered, with tax, without tips and gift cards; before anything came back. null: the total is no amount. */
export function soldOf(order: Fields): string | null {
  const total = amountOf(order['total_price']);
  if (total === null) return null;
  const gifts = linesOf(order).filter(isGift).map(giftOf);
  if (gifts.includes(null)) return null;
  const tip = amountOf(order['total_tip_received']) ?? 0;
  return sumOf([total], [tip, ...gifts.filter((gift) => gift !== null)]);
}

/** What a line of gift cards has in the order's total. */
function giftOf(line: Fields): string | null {
  const price = amountOf(line['price']);
  const quantity = amountOf(line['quantity']);
  if (price === null || quantity === null) return null;
  const before = timesOf(price, quantity);
  const discounts = listOf(line['discount_allocations']).map((one) => amountOf(fieldsOf(one)['amount']) ?? 0);
  return before === null ? null : sumOf([before], discounts);
}

/** What a refund's own order says of it. */
export interface OfOrder {
  /** '' where it is not known. */
  readonly currency: string;
  readonly areTaxesIncluded: boolean;
}

/**
 * What was given back: what was paid out without gift cards, or, where nothing was (an exchange, an edited order) or in a currency of the
 * buyer's, what the goods were sold for. null: only the order can tell.
 */
export function returnedOf(refund: Fields, of: OfOrder | null): string | null {
  const gifts = worthOf(refund, isGift, of);
  const paid = paidOutOf(refund, of?.currency ?? shopCurrencyOf(refund));
  if (paid !== null) return sumOf([paid], [gifts]);
  return of === null ? null : worthOf(refund, (line) => !isGift(line), of);
}

/** Payments that went back; null: there were none, or in another currency than the shop's. */
function paidOutOf(refund: Fields, shopCurrency: string): string | null {
  const amounts: (string | number)[] = [];
  for (const transaction of refundsIn(refund)) {
    const amount = amountOf(transaction['amount']);
    const currency = textOf(transaction['currency']);
    if (amount === null || (currency !== '' && shopCurrency !== '' && currency !== shopCurrency)) return null;
    if (transaction['status'] !== 'failure' && transaction['status'] !== 'error') amounts.push(amount);
  }
  return amounts.length === 0 ? null : sumOf(amounts);
}

/** Transactions that give money back, whatever became of them. */
export function refundsIn(refund: Fields): readonly Fields[] {
  return listOf(refund['transactions'])
    .filter(isFields)
    .filter(({ kind }) => kind === 'refund');
}

/** What goods were sold for, with tax. */
function worthOf(refund: Fields, isCounted: (line: Fields) => boolean, of: OfOrder | null): string {
  const terms: (string | number)[] = [];
  for (const line of listOf(refund['refund_line_items']).filter(isFields)) {
    if (!isCounted(fieldsOf(line['line_item']))) continue;
    terms.push(shopAmountOf(line, 'subtotal') ?? 0);
    if (of?.areTaxesIncluded !== true) terms.push(shopAmountOf(line, 'total_tax') ?? 0);
  }
  return sumOf(terms) ?? '0';
}

function shopAmountOf(line: Fields, name: string): string | number | null {
  const inSet = amountOf(fieldsOf(fieldsOf(line[`${name}_set`])['shop_money'])['amount']);
  return inSet ?? amountOf(line[name]);
}

/** The currency of the shop as a refund tells it; '' where it does not. */
export function shopCurrencyOf(refund: Fields): string {
  for (const line of listOf(refund['refund_line_items'])) {
    const shop = fieldsOf(fieldsOf(fieldsOf(line)['subtotal_set'])['shop_money']);
    const currency = textOf(shop['currency_code']);
    if (currency !== '') return currency;
  }
  return textOf(refundsIn(refund)[0]?.['currency']);
}
