import type { Store } from '../../../db/vocabulary/place.ts';
import type { CheckCode, Finding } from '../../kpi/checks/finding.ts';

/** What a sentence about a finding is made of. */
export interface Told {
  readonly store: Store;
  readonly finding: Finding;
  /** Of the device, else of the store. */
  readonly name: string;
  /** The device itself said so. */
  readonly isOffline: boolean;
}

export interface CheckText {
  /** What does not fit. */
  readonly text: string;
  /** What to do about it. */
  readonly action: string;
}

export type CheckWords = Readonly<Record<CheckCode, (told: Told) => CheckText>>;

/** A finding's figures and instants as a language writes them, on the store's clock. */
export class Spoken {
  readonly #numbers: Intl.NumberFormat;
  readonly #percents: Intl.NumberFormat;
  readonly #rules: Intl.PluralRules;
  readonly #locale: string;

  /** `ru`, `fa-u-ca-persian-nu-arabext`. */
  constructor(locale: string) {
    this.#locale = locale;
    this.#numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#rules = new Intl.PluralRules(locale);
  }

  count(value: number | string | undefined): string {
    return this.#numbers.format(Math.round(Number(value)));
  }

  /** At most one digit after the comma. */
  decimal(value: number): string {
    return this.#numbers.format(value);
  }

  percent(value: number | string | undefined): string {
    return this.#percents.format(Number(value));
  }

  money(minor: number, { currency, digits }: { readonly currency: string; readonly digits: number }): string {
    return new Intl.NumberFormat(this.#locale, { style: 'currency', currency }).format(minor / 10 ** digits);
  }

  /** `3 часа`: a number with the form it asks for; forms are one, few and many. */
  many(value: number | string | undefined, [one, few, many]: readonly [string, string, string]): string {
    const whole = Math.round(Number(value));
    const category = this.#rules.select(whole);
    const form = category === 'one' ? one : category === 'few' ? few : many;
    return `${this.count(whole)} ${form}`;
  }

  /** `29 марта в 14:05`. */
  moment(timeZone: string, at: number): string {
    const options = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat(this.#locale, { ...options, timeZone }).format(at);
  }

  clock(timeZone: string, at: number): string {
    const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat(this.#locale, { ...options, timeZone }).format(at);
  }
}

/** Nearly whole hours, else minutes; a day of opening time would be read as one of the calendar. */
export function openTimeOf({ finding }: Told): { readonly unit: 'minutes' | 'hours'; readonly value: number } {
  const minutes = Number(finding.figures['openMinutes']);
  return minutes < 90 ? { unit: 'minutes', value: minutes } : { unit: 'hours', value: Math.round(minutes / 60) };
}

/** In the largest unit of which there is more than one and a half. */
export function lengthOf(seconds: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly value: number;
} {
  if (seconds < 90) return { unit: 'seconds', value: seconds };
  if (seconds < 90 * 60) return { unit: 'minutes', value: seconds / 60 };
  return seconds < 36 * 3600 ? { unit: 'hours', value: seconds / 3600 } : { unit: 'days', value: seconds / 86_400 };
}
