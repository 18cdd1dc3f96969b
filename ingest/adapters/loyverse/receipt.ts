import { roundedOf, signOf, sumOf } from '../decimal.ts';
import { type Finding, fault } from '../finding.ts';
import { type Fields, isFields, listOf, textOf } from '../jsonFields.ts';
import { amountOf, piecesOf, timeOf } from '../receipts.ts';

type Options = Readonly<Record<string, unknown>>;

export function isReceipt(value: unknown): value is Fields {
  return isFields(value) && textOf(value['receipt_number']) !== '' && 'receipt_type' in value && 'total_money' in value;
}

export function readReceipt(receipt: Fields, options: Options): Finding {
  const id = textOf(receipt['receipt_number']);
  const type = receipt['receipt_type'];
  if (type !== 'SALE' && type !== 'REFUND') return fault('schema', `Receipt ${id} is neither SALE nor REFUND.`);
  const at = timeOf(receipt['receipt_date']) ?? timeOf(receipt['created_at']);
  if (at === null) return fault('schema', `Receipt ${id} has no receipt_date.`);
  const tax = amountOf(receipt['total_tax']);
  return {
    kind: 'sale',
    id,
    at,
    type: type === 'SALE' ? 'sale' : 'return',
    total: { major: totalOf(receipt) ?? 'no total_money' },
    tax: tax === null ? null : { major: exact(tax) ?? tax },
    items: piecesOf(
      listOf(receipt['line_items'])
        .filter(isFields)
        .map(({ quantity }) => quantity),
    ),
    till: textOf(receipt['pos_device_id']) || null,
    channel: channelOf(textOf(receipt['dining_option']), options),
    isTraining: textOf(receipt['cancelled_at']) !== '',
    original: textOf(receipt['refund_for']) || null,
    updatedAt: timeOf(receipt['updated_at']),
  };
}

/** The receipt's own sum without the tip. */
function totalOf(receipt: Fields): string | null {
  const amount = amountOf(receipt['total_money']);
  const total = amount === null ? null : exact(amount);
  const tip = exact(amountOf(receipt['tip']) ?? 0) ?? '0';
  if (total === null || signOf(tip) === 0) return total;
  const goods = listOf(receipt['line_items'])
    .filter(isFields)
    .map((line) => exact(amountOf(line['total_money']) ?? 0) ?? '0');
  const rest = sumOf([total], [tip]);
  const left = rest === null ? null : sumOf([rest], goods);
  // The documents do not say whether the total has the tip in it: it has not where the goods alone are worth more than what would be left.
  return rest === null || left === null || signOf(left) === -1 ? total : rest;
}

/** Loyverse's amounts are sums of floating-point numbers: what is behind the fourth digit is none of the money. */
function exact(amount: string | number): string | null {
  return roundedOf(amount, 4);
}

function channelOf(option: string, options: Options): string {
  if (option === '') return 'store';
  if (namesOf(options['pickup'], []).includes(option.toLowerCase())) return 'pickup';
  return namesOf(options['delivery'], ['delivery']).includes(option.toLowerCase()) ? 'delivery' : 'store';
}

function namesOf(value: unknown, usual: readonly string[]): readonly string[] {
  const names = Array.isArray(value) ? value.map(textOf) : textOf(value).split(',');
  const given = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return given.length > 0 ? given : usual;
}
