/*
 * Sums of amounts in major units, exact to the last digit, because a tip taken off a total by floating point would leave 19.989999.
 * Whole numbers of the last digit are added, which are exact up to 2^53: what is larger is no amount of money.
 */

/** A decimal number: `units` of ten to the minus `digits`. */
interface Decimal {
  readonly units: number;
  readonly digits: number;
}

/** What stands behind comes of somebody's floating point (20.490000000000002) and is none of the money. */
const mostDigits = 8;
const scales: readonly number[] = Array.from({ length: 2 * mostDigits + 1 }, (_, digits) => 10 ** digits);

/** What is added, and what is taken off; null where one of them is no decimal number, or too large. Answers a decimal text. */
export function sumOf(added: readonly (string | number)[], taken: readonly (string | number)[] = []): string | null {
  let sum: Decimal | null = { units: 0, digits: 0 };
  for (const term of added) sum = plus(sum, decimalOf(term), 1);
  for (const term of taken) sum = plus(sum, decimalOf(term), -1);
  return sum === null ? null : textOf(sum);
}

/** So many times an amount; only for what a total holds and must not, never for a total. */
export function timesOf(amount: string | number, times: string | number): string | null {
  const one = decimalOf(amount);
  const other = decimalOf(times);
  if (one === null || other === null) return null;
  const units = one.units * other.units;
  return Number.isSafeInteger(units) ? textOf({ units, digits: one.digits + other.digits }) : null;
}

/** The amount to so many digits after the point, halves away from 0. */
export function roundedOf(amount: string | number, digits: number): string | null {
  const decimal = decimalOf(amount);
  if (decimal === null) return null;
  if (decimal.digits <= digits) return textOf(decimal);
  const scale = scales[decimal.digits - digits] ?? 1;
  const size = Math.abs(decimal.units);
  const rest = size % scale;
  const rounded = (size - rest) / scale + (rest * 2 >= scale ? 1 : 0);
  return textOf({ units: decimal.units < 0 ? -rounded : rounded, digits });
}

/** −1, 0 or 1. */
export function signOf(amount: string | number): number | null {
  const decimal = decimalOf(amount);
  return decimal === null ? null : Math.sign(decimal.units) + 0;
}

/** The amount without its sign. */
export function sizeOf(amount: string | number): string | null {
  const decimal = decimalOf(amount);
  return decimal === null ? null : textOf({ units: Math.abs(decimal.units), digits: decimal.digits });
}

function decimalOf(amount: string | number): Decimal | null {
  if (typeof amount !== 'number') return scanned(amount.trim());
  if (Number.isSafeInteger(amount)) return { units: amount, digits: 0 };
  return scanned(String(amount));
}

/** `[+-]digits[.digits]`, looked at letter by letter, since every amount of every receipt comes by here. */
function scanned(text: string): Decimal | null {
  const first = text.charCodeAt(0);
  const isSigned = first === 45 || first === 43;
  let units = 0;
  let digits = -1;
  for (let at = isSigned ? 1 : 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46 && digits < 0 && at > (isSigned ? 1 : 0)) {
      digits = 0;
      continue;
    }
    if (code < 48 || code > 57) return null;
    if (digits >= mostDigits) continue;
    units = units * 10 + (code - 48);
    if (digits >= 0) digits += 1;
  }
  if (text.length === (isSigned ? 1 : 0) || !Number.isSafeInteger(units)) return null;
  return { units: first === 45 ? -units : units, digits: Math.max(digits, 0) };
}

function plus(sum: Decimal | null, term: Decimal | null, sign: 1 | -1): Decimal | null {
  if (sum === null || term === null) return null;
  const digits = Math.max(sum.digits, term.digits);
  const units =
    sum.units * (scales[digits - sum.digits] ?? 1) + sign * term.units * (scales[digits - term.digits] ?? 1);
  return Number.isSafeInteger(units) ? { units, digits } : null;
}

function textOf({ units, digits }: Decimal): string {
  if (digits === 0) return String(units + 0);
  const text = String(Math.abs(units)).padStart(digits + 1, '0');
  return `${units < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
