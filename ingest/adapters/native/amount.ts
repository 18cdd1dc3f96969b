import { currencyDigits } from '../../../db/vocabulary/currency.ts';

const decimal = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/;
/** No receipt is larger; a year of such receipts still adds up exactly. */
const largestMinor = 1e13;

/**
 * Whole minor units of an amount sent as a decimal text or a JSON number; null when it is neither or has more digits than the
 * currency, trailing zeros aside. A JSON number is read by its shortest decimal form: 0.1 + 0.2 is the sender's fault.
 */
export function minorUnits(value: string | number, currency: string): number | null {
  const parts = decimal.exec(typeof value === 'number' ? String(value) : value);
  if (parts === null) return null;
  const digits = currencyDigits(currency);
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return null;
  const minor = Number(`${parts[2]}${fraction.padEnd(digits, '0')}`);
  if (minor > largestMinor) return null;
  return parts[1] === '-' && minor !== 0 ? -minor : minor;
}
