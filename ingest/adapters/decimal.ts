/*
 * Sums of amounts in major units, exact to the last digit, because a tip taken off a total by floating point would leave 19.989999.
 */

/** A decimal number: `units` of ten to the minus `digits`. */
interface Decimal {
  readonly units: bigint;
  readonly digits: number;
}

/** No amount of money has more digits before or after the point. */
const pattern = /^([+-]?)(\d{1,24})(?:\.(\d{0,24}))?$/;

/** What is added, and what is taken off; null where one of them is no decimal number. Answers a decimal text. */
export function sumOf(added: readonly (string | number)[], taken: readonly (string | number)[] = []): string | null {
  let sum: Decimal = { units: 0n, digits: 0 };
  for (const [terms, sign] of [[added, 1n] as const, [taken, -1n] as const]) {
    for (const term of terms) {
      const decimal = decimalOf(term);
      if (decimal === null) return null;
      sum = plus(sum, { units: decimal.units * sign, digits: decimal.digits });
    }
  }
  return textOf(sum);
}

/** So many times an amount; only for what a total holds and must not, never for a total. */
export function timesOf(amount: string | number, times: string | number): string | null {
  const one = decimalOf(amount);
  const other = decimalOf(times);
  if (one === null || other === null) return null;
  return textOf({ units: one.units * other.units, digits: one.digits + other.digits });
}

/** The amount to so many digits after the point, halves away from 0. */
export function roundedOf(amount: string | number, digits: number): string | null {
  const decimal = decimalOf(amount);
  if (decimal === null) return null;
  if (decimal.digits <= digits) return textOf(decimal);
  const scale = 10n ** BigInt(decimal.digits - digits);
  const half = decimal.units < 0n ? -scale / 2n : scale / 2n;
  return textOf({ units: (decimal.units + half) / scale, digits });
}

/** −1, 0 or 1. */
export function signOf(amount: string | number): number | null {
  const decimal = decimalOf(amount);
  if (decimal === null) return null;
  if (decimal.units === 0n) return 0;
  return decimal.units < 0n ? -1 : 1;
}

/** The amount without its sign. */
export function sizeOf(amount: string | number): string | null {
  const decimal = decimalOf(amount);
  if (decimal === null) return null;
  return textOf(decimal.units < 0n ? { ...decimal, units: -decimal.units } : decimal);
}

function decimalOf(amount: string | number): Decimal | null {
  const match = pattern.exec(typeof amount === 'number' ? String(amount) : amount.trim());
  if (match === null) return null;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === '-' ? -units : units, digits: fraction.length };
}

function plus(one: Decimal, other: Decimal): Decimal {
  const digits = Math.max(one.digits, other.digits);
  return { units: scaled(one, digits) + scaled(other, digits), digits };
}

function scaled({ units, digits }: Decimal, to: number): bigint {
  return units * 10n ** BigInt(to - digits);
}

function textOf({ units, digits }: Decimal): string {
  const size = units < 0n ? -units : units;
  const sign = units < 0n ? '-' : '';
  if (digits === 0) return `${sign}${size}`;
  const text = size.toString().padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
