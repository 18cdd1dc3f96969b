import { parseTimestamp } from '../../db/time/timestamp.ts';
import type { Money, When } from './finding.ts';
import { textOf } from './jsonFields.ts';
import { whenOf } from './times.ts';

/* What tills' adapters have in common: how times, amounts and pieces of a receipt are taken. */

/** An amount as it is sent, a decimal text or a number; null: there is none. */
export function amountOf(value: unknown): string | number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An amount in the currency's unit; null: there is none. */
export function majorOf(value: unknown): Money | null {
  const major = amountOf(value);
  return major === null ? null : { major };
}

/**
 * A time with its offset, epoch ms; a wall clock where it has none, by which what is no time at all is found out too. null: there is none.
 */
export function timeOf(value: unknown): When | null {
  const text = textOf(value);
  if (text === '') return null;
  const at = parseTimestamp(text, 'utc', 'UTC');
  // `+0000` without a colon too.
  return at === 'bad_time' ? (whenOf(text) ?? { local: text }) : at;
}

/** A time that is UTC although it does not say so (`2026-03-01 09:15:00`). */
export function utcTimeOf(value: unknown): When | null {
  return shiftedTimeOf(value, 'Z');
}

/** A time without a zone that is always in one of a fixed offset: `+03:00`. */
export function shiftedTimeOf(value: unknown, offset: string): When | null {
  const text = textOf(value);
  if (text === '') return null;
  const at = parseTimestamp(`${text}${offset}`, 'utc', 'UTC');
  return at === 'bad_time' ? timeOf(text) : at;
}

/** A quantity, also as text; NaN where it is none: an object cannot be asked for its number without running what it holds. */
export function quantityOf(quantity: unknown): number {
  return typeof quantity === 'number' ? quantity : typeof quantity === 'string' ? Number(quantity) : Number.NaN;
}

/** How many pieces were sold; what is weighed (1.254 kg) is one piece. null: nothing is said of any. */
export function piecesOf(quantities: readonly unknown[]): number | null {
  if (quantities.length === 0) return null;
  let pieces = 0;
  for (const quantity of quantities) {
    const size = Math.abs(quantityOf(quantity));
    pieces += Number.isSafeInteger(size) ? size : 1;
  }
  return pieces;
}
