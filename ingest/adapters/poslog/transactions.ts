import { signOf, sizeOf, sumOf } from '../decimal.ts';
import { aside, type Finding, type FoundSale, fault, type When } from '../finding.ts';
import { whenOf } from '../times.ts';
import { attribute, child, childText, type XmlElement } from '../xml.ts';
import { goodsOf, isTrue, type Lines, linesOf } from './lines.ts';

/** The register within its store: `9/34`; '' where it is not told. */
export function registerOf(transaction: XmlElement): string {
  const register = childText(transaction, 'WorkstationID');
  return register === null ? '' : `${storeOf(transaction)}/${register}`;
}

/** POSLog 2: RetailStoreID. POSLog 6: the first BusinessUnit that is a store, else the first of all. */
export function storeOf(transaction: XmlElement): string {
  const named = childText(transaction, 'RetailStoreID');
  if (named !== null) return named;
  let first: string | null = null;
  for (const unit of transaction.children) {
    const id = unit.name === 'BusinessUnit' ? child(unit, 'UnitID') : null;
    if (id === null) continue;
    if (attribute(id, 'TypeCode') === 'RetailStore') return id.text;
    first ??= id.text;
  }
  return first ?? '';
}

/** One transaction of a log: a receipt, a void of one, or something that sells nothing. */
export function transactionOf(transaction: XmlElement): Finding {
  const voiding = child(transaction, 'PostVoidTransaction') ?? child(transaction, 'VoidTransaction');
  const retail = child(transaction, 'RetailTransaction') ?? voiding;
  if (retail === null) return aside('alive', whatElse(transaction));
  const id = idOf(transaction);
  if (id === null) return fault('schema', 'TransactionID or SequenceNumber is missing.');
  const at = timeOf(transaction, retail);
  if (at === null) return fault('bad_time', 'EndDateTime, ReceiptDateTime or POSLogDateTime is no time.');
  const till = childText(transaction, 'WorkstationID');
  const isTraining = isFlagged(transaction, 'TrainingModeFlag') || isFlagged(retail, 'TrainingModeFlag');
  const link = voidedLink(retail);
  if (link !== null || voiding !== null) {
    const original = link === null ? null : idOf(link);
    return { kind: 'sale', id, at, type: 'void', total: { major: 0 }, till, isTraining, original };
  }
  const state = stateOf(transaction, retail);
  if (state === 'open') return aside('draft', 'a transaction that was suspended, to be taken up again');
  return receiptOf({ transaction, retail, id, at, till, isTraining: isTraining || state === 'gone' });
}

interface Receipt {
  readonly transaction: XmlElement;
  readonly retail: XmlElement;
  readonly id: string;
  readonly at: When;
  readonly till: string | null;
  readonly isTraining: boolean;
}

function receiptOf({ transaction, retail, id, at, till, isTraining }: Receipt): Finding {
  const lines = linesOf(retail);
  const totals = totalsOf(retail);
  const grand = totals.grand ?? (isTraining ? '0' : null);
  if (grand === null) return fault('bad_amount', 'The total TransactionGrandAmount is missing.');
  if (lines.sold + lines.returned === 0) return aside('other', 'a transaction without goods');
  const total = goodsOf(grand, totals.nonSales === null ? lines.notGoods : [totals.nonSales]);
  if (total === null) return fault('bad_amount', 'The total is no decimal number.');
  const type = typeOf(lines, total);
  const major = type === 'exchange' ? total : (sizeOf(total) ?? total);
  const tax = totals.tax === null ? null : { major: sizeOf(totals.tax) ?? totals.tax };
  return {
    kind: 'sale',
    id,
    at,
    type,
    total: { major },
    tax,
    items: lines.pieces,
    till,
    currency: childText(transaction, 'CurrencyCode'),
    channel: channelOf(transaction, lines),
    isTraining,
    original: lines.link === null ? null : idOf(lines.link),
  };
}

/** Goods both ways are an exchange, whose total keeps its sign; some tills write a return as a sale below 0. */
function typeOf({ sold, returned }: Lines, total: string): FoundSale['type'] {
  if (sold > 0 && returned > 0) return 'exchange';
  return returned > 0 || signOf(total) === -1 ? 'return' : 'sale';
}

