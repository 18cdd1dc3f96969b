import { currencyDigits } from '../../db/vocabulary/currency.ts';
import type { Interval } from '../api-types.ts';
import { type Language, language } from '../language/language.ts';
import type { Count } from '../language/plural.ts';
import { clockIn, clockOf, shortDate } from './dates.ts';
import { type Manner, numberLocale, textLocale } from './locales.ts';
import { persianDigits } from './numbers.ts';

/** What stands where a figure is unknown. */
export const unknown = '–';

const changeFrom = 0.0005;

/**
 * Numbers, money, clocks and lists as their reader wants them: in the page's language, with the digits and the calendar they
 * chose. Rates are 0…1, money is whole minor units of its currency.
 */
export class Formats {
  /** Of numbers. */
  readonly locale: string;
  /** Of dates and words about time (dates.ts): with the calendar and the digits. */
  readonly textLocale: string;
  readonly language: Language;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #counts: Intl.NumberFormat;
  readonly #hasPersianDigits: boolean;

  /** `organisation`: its locale, `ru-RU`; one that is none is as if there were none. */
  constructor(organisation: string, manner: Partial<Manner> = {}) {
    const whole = { language, digits: null, calendar: null, ...manner };
    this.language = whole.language;
    this.locale = numberLocale(organisation, whole);
    this.textLocale = textLocale(organisation, whole);
    this.#counts = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 });
    this.#hasPersianDigits = this.#counts.resolvedOptions().numberingSystem === 'arabext';
  }

  /** People and receipts; a half (an entrance that counts the average) is kept. */
  count(value: number | null | undefined): string {
    return value === null || value === undefined ? unknown : this.#counts.format(value);
  }

  /** A count for a sentence, which has to agree with it (web/language/plural.ts). */
  counted(value: number): Count {
    const text = this.count(value);
    return { value, text, toString: () => text };
  }

  /** `+12`, `−3`; the sign stays before its number where the line runs from right to left. `text`: the amount without it. */
  signed(value: number, text: string): string {
    if (value === 0) return text;
    return `${this.language === 'fa' ? '\u200e' : ''}${value < 0 ? '\u2212' : '+'}${text}`;
  }

  /** People where a half says nothing, as in a median. */
  whole(value: number): string {
    return this.#counts.format(Math.round(value));
  }

  ratio(value: number | null | undefined, digits = 2): string {
    if (value === null || value === undefined) return unknown;
    return this.#number({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
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
      .replace(/[%٪\u00a0\u202f ]* [-–] /, '–');
  }

  /** A relative change with its sign; `0%` where it rounds to nothing. */
  change(value: number): string {
    const digits = Math.abs(value) < 0.0995 ? 1 : 0;
    return this.#number({ style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' })
      .format(value)
      .replace('-', '\u2212');
  }

  money(minor: number | null | undefined, currency: string): string {
    if (minor === null || minor === undefined) return unknown;
    const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    return this.#number(options).format(minor / 10 ** currencyDigits(currency));
  }

  /** Money where less than a whole unit says nothing, as in an estimate. */
  wholeMoney(minor: number, currency: string): string {
    const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 } as const;
    return this.#number(options).format(minor / 10 ** currencyDigits(currency));
  }

  /** A text that is ready but for its digits: `14:05`, `2026-03-14`. */
  digits(text: string): string {
    return this.#hasPersianDigits ? persianDigits(text) : text;
  }

  /** The wall clock of an instant that carries its offset: `14:00`. */
  clock(instant: string): string {
    return this.digits(clockOf(instant));
  }

  /** `Sat 14 Mar, 14:05`, by the wall clock of an instant that carries its offset. */
  moment(instant: string): string {
    const comma = this.language === 'fa' ? '،' : ',';
    return `${shortDate(instant.slice(0, 10), this.textLocale)}${comma} ${this.clock(instant)}`;
  }

  /** An instant's wall clock in a zone: `14:05:09`, or without seconds. */
  clockIn(zone: string, at: Date, seconds = false): string {
    return this.digits(clockIn(zone, at, seconds));
  }

  /** `Sat 14 Mar, 14:05` in a zone. */
  momentIn(zone: string, at: Date): string {
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
    return this.moment(`${date}T${clockIn(zone, at)}`);
  }

  /** `Arbat, Nevsky and Sretenka`. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.textLocale).format(parts);
  }

  #percent(digits: number): Intl.NumberFormat {
    return this.#number({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  /** Making one takes longer than using it a thousand times. */
  #number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const known = this.#numbers.get(key) ?? new Intl.NumberFormat(this.locale, options);
    this.#numbers.set(key, known);
    return known;
  }
}

export type Direction = 'up' | 'down' | 'same';

/** Which way a relative change goes; less than a twentieth of a per cent is the same. */
export function directionOf(change: number): Direction {
  if (Math.abs(change) < changeFrom) return 'same';
  return change > 0 ? 'up' : 'down';
}
