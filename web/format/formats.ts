import { currencyDigits } from '../../db/vocabulary/currency.ts';
import type { Interval } from '../api-types.ts';

/** What stands where a figure is unknown. */
export const unknown = '–';

const changeFrom = 0.0005;

/**
 * Numbers and money in the organisation's locale; words for dates in the interface's language, until it has others
 * than English. Rates are 0…1, money is whole minor units of its currency.
 */
export class Formats {
  readonly locale: string;
  readonly textLocale: string;
  readonly #counts: Intl.NumberFormat;
  readonly #currencies = new Map<string, Intl.NumberFormat>();

  constructor(locale: string) {
    this.locale = isLocale(locale) ? locale : 'en';
    this.textLocale = this.locale.startsWith('en') ? this.locale : 'en-GB';
    this.#counts = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 });
  }

  /** People and receipts; a half (an entrance that counts the average) is kept. */
  count(value: number | null | undefined): string {
    return value === null || value === undefined ? unknown : this.#counts.format(value);
  }

  /** People where a half says nothing, as in a median. */
  whole(value: number): string {
    return this.#counts.format(Math.round(value));
  }

  ratio(value: number | null | undefined, digits = 2): string {
    if (value === null || value === undefined) return unknown;
    return new Intl.NumberFormat(this.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  }

  percent(value: number | null | undefined, digits = 1): string {
    if (value === null || value === undefined) return unknown;
    return this.#percent(digits).format(value);
  }

  /** `21.3–24.0%`, or nothing where there is no interval. */
  interval(value: Interval | null): string | null {
    if (!value) return null;
    return this.#percent(1)
      .formatRange(value[0], value[1])
      .replace(/[%\u00a0\u202f ]* [-–] /, '–');
  }

  /** A relative change with its sign; `0%` where it rounds to nothing. */
  change(value: number): string {
    const digits = Math.abs(value) < 0.0995 ? 1 : 0;
    return new Intl.NumberFormat(this.locale, {
      style: 'percent',
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    })
      .format(value)
      .replace('-', '\u2212');
  }

  money(minor: number | null | undefined, currency: string): string {
    if (minor === null || minor === undefined) return unknown;
    return this.#currency(currency).format(minor / 10 ** currencyDigits(currency));
  }

  /** Money where less than a whole unit says nothing, as in an estimate. */
  wholeMoney(minor: number, currency: string): string {
    const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(this.locale, options).format(minor / 10 ** currencyDigits(currency));
  }

  #percent(digits: number): Intl.NumberFormat {
    return new Intl.NumberFormat(this.locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  }

  #currency(currency: string): Intl.NumberFormat {
    const known = this.#currencies.get(currency);
    if (known) return known;
    const made = new Intl.NumberFormat(this.locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    this.#currencies.set(currency, made);
    return made;
  }
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

export type Direction = 'up' | 'down' | 'same';

/** Which way a relative change goes; less than a twentieth of a per cent is the same. */
export function directionOf(change: number): Direction {
  if (Math.abs(change) < changeFrom) return 'same';
  return change > 0 ? 'up' : 'down';
}
