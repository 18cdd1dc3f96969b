const decimal = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/;
/** No receipt is larger; a year of such receipts still adds up exactly. */
const largestMinor = 1e13;
const digitsByCurrency = new Map<string, number>();

/** Digits after the point that a currency has (ISO 4217, by Intl): JPY 0, EUR 2, KWD 3. */
export function currencyDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

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
