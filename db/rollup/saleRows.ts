import { bucketOf, type Span } from '../time/opening.ts';
import type { Sale } from '../vocabulary/event.ts';

/** What counts of a receipt that stands. */
export interface StandingSale
  extends Pick<Sale, 'at' | 'type' | 'totalMinor' | 'taxMinor' | 'items' | 'channel' | 'isTraining'> {
  /** A standing void that is not in training names it. */
  readonly isVoided: boolean;
}

/** What one feed sold in one bucket (epoch ms of its start); money in minor units. */
export interface QuarterSaleRow {
  readonly storeId: string;
  readonly bucket: number;
  readonly deviceId: string;
  purchases: number;
  grossMinor: number;
  returnsMinor: number;
  /** Tax of sales less tax of returns, over the receipts that carry it. */
  netTaxMinor: number;
  /** Receipts that count in gross or returns with an amount other than 0, and those of them that carry tax. */
  receipts: number;
  receiptsWithTax: number;
  items: number;
  purchasesWithItems: number;
  /** Sales and paying exchanges of other channels, and their gross less their returns. */
  otherTransactions: number;
  otherNetMinor: number;
  /** Over all that stands, also what counts nowhere or was taken out: it shows that the feed is alive. */
  firstAt: number;
  lastAt: number;
  /** Those that were not taken out. */
  messages: number;
}

export const quarterSaleFields = [
  'storeId',
  'bucket',
  'deviceId',
  'purchases',
  'grossMinor',
  'returnsMinor',
  'netTaxMinor',
  'receipts',
  'receiptsWithTax',
  'items',
  'purchasesWithItems',
  'otherTransactions',
  'otherNetMinor',
  'firstAt',
  'lastAt',
  'messages',
] as const satisfies readonly (keyof QuarterSaleRow)[];

export interface SaleQuartersInput {
  readonly storeId: string;
  readonly deviceId: string;
  /** Of this device, in any order. */
  readonly sales: readonly StandingSale[];
  /** Spans that someone took out by hand, in any order: what was sold in them counts nowhere. */
  readonly takeOuts?: readonly Span[];
  /** Only what lies before this instant. */
  readonly until?: number;
}

/** The rows of one feed's buckets, in order, from its facts (contract 3). */
export function saleQuarters({ storeId, deviceId, sales, takeOuts = [], until }: SaleQuartersInput): QuarterSaleRow[] {
  const rows = new Map<number, QuarterSaleRow>();
  for (const sale of sales) {
    if (until !== undefined && sale.at >= until) continue;
    const bucket = bucketOf(sale.at);
    let row = rows.get(bucket);
    if (row === undefined) {
      row = emptyRow({ storeId, bucket, deviceId }, sale.at);
      rows.set(bucket, row);
    }
    row.firstAt = Math.min(row.firstAt, sale.at);
    row.lastAt = Math.max(row.lastAt, sale.at);
    if (!takeOuts.some((span) => span.startAt <= sale.at && sale.at < span.endAt)) addSale(row, sale);
  }
  return [...rows.values()].sort((a, b) => a.bucket - b.bucket);
}

function addSale(row: QuarterSaleRow, sale: StandingSale): void {
  row.messages++;
  if (sale.type === 'void' || sale.isVoided || sale.isTraining) return;
  const isPurchase = sale.type === 'sale' || (sale.type === 'exchange' && sale.totalMinor > 0);
  if (sale.channel !== 'store') addOther(row, sale, isPurchase);
  else if (isPurchase) addPurchase(row, sale);
  else addReturn(row, sale);
}

function addOther(row: QuarterSaleRow, sale: StandingSale, isPurchase: boolean): void {
  if (isPurchase) row.otherTransactions++;
  row.otherNetMinor += isPurchase ? sale.totalMinor : -Math.abs(sale.totalMinor);
}

function addPurchase(row: QuarterSaleRow, sale: StandingSale): void {
  row.purchases++;
  row.grossMinor += sale.totalMinor;
  row.netTaxMinor += sale.taxMinor ?? 0;
  if (sale.items !== null) {
    row.items += sale.items;
    row.purchasesWithItems++;
  }
  addReceipt(row, sale);
}

/** A return, or an exchange that pays nothing: its size, whatever sign its till writes. */
function addReturn(row: QuarterSaleRow, sale: StandingSale): void {
  row.returnsMinor += Math.abs(sale.totalMinor);
  row.netTaxMinor -= Math.abs(sale.taxMinor ?? 0);
  addReceipt(row, sale);
}

function addReceipt(row: QuarterSaleRow, sale: StandingSale): void {
  if (sale.totalMinor === 0) return;
  row.receipts++;
  if (sale.taxMinor !== null) row.receiptsWithTax++;
}

/** Made whole and not by spreading: this runs once a receipt. */
function emptyRow({ storeId, bucket, deviceId }: RowKey, at: number): QuarterSaleRow {
  return {
    storeId,
    bucket,
    deviceId,
    purchases: 0,
    grossMinor: 0,
    returnsMinor: 0,
    netTaxMinor: 0,
    receipts: 0,
    receiptsWithTax: 0,
    items: 0,
    purchasesWithItems: 0,
    otherTransactions: 0,
    otherNetMinor: 0,
    firstAt: at,
    lastAt: at,
    messages: 0,
  };
}

type RowKey = Pick<QuarterSaleRow, 'storeId' | 'bucket' | 'deviceId'>;
