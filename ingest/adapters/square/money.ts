import type { Money } from '../finding.ts';
import { fieldsOf } from '../jsonFields.ts';

/** What is in a `Money` object: a whole number of the currency's smallest denomination; null: there is none. */
export function minorOf(value: unknown): number | null {
  const { amount } = fieldsOf(value);
  return typeof amount === 'number' && Number.isSafeInteger(amount) ? amount : null;
}

export function moneyOf(value: unknown): Money | null {
  const minor = minorOf(value);
  return minor === null ? null : { minor };
}

export function currencyOf(value: unknown): string | null {
  const { currency } = fieldsOf(value);
  return typeof currency === 'string' && currency !== '' ? currency : null;
}

/** Several amounts together; what is missing is nothing. */
export function sumMinor(values: readonly unknown[]): number {
  let sum = 0;
  for (const value of values) sum += minorOf(value) ?? 0;
  return sum;
}
