import { currencyDigits } from '../../db/vocabulary/currency.ts';
import type { Interval } from '../api-types.ts';
import { dateSpan, dayAndMonth, longDate, monthName, shortDate } from '../format/dates.ts';
import { durationText } from '../format/durations.ts';
import { type Formats, unknown } from '../format/formats.ts';
import type { TrendKpi } from './kpis.ts';
import type { StepSize } from './ranges.ts';
import type { TrendStep } from './steps.ts';
import { trendsMessages } from './trendsMessages.ts';

/** How a figure of a store is written. */
export interface Writing {
  readonly kpi: TrendKpi;
  readonly currency: string;
  readonly formats: Formats;
}

/** As it stands in a sentence, a table or a tooltip. */
export function valueText(value: number | null, { kpi, currency, formats }: Writing): string {
  if (value === null) return unknown;
  switch (kpi.unit) {
    case 'money':
      return formats.money(Math.round(value), currency);
    case 'ratio':
      return formats.percent(value);
    case 'seconds':
      return durationText(value, formats);
    case 'decimal':
      return formats.ratio(value, 1);
    case 'points':
      return formats.whole(value);
    default:
      return formats.count(value);
  }
}

/** The mean of something counted has parts that say nothing. */
export function meanText(value: number | null, writing: Writing): string {
  const { kpi, currency, formats } = writing;
  if (value === null) return unknown;
  if (kpi.unit === 'people' || kpi.unit === 'receipts') {
    return value < 10 ? formats.ratio(value, 1) : formats.whole(value);
  }
  return kpi.unit === 'money' ? formats.wholeMoney(Math.round(value), currency) : valueText(value, writing);
}

/** The mean in a cell as narrow as a finger: without its unit, which the scale beside it says; waits as `2:15`. */
export function cellText(value: number, writing: Writing): string {
  const { kpi, currency, formats } = writing;
  if (kpi.unit === 'ratio') return formats.whole(value * 100);
  if (kpi.unit === 'seconds') return minuteClock(value, formats);
  if (kpi.unit !== 'money') return meanText(value, writing);
  return compactOf(formats.locale, null).format(value / 10 ** currencyDigits(currency));
}

function minuteClock(value: number, formats: Formats): string {
  const seconds = Math.round(value);
  return formats.digits(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
}

export function intervalText(interval: Interval | null, { kpi, formats }: Writing): string | null {
  if (interval === null) return null;
  if (kpi.unit === 'ratio') return formats.interval(interval);
  const [low, high] = interval.map((end) => formats.whole(end));
  return `${low}…${high}`;
}

/** Short enough for an axis: `12K`, `€4K`. */
export function axisText(value: number, { kpi, currency, formats }: Writing): string {
  if (kpi.unit === 'ratio') return formats.percent(value, value !== 0 && Math.abs(value) < 0.05 ? 1 : 0);
  if (kpi.unit === 'seconds') return durationText(value, formats);
  const isMoney = kpi.unit === 'money';
  const plain = isMoney ? value / 10 ** currencyDigits(currency) : value;
  return compactOf(formats.locale, isMoney ? currency : null).format(plain);
}

const made = new Map<string, Intl.NumberFormat>();

function compactOf(locale: string, currency: string | null): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const money = currency === null ? {} : ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const);
  const options = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0, ...money } as const;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, known);
  return known;
}

/** A number for a spreadsheet: money in whole units of its currency. */
export function plainValue(value: number | null, { kpi, currency }: Writing): number | null {
  if (value === null || kpi.unit !== 'money') return value;
  return Number((value / 10 ** currencyDigits(currency)).toFixed(currencyDigits(currency)));
}

interface Named {
  readonly by: StepSize;
  readonly isOneDay: boolean;
  /** How many steps stand beside it. */
  readonly count: number;
  readonly formats: Formats;
}

const mostWithWeekday = 14;

/** A step on the axis, as short as it can be said. */
export function stepLabel({ from, clock }: TrendStep, { by, isOneDay, count, formats }: Named): string {
  if (by === 'month') return monthName(from, formats.textLocale);
  const isShort = by === 'day' && count <= mostWithWeekday;
  if (clock === null) return (isShort ? shortDate : dayAndMonth)(from, formats.textLocale);
  const time = formats.digits(clock);
  return isOneDay ? time : trendsMessages.at(shortDate(from, formats.textLocale), time);
}

/** A step in words: `Saturday 22 November 2025, 14:00`, `17 – 23 Nov 2025`. */
export function stepName({ from, to, clock }: TrendStep, { by, formats }: Pick<Named, 'by' | 'formats'>): string {
  if (by === 'week' || by === 'month') return dateSpan(from, to, formats.textLocale);
  const date = longDate(from, formats.textLocale);
  return clock === null ? date : trendsMessages.at(date, formats.digits(clock));
}
