import { AppError } from '../../../db/vocabulary/errors.ts';
import type { SaleType } from '../../../db/vocabulary/event.ts';
import type { ReadInstant } from './dateFormat.ts';
import { type Columns, fieldText } from './mapping.ts';
import { decimalText, type NumberStyle, readAmount, readCount } from './numbers.ts';
import { type ReadRow, type RowReader, rejected, wireTime } from './row.ts';

/** What a word of the type column means; `skip` leaves such lines out. */
export type TypeWords = ReadonlyMap<string, SaleType | 'skip'>;

export interface SalesRowOptions {
  readonly columns: Columns;
  readonly readInstant: ReadInstant;
  readonly zone: string;
  readonly style: NumberStyle;
  /** Digits after the point of the store's currency. */
  readonly digits: number;
  readonly types: TypeWords;
  /** Whether sales of 0 are purchases or left out. */
  readonly zero: 'keep' | 'skip';
}

export const saleTypes = ['sale', 'return', 'exchange', 'void'] as const;
const yes = new Set(['1', 'true', 'yes', 'y', 'x']);

interface Receipt {
  readonly type: SaleType;
  readonly minor: number;
  readonly isRounded: boolean;
}

function typeOf(row: readonly string[], options: SalesRowOptions): SaleType | 'skip' | undefined | { reason: string } {
  if (!options.columns.has('type')) return undefined;
  const word = fieldText(row, options.columns, 'type') ?? '';
  return (
    options.types.get(word.toLowerCase()) ?? {
      reason: `the type "${word}" is none of sale, return, exchange, void (use --type "${word}=…")`,
    }
  );
}

/** A refund's amount stands with either sign; a sale's must not be negative. */
function receiptOf(row: readonly string[], options: SalesRowOptions): Receipt | ReadRow {
  const type = typeOf(row, options);
  if (typeof type === 'object') return rejected(type.reason);
  if (type === 'skip') return { kind: 'skipped', reason: `type ${fieldText(row, options.columns, 'type')}` };
  const text = fieldText(row, options.columns, 'total') ?? (type === 'void' ? '0' : undefined);
  if (text === undefined) return rejected('no amount');
  const amount = readAmount(text, options.digits, options.style);
  if (amount === null) return rejected(`"${text}" is not an amount`);
  const { minor, isRounded } = amount;
  const meant = type ?? (minor < 0 ? 'return' : 'sale');
  if (meant === 'sale' && minor < 0) return rejected(`a sale of a negative amount (${text})`);
  if (meant === 'sale' && minor === 0 && options.zero === 'skip') return { kind: 'skipped', reason: 'sale of 0' };
  return { type: meant, minor: meant === 'exchange' ? minor : Math.abs(minor), isRounded };
}

const texts = ['till', 'employee', 'source', 'original', 'channel', 'currency'] as const;

function optionalFields(row: readonly string[], options: SalesRowOptions): Record<string, unknown> | string {
  const { columns, style } = options;
  const fields: Record<string, unknown> = {};
  for (const field of texts) {
    const text = fieldText(row, columns, field);
    if (text !== undefined) fields[field] = text;
  }
  const items = fieldText(row, columns, 'items');
  if (items !== undefined) {
    const count = readCount(items, style);
    if (count === null) return `"${items}" is not a whole number (items)`;
    fields['items'] = Math.abs(count);
  }
  const tax = fieldText(row, columns, 'tax');
  if (tax !== undefined) {
    const amount = readAmount(tax, options.digits, style);
    if (amount === null) return `"${tax}" is not an amount (tax)`;
    fields['tax'] = decimalText(Math.abs(amount.minor), options.digits);
  }
  const training = fieldText(row, columns, 'training');
  if (training !== undefined && yes.has(training.toLowerCase())) fields['training'] = true;
  return fields;
}

function checkColumns(columns: Columns): void {
  for (const [field, example] of [
    ['id', 'id=Receipt'],
    ['at', 'at=Time'],
    ['total', 'total=Amount'],
  ] as const) {
    if (!columns.has(field))
      throw new AppError('invalid', `no column is the receipt's ${field}: map one, such as --map ${example}`);
  }
}

/** Reads lines of receipts, one a line. Amounts with more digits than the currency are rounded half away from zero, a receipt at a time. */
export function salesRowReader(options: SalesRowOptions): RowReader {
  const { columns, readInstant, zone, digits } = options;
  checkColumns(columns);
  return (row): ReadRow => {
    const id = fieldText(row, columns, 'id');
    if (id === undefined) return rejected('no receipt id');
    const time = fieldText(row, columns, 'at');
    if (time === undefined) return rejected('no time');
    const at = readInstant(time, zone);
    if (at === null) return rejected(`"${time}" is not a time in the given format`);
    const receipt = receiptOf(row, options);
    if ('kind' in receipt) return receipt;
    const more = optionalFields(row, options);
    if (typeof more === 'string') return rejected(more);
    const item: Record<string, unknown> = {
      id,
      at: wireTime(at),
      type: receipt.type,
      total: decimalText(receipt.minor, digits),
      ...more,
    };
    const updated = fieldText(row, columns, 'updatedAt');
    if (updated !== undefined) {
      const updatedAt = readInstant(updated, zone);
      if (updatedAt === null) return rejected(`"${updated}" is not a time in the given format (updatedAt)`);
      item['updatedAt'] = wireTime(updatedAt);
    }
    return { kind: 'item', item, startAt: at, endAt: at, isRounded: receipt.isRounded };
  };
}

/**
 * The words of the type column: the four types themselves and what `--type word=type` adds.
 * @throws AppError `invalid` for a type that does not exist.
 */
export function readTypeWords(values: readonly string[]): TypeWords {
  const words = new Map<string, SaleType | 'skip'>(saleTypes.map((type) => [type, type]));
  for (const value of values.flatMap((text) => text.split(','))) {
    const at = value.lastIndexOf('=');
    const type = [...saleTypes, 'skip' as const].find((known) => known === value.slice(at + 1).trim());
    if (at < 0 || type === undefined) {
      throw new AppError(
        'invalid',
        `--type "${value}": write WORD=TYPE with sale, return, exchange, void or skip, such as refund=return`,
      );
    }
    words.set(value.slice(0, at).trim().toLowerCase(), type);
  }
  return words;
}
