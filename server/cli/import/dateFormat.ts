import { dateText, dayMs, dayNumberOf, daysInMonth, minuteMs } from '../../../db/time/calendar.ts';
import { parseTimestamp } from '../../../db/time/timestamp.ts';
import { instantOf } from '../../../db/time/zone.ts';

/** Reads a column's text as an instant (epoch ms); null when it is not in the format or not a real date. */
export type ReadInstant = (text: string, zone: string) => number | null;

type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'offset';

/** Tokens by length, longest first, so that `yyyy` is not read as two `yy`. */
const tokens: readonly (readonly [token: string, part: Part, pattern: string])[] = [
  ['yyyy', 'year', '\\d{4}'],
  ['XXX', 'offset', 'Z|[+-]\\d{2}:?\\d{2}'],
  ['SSS', 'fraction', '\\d{1,9}'],
  ['yy', 'shortYear', '\\d{2}'],
  ['MM', 'month', '\\d{2}'],
  ['dd', 'day', '\\d{2}'],
  ['HH', 'hour', '\\d{2}'],
  ['hh', 'hour12', '\\d{2}'],
  ['mm', 'minute', '\\d{2}'],
  ['ss', 'second', '\\d{2}'],
  ['M', 'month', '\\d{1,2}'],
  ['d', 'day', '\\d{1,2}'],
  ['H', 'hour', '\\d{1,2}'],
  ['h', 'hour12', '\\d{1,2}'],
  ['m', 'minute', '\\d{1,2}'],
  ['s', 'second', '\\d{1,2}'],
  ['a', 'half', '[AaPp]\\.?[Mm]\\.?'],
];

function compile(format: string): { pattern: RegExp; parts: Part[] } {
  const parts: Part[] = [];
  let source = '';
  for (let at = 0; at < format.length; ) {
    const found = tokens.find(([token]) => format.startsWith(token, at));
    if (found) {
      source += `(${found[2]})`;
      parts.push(found[1]);
    } else {
      source += (format[at] ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    }
    at += found ? found[0].length : 1;
  }
  return { pattern: new RegExp(`^${source}$`), parts };
}

type Reading = Partial<Record<Part, string>>;

function hourOf(reading: Reading): number {
  if (reading.hour12 === undefined) return Number(reading.hour ?? 0);
  const hour = Number(reading.hour12);
  if (hour < 1 || hour > 12) return Number.NaN;
  const isAfternoon = reading.half?.toLowerCase().startsWith('p') ?? false;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function offsetMs(written: string): number {
  if (written === 'Z') return 0;
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(-2));
  return (written.startsWith('-') ? -1 : 1) * minutes * minuteMs;
}

function instantOfReading(reading: Reading, zone: string): number | null {
  const year = reading.year === undefined ? 2000 + Number(reading.shortYear) : Number(reading.year);
  const month = Number(reading.month);
  const day = Number(reading.day);
  const hour = hourOf(reading);
  const minute = Number(reading.minute ?? 0);
  const second = Number(reading.second ?? 0);
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && minute < 60 && second < 60;
  // 24:00 is the end of the day in many reports.
  if (!isReal || !(hour < 24 || (hour === 24 && minute === 0 && second === 0))) return null;
  const rest = second * 1000 + Math.floor(Number(`0.${reading.fraction ?? 0}`) * 1000);
  const number = dayNumberOf(year, month, day);
  const minutes = hour * 60 + minute;
  if (reading.offset !== undefined) return number * dayMs + minutes * minuteMs + rest - offsetMs(reading.offset);
  return instantOf(zone, dateText(number), minutes) + rest;
}

/**
 * A reader for a format of `yyyy yy MM M dd d HH H hh h mm m ss s SSS a XXX`, everything else as it stands. A text without
 * `XXX` is local time in the zone: one that does not exist is the first instant after it, one that occurs twice the first. Of a part
 * that stands twice the first counts: `HHmm - HHmm` is the beginning of a span.
 * @throws RangeError when the format names no year, month or day.
 */
export function compileDateFormat(format: string): ReadInstant {
  const { pattern, parts } = compile(format);
  const hasYear = parts.includes('year') || parts.includes('shortYear');
  if (!hasYear || !parts.includes('month') || !parts.includes('day')) {
    throw new RangeError(`the date format "${format}" needs a year (yyyy), a month (MM) and a day (dd)`);
  }
  if (parts.includes('hour12') && !parts.includes('half')) {
    throw new RangeError(
      `the date format "${format}" has hours up to 12 (hh) but no am or pm (a): use HH for hours up to 23`,
    );
  }
  return (text, zone) => {
    const match = pattern.exec(text.trim());
    if (match === null) return null;
    // Of a part that is written twice the first counts, for which the later ones are put in before.
    const read = parts.map((part, index) => [part, match[index + 1] ?? ''] as const).reverse();
    return instantOfReading(Object.fromEntries(read), zone);
  };
}

const isoLocal = ['yyyy-MM-dd HH:mm', 'yyyy-MM-ddTHH:mm', 'yyyy-MM-dd'].map(compileDateFormat);

/** Without a format: RFC 3339, with or without offset, seconds or time of day. */
export function readIsoInstant(text: string, zone: string): number | null {
  const at = parseTimestamp(text.trim(), 'local', zone);
  if (at !== 'bad_time') return at;
  for (const read of isoLocal) {
    const found = read(text, zone);
    if (found !== null) return found;
  }
  return null;
}
