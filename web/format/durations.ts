import type { Language } from '../language/language.ts';
import { type Formats, unknown } from './formats.ts';

interface Units {
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  /** Between the larger and the smaller. */
  readonly and: string;
}

const units: Readonly<Record<Language, Units>> = {
  en: { hour: 'h', minute: 'min', second: 's', and: ' ' },
  ru: { hour: 'ч', minute: 'мин', second: 'с', and: ' ' },
  fa: { hour: 'ساعت', minute: 'دقیقه', second: 'ثانیه', and: ' و ' },
};

/** The unit of a measure as it is written in the page's language; one that is not a time or a share stays as its owner wrote it. */
export function unitName(unit: string, { language }: Pick<Formats, 'language'>): string {
  const { hour, minute, second } = units[language];
  const known: Readonly<Record<string, string>> = {
    h: hour,
    min: minute,
    s: second,
    '%': language === 'fa' ? '٪' : '%',
  };
  return known[unit] ?? unit;
}

/** Seconds as people say them: `45 s`, `3 min 20 s`, `12 min`, `1 h 5 min`. Parts of a second are rounded. */
export function durationText(seconds: number | null | undefined, formats: Formats): string {
  if (seconds === null || seconds === undefined) return unknown;
  const whole = Math.round(seconds);
  const { hour, minute, second } = units[formats.language];
  if (whole < 60) return amount(whole, second, formats);
  if (whole >= 3600) return joined([Math.round(whole / 60), 60], [hour, minute], formats);
  return joined([whole, 60], [minute, second], formats);
}

function amount(value: number, unit: string, formats: Formats): string {
  return `${formats.whole(value)} ${unit}`;
}

type Pair<Of> = readonly [Of, Of];

function joined([value, size]: Pair<number>, [large, small]: Pair<string>, formats: Formats): string {
  const rest = value % size;
  const first = amount(Math.floor(value / size), large, formats);
  return rest === 0 ? first : `${first}${units[formats.language].and}${amount(rest, small, formats)}`;
}
