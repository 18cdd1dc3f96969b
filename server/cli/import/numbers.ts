/** How numbers are written in the file. */
export interface NumberStyle {
  /** `1.234,50` instead of `1,234.50`. */
  readonly hasDecimalComma: boolean;
}

/** The number in plain form (`-1234.50`), without thousands separators, spaces or a currency sign; null when it is none. */
function plainNumber(text: string, style: NumberStyle): string | null {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^([+-]?)\p{Sc}|\p{Sc}$/gu, '$1');
  const [point, comma] = style.hasDecimalComma ? [',', '.'] : ['.', ','];
  const groups = new RegExp(`^[+-]?\\d{1,3}(?:\\${comma}\\d{3})+(?:\\${point}\\d*)?$`);
  const bare = groups.test(compact) ? compact.replaceAll(comma, '') : compact;
  const plain = bare
    .replace(point, '.')
    .replace(/^\+/, '')
    .replace(/\u2212/, '-');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) && !(style.hasDecimalComma && bare.includes('.')) ? plain : null;
}

/** A whole number of people; null when it is anything else. `12.0` is 12. */
export function readCount(text: string, style: NumberStyle): number | null {
  const plain = plainNumber(text, style);
  if (plain === null) return null;
  const count = Number(plain);
  return Number.isSafeInteger(count) ? count : null;
}

/** A number with a fraction; null when it is none. */
export function readNumber(text: string, style: NumberStyle): number | null {
  const plain = plainNumber(text, style);
  return plain === null ? null : Number(plain);
}

/** An amount in whole minor units, and whether digits beyond the currency's were rounded (half away from zero). */
export interface ReadAmount {
  readonly minor: number;
  readonly isRounded: boolean;
}

/** Reads an amount of a currency with so many digits after the point; null when it is no number. */
export function readAmount(text: string, digits: number, style: NumberStyle): ReadAmount | null {
  const plain = plainNumber(text, style);
  if (plain === null) return null;
  const isNegative = plain.startsWith('-');
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  const kept = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  const rest = fraction.slice(digits);
  const size = kept + (Number(rest[0] ?? 0) >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(size)) return null;
  return { minor: isNegative && size !== 0 ? -size : size, isRounded: /[1-9]/.test(rest) };
}

/** Minor units as the decimal text that a native message carries. */
export function decimalText(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
