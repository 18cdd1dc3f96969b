import { sumOf } from '../decimal.ts';
import { addedPieces } from '../tills.ts';
import { attribute, child, childText, type XmlElement } from '../xml.ts';

/** What a receipt's lines say of it. */
export interface Lines {
  readonly pieces: number | null;
  readonly sold: number;
  readonly returned: number;
  /** Amounts of gift cards, deposits and tips, which are no goods. */
  readonly notGoods: readonly string[];
  readonly channel: 'store' | 'pickup' | 'delivery';
  /** The transaction that the first returned line was bought by. */
  readonly link: XmlElement | null;
}

/** Lines that sell, by their element (ARTS POSLog 2.1 to 6, LineItem). */
const sellers: ReadonlyMap<string, Lines['channel']> = new Map([
  ['Sale', 'store'],
  ['SaleForPickup', 'pickup'],
  ['CustomerOrderForPickup', 'pickup'],
  ['SaleForDelivery', 'delivery'],
  ['CustomerOrderForDelivery', 'delivery'],
]);
const returners = new Set(['Return', 'ReturnForPickup', 'ReturnForDelivery']);
const notGoodsElements = new Set([
  'GiftCertificate',
  'GiftCard',
  'StoredValue',
  'Deposit',
  'Tip',
  'Donation',
  'PaymentOnAccount',
]);

interface Gathering {
  pieces: number;
  sold: number;
  returned: number;
  notGoods: string[];
  channel: Lines['channel'];
  link: XmlElement | null;
}

/** All lines of a RetailTransaction. */
export function linesOf(transaction: XmlElement): Lines {
  const lines: Gathering = { pieces: 0, sold: 0, returned: 0, notGoods: [], channel: 'store', link: null };
  for (const line of transaction.children) if (line.name === 'LineItem') addLine(lines, line);
  const counted = Number(childText(transaction, 'ItemCount') ?? Number.NaN);
  const isCounted = Number.isSafeInteger(counted) && counted >= 0;
  const pieces = lines.sold + lines.returned === 0 ? null : Math.max(0, lines.pieces);
  return { ...lines, pieces: isCounted ? counted : pieces };
}

function addLine(lines: Gathering, line: XmlElement): void {
  if (isTrue(line, 'CancelFlag') || isTrue(line, 'DeleteFlag')) return;
  for (const each of line.children) {
    const channel = sellers.get(each.name);
    if (notGoodsElements.has(each.name) || isNotGoods(each)) addNotGoods(lines, line, each);
    else if (channel !== undefined) addSold(lines, line, { each, channel });
    else if (returners.has(each.name)) addReturned(lines, line, each);
  }
}

function isNotGoods(sale: XmlElement): boolean {
  if (!sellers.has(sale.name)) return false;
  return notGoodsElements.has(attribute(sale, 'ItemType') ?? '');
}

function addNotGoods(lines: Gathering, line: XmlElement, each: XmlElement): void {
  const amount = childText(each, 'ExtendedAmount') ?? childText(each, 'Amount');
  if (amount !== null && (!isTrue(line, 'VoidFlag') || amount.startsWith('-'))) lines.notGoods.push(amount);
}

/**
 * A voided line either takes an earlier one back, then with a quantity below 0 (NCR), or is the voided line itself, which sold nothing.
 */
function addSold(
  lines: Gathering,
  line: XmlElement,
  { each, channel }: { readonly each: XmlElement; readonly channel: Lines['channel'] },
): void {
  const pieces = addedPieces(childText(each, 'Quantity') ?? 1);
  if (isTrue(line, 'VoidFlag')) {
    if (pieces < 0) lines.pieces += pieces;
    return;
  }
  lines.pieces += pieces;
  lines.sold += 1;
  if (channel !== 'store') lines.channel = channel;
}

function addReturned(lines: Gathering, line: XmlElement, each: XmlElement): void {
  if (isTrue(line, 'VoidFlag')) return;
  lines.pieces += Math.abs(addedPieces(childText(each, 'Quantity') ?? 1));
  lines.returned += 1;
  lines.link ??= child(each, 'TransactionLink');
}

export function isTrue(element: XmlElement, name: string): boolean {
  const value = attribute(element, name);
  return value === 'true' || value === '1';
}

/** An amount without what is not goods; null where one of them is no decimal. */
export function goodsOf(total: string, notGoods: readonly string[]): string | null {
  return notGoods.length === 0 ? total : sumOf([total], notGoods);
}
