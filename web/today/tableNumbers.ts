import { currencyDigits } from '../../db/vocabulary/currency.ts';

/** As files have a rate: four decimals at most. null: not known. */
export function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}

/** Money in whole units of its currency, as files have it. */
export function wholeUnits(minor: number | null | undefined, currency: string): number | null {
  if (minor === null || minor === undefined) return null;
  const digits = currencyDigits(currency);
  return Number((minor / 10 ** digits).toFixed(digits));
}