/** Store, register, sequence and business day, which begin anew together; POSLog 6 has an id of its own. */
function idOf(element: XmlElement): string | null {
  const own = childText(element, 'TransactionID');
  if (own !== null && own !== '') return own;
  const sequence = childText(element, 'SequenceNumber');
  if (sequence === null || sequence === '') return null;
  const parts = [storeOf(element), childText(element, 'WorkstationID') ?? '', sequence];
  return [...parts, childText(element, 'BusinessDayDate') ?? ''].join('/');
}

/** When it ended, by the calendar: BusinessDayDate is another date after midnight. */
function timeOf(transaction: XmlElement, retail: XmlElement): When | null {
  for (const each of transaction.children) {
    if (each.name === 'POSLogDateTime' && attribute(each, 'TypeCode') === 'Transaction') return whenOf(each.text);
  }
  const told = childText(transaction, 'EndDateTime') ?? childText(retail, 'ReceiptDateTime');
  return whenOf(told ?? childText(transaction, 'BeginDateTime') ?? childText(transaction, 'POSLogDateTime'));
}

interface Totals {
  readonly grand: string | null;
  readonly nonSales: string | null;
  readonly tax: string | null;
}

/** The totals by name; without a grand amount the net one and the tax make it. */
function totalsOf(retail: XmlElement): Totals {
  const named = new Map<string, string>();
  for (const each of retail.children) {
    if (each.name === 'Total') named.set(attribute(each, 'TotalType') ?? '', each.text);
  }
  const tax = named.get('TransactionTaxAmount') ?? null;
  const net = named.get('TransactionNetAmount') ?? null;
  const made = net === null ? null : sumOf(tax === null ? [net] : [net, tax]);
  return {
    grand: named.get('TransactionGrandAmount') ?? made,
    nonSales: named.get('TransactionNonSalesAmount') ?? null,
    tax,
  };
}

/** `ReasonCode` of a link by which a receipt takes another one out. */
const voids = new Set(['Void', 'Voided', 'VoidedTransaction', 'PostVoid', 'PostVoided', 'PostVoidTransaction']);

function voidedLink(retail: XmlElement): XmlElement | null {
  const link = child(retail, 'TransactionLink');
  if (link === null) return null;
  const isVoiding = retail.name !== 'RetailTransaction' || voids.has(attribute(link, 'ReasonCode') ?? '');
  return isVoiding ? link : null;
}

const gone = new Set(['Voided', 'PostVoided', 'Cancelled', 'Canceled', 'Failed']);
const open = new Set(['Suspended', 'Open', 'InProcess', 'Totaled']);

const goneFlags = ['CancelFlag', 'VoidedFlag', 'VoidFlag'];
const openFlags = ['SuspendFlag', 'SuspendedFlag'];

function stateOf(transaction: XmlElement, retail: XmlElement): 'gone' | 'open' | 'done' {
  const status = retail.attributes === '' ? '' : (attribute(retail, 'TransactionStatus') ?? '');
  if (gone.has(status)) return 'gone';
  for (const flag of goneFlags) if (isFlagged(transaction, flag) || isFlagged(retail, flag)) return 'gone';
  for (const flag of openFlags) if (isFlagged(transaction, flag)) return 'open';
  return open.has(status) ? 'open' : 'done';
}

/** Most transactions carry no flag: its name is looked for before attributes are read. */
function isFlagged(element: XmlElement, flag: string): boolean {
  return element.attributes.includes(flag) && isTrue(element, flag);
}

/** What was ordered on the web was not bought by a visitor. */
function channelOf(transaction: XmlElement, lines: Lines): string {
  const channel = child(transaction, 'Channel');
  const isOnline = channel !== null && attribute(channel, 'OnLineOffLineTypeCode') === 'OnLine';
  return lines.channel === 'store' && isOnline ? 'online' : lines.channel;
}

function whatElse(transaction: XmlElement): string {
  const other = transaction.children.find(({ name }) => name.endsWith('Transaction'));
  return `a ${other?.name ?? 'transaction'} that sells nothing`;
}
