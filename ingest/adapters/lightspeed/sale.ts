import { signOf, sizeOf, sumOf } from '../decimal.ts';
import { type Finding, type FoundSale, fault, type Money, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { amountOf, piecesOf, quantityOf, utcTimeOf } from '../receipts.ts';

/*
 * A sale in its three shapes: register_sale of webhooks (register_sale_products), API 2.0 (line_items, status), API 2026-07 (state, totals,
 * source). Amounts are numbers in one and texts in another.
 */

export function isSale(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  if (Array.isArray(value['register_sale_products'])) return textOf(value['register_id']) !== '';
  if (!Array.isArray(value['line_items'])) return false;
  const isOfRegister = textOf(value['register_id']) !== '' && 'sale_date' in value && 'total_price' in value;
  return isOfRegister || textOf(fieldsOf(value['source'])['register_id']) !== '';
}

/** A sale by `isSale`. */
export function readSale(sale: Fields): Report {
  const address = textOf(sale['register_id']) || textOf(fieldsOf(sale['source'])['register_id']);
  return { address, findings: [foundIn(sale)] };
}

function foundIn(sale: Fields): Finding {
  const number = textOf(sale['invoice_number']);
  const id = textOf(sale['id']) || (number === '' ? '' : `invoice:${number}`);
  // Old sales are in UTC without saying so.
  const at = utcTimeOf(sale['sale_date']) ?? utcTimeOf(sale['date']);
  if (at === null) return fault('schema', `Sale ${id} has no sale_date.`);
  const currency = currencyOf(sale);
  const total = totalOf(sale);
  const kind = kindOf(sale, total);
  const { channel, isTraining } = stateOf(sale);
  const tax = amountOf(fieldsOf(sale['totals'])['tax'] ?? sale['total_tax']);
  const taxSize = tax === null ? null : (sizeOf(tax) ?? tax);
  return {
    kind: 'sale',
    id,
    at,
    type: kind.type,
    total: unrounded((kind.type === 'exchange' || total === null ? total : sizeOf(total)) ?? 'no total_price'),
    tax: taxSize === null || kind.type === 'exchange' ? null : unrounded(taxSize),
    items: piecesOf(kind.quantities),
    till: textOf(sale['register_id']) || textOf(fieldsOf(sale['source'])['register_id']) || null,
    currency,
    channel,
    isTraining,
    original: textOf(sale['return_for']) || textOf(fieldsOf(sale['return'])['original_sale_id']) || null,
    updatedAt: utcTimeOf(sale['updated_at']) ?? versionTime(sale),
  };
}

/** Contents of one sale are in the order of their version, where they have no time. */
function versionTime(sale: Fields): number | null {
  const { version } = sale;
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : null;
}

function linesOf(sale: Fields): readonly Fields[] {
  const lines = Array.isArray(sale['register_sale_products']) ? sale['register_sale_products'] : sale['line_items'];
  return listOf(lines).filter(isFields);
}

interface Kind {
  readonly type: FoundSale['type'];
  /** Of what was sold; of a return, of what came back. */
  readonly quantities: readonly unknown[];
}

/** Negative quantities came back. */
function kindOf(sale: Fields, total: string | null): Kind {
  const lines = linesOf(sale);
  const quantities = lines.map(({ quantity }) => quantity);
  const back = quantities.filter((quantity) => quantityOf(quantity) < 0);
  const isReturn = fieldsOf(sale['return'])['is_return'] === true;
  if (back.length === 0) {
    const isGivenBack = isReturn || (total !== null && signOf(total) === -1);
    return { type: isGivenBack ? 'return' : 'sale', quantities };
  }
  if (back.length === lines.length || isReturn) return { type: 'return', quantities: back };
  return { type: 'exchange', quantities: quantities.filter((quantity) => quantityOf(quantity) > 0) };
}

/** total_price and total_tax have up to five decimals: the digits of the store's currency are known where amounts are settled. */
function unrounded(major: string | number): Money {
  return { major, isRounded: false };
}

/** With tax, without tips. */
function totalOf(sale: Fields): string | null {
  const totals = fieldsOf(sale['totals']);
  const whole = amountOf(totals['price_incl_tax'] ?? sale['total_price_incl']);
  const tips = listOf(sale['adjustments'])
    .filter(isTip)
    .map(({ amount, value }) => amountOf(amount ?? value) ?? 0);
  if (whole !== null) return sumOf([whole], tips);
  const price = amountOf(sale['total_price']);
  const tax = amountOf(sale['total_tax']) ?? 0;
  return price === null ? null : sumOf([price, tax], tips);
}

function isTip(adjustment: unknown): adjustment is Fields {
  return isFields(adjustment) && textOf(adjustment['type']).toUpperCase() === 'TIP';
}

/** Payments say their currency at times. */
function currencyOf(sale: Fields): string | null {
  for (const name of ['register_sale_payments', 'payments']) {
    for (const payment of listOf(sale[name])) {
      const currency = textOf(fieldsOf(payment)['currency']);
      if (currency !== '') return currency;
    }
  }
  return null;
}

/** States in which the goods have changed hands; LAYBY is a deposit, SAVED is parked. */
const sold: ReadonlyMap<string, string> = new Map([
  ['CLOSED', 'store'],
  ['ONACCOUNT', 'store'],
  ['ONACCOUNT_CLOSED', 'store'],
  ['LAYBY_CLOSED', 'store'],
  ['AWAITING_PICKUP', 'pickup'],
  ['PICKED_UP_CLOSED', 'pickup'],
  ['AWAITING_DISPATCH', 'delivery'],
  ['DISPATCHED_CLOSED', 'delivery'],
]);

function stateOf(sale: Fields): { readonly channel: string; readonly isTraining: boolean } {
  const state = (textOf(sale['status']) || textOf(sale['state'])).toUpperCase();
  const isDeleted = textOf(sale['deleted_at']) !== '';
  return { channel: sold.get(state) ?? 'store', isTraining: isDeleted || !sold.has(state) };
}
