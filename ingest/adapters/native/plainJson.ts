import { dayMs, dayNumberOf, daysInMonth } from '../../../db/time/calendar.ts';

/**
 * Reads flat JSON objects of known fields straight from their bytes: what counters send, thousands of times a second. Whatever is
 * written in any other way (escapes, decimals, exponents, null, unknown or repeated fields) is left to JSON.parse, so that nothing
 * here decides what is right, only what is plain.
 */

/** `time`: an instant in UTC, `2026-01-01T10:00:00Z` or with three decimals; `count`: a whole number of at most 9 digits; `total`: 15; `text`: printable ASCII. */
export type PlainKind = 'time' | 'count' | 'total' | 'text';

interface PlainField {
  readonly place: number;
  readonly bytes: Uint8Array;
  readonly kind: PlainKind;
}

/** The object that was read last, by the fields' places. */
export interface PlainObject {
  /** Times in epoch ms, counts and totals; NaN for a field that is absent. */
  readonly numbers: Float64Array;
  /** Empty for a field that is absent. */
  readonly texts: string[];
  /** How many times were written with decimals, and how many of those with `.000`. */
  decimals: number;
  zeroDecimals: number;
}

export interface PlainReader {
  readonly object: PlainObject;
  /** Reads one object; false: it is not plain, and `object` holds nothing of use. */
  read(bytes: Uint8Array): boolean;
}

const [quote, comma, colon, open, close, space] = [0x22, 0x2c, 0x3a, 0x7b, 0x7d, 0x20];
const [zero, dash, dot, capitalT, capitalZ, backslash] = [0x30, 0x2d, 0x2e, 0x54, 0x5a, 0x5c];
const longestText = 64;

/** Where reading stopped; `failed` once something was not plain. */
interface Cursor {
  bytes: Uint8Array;
  at: number;
  to: number;
  hasFailed: boolean;
}

export function makePlainReader(fields: Readonly<Record<string, PlainKind>>): PlainReader {
  const known = Object.entries(fields).map(
    ([name, kind], place): PlainField => ({
      place,
      bytes: Buffer.from(name),
      kind,
    }),
  );
  const byLength = Array.from({ length: 32 }, (_, length) => known.filter(({ bytes }) => bytes.length === length));
  const object: PlainObject = {
    numbers: new Float64Array(known.length),
    texts: known.map(() => ''),
    decimals: 0,
    zeroDecimals: 0,
  };
  const isThere = new Uint8Array(known.length);
  const cursor: Cursor = { bytes: new Uint8Array(), at: 0, to: 0, hasFailed: false };

  const readMember = (): void => {
    const field = fieldAt(cursor, byLength);
    if (field === undefined || isThere[field.place] === 1 || !skip(cursor, colon)) {
      cursor.hasFailed = true;
      return;
    }
    isThere[field.place] = 1;
    skipSpace(cursor);
    if (field.kind === 'time') object.numbers[field.place] = timeAt(cursor, object);
    else if (field.kind === 'text') object.texts[field.place] = textAt(cursor);
    else object.numbers[field.place] = digitsAt(cursor, field.kind === 'count' ? 9 : 15);
  };

  return {
    object,
    read(bytes) {
      cursor.bytes = bytes;
      cursor.at = 0;
      cursor.to = bytes.length;
      cursor.hasFailed = false;
      object.numbers.fill(Number.NaN);
      object.texts.fill('');
      object.decimals = 0;
      object.zeroDecimals = 0;
      isThere.fill(0);
      if (!skip(cursor, open)) return false;
      do {
        readMember();
        if (cursor.hasFailed) return false;
      } while (skip(cursor, comma));
      if (!skip(cursor, close)) return false;
      skipSpace(cursor);
      return cursor.at === cursor.to;
    },
  };
}

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.to && cursor.bytes[cursor.at] === space) cursor.at += 1;
}

/** Goes on behind `sign`, if that is next. */
function skip(cursor: Cursor, sign: number): boolean {
  skipSpace(cursor);
  if (cursor.at >= cursor.to || cursor.bytes[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
}

/** The field whose name is next, in quotes. */
function fieldAt(cursor: Cursor, byLength: readonly (readonly PlainField[])[]): PlainField | undefined {
  if (!skip(cursor, quote)) return undefined;
  const { bytes, at, to } = cursor;
  let end = at;
  while (end < to && bytes[end] !== quote) end += 1;
  if (end >= to) return undefined;
  cursor.at = end + 1;
  for (const field of byLength[end - at] ?? []) if (isAt(bytes, at, field.bytes)) return field;
  return undefined;
}

function isAt(bytes: Uint8Array, at: number, name: Uint8Array): boolean {
  for (let place = 0; place < name.length; place += 1) if (bytes[at + place] !== name[place]) return false;
  return true;
}

function fail(cursor: Cursor): number {
  cursor.hasFailed = true;
  return Number.NaN;
}

function digitsAt(cursor: Cursor, most: number): number {
  const { bytes, at, to } = cursor;
  let value = 0;
  let end = at;
  for (; end < to; end += 1) {
    const digit = (bytes[end] as number) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  const length = end - at;
  if (length === 0 || length > most || (length > 1 && bytes[at] === zero)) return fail(cursor);
  cursor.at = end;
  return value;
}

function textAt(cursor: Cursor): string {
  const { bytes, at, to } = cursor;
  let end = at + 1;
  while (end < to && end - at <= longestText && isPlainSign(bytes[end] as number)) end += 1;
  if (bytes[at] !== quote || end >= to || bytes[end] !== quote || end === at + 1) {
    cursor.hasFailed = true;
    return '';
  }
  cursor.at = end + 1;
  let text = '';
  for (let place = at + 1; place < end; place += 1) text += String.fromCharCode(bytes[place] as number);
  return text;
}

function isPlainSign(sign: number): boolean {
  return sign >= space && sign < 0x7f && sign !== quote && sign !== backslash;
}

/** `"2026-01-01T10:00:00Z"`, with three decimals or none. */
function timeAt(cursor: Cursor, object: PlainObject): number {
  const { bytes, at } = cursor;
  if (at + 22 > cursor.to || bytes[at] !== quote) return fail(cursor);
  const isShaped =
    bytes[at + 5] === dash &&
    bytes[at + 8] === dash &&
    bytes[at + 11] === capitalT &&
    bytes[at + 14] === colon &&
    bytes[at + 17] === colon;
  const date = dateAt(bytes, at + 1);
  const hour = two(bytes, at + 12);
  const minute = two(bytes, at + 15);
  const second = two(bytes, at + 18);
  // NaN is less than nothing.
  if (!isShaped || Number.isNaN(date) || !(hour < 24 && minute < 60 && second < 60)) return fail(cursor);
  let milliseconds = 0;
  let end = at + 20;
  if (bytes[end] === dot) {
    milliseconds = two(bytes, end + 1) * 10 + (two(bytes, end + 2) % 10);
    object.decimals += 1;
    if (milliseconds === 0) object.zeroDecimals += 1;
    end += 4;
  }
  if (Number.isNaN(milliseconds) || end + 1 >= cursor.to || bytes[end] !== capitalZ || bytes[end + 1] !== quote) {
    return fail(cursor);
  }
  cursor.at = end + 2;
  return date * dayMs + hour * 3_600_000 + minute * 60_000 + second * 1000 + milliseconds;
}

/** Two digits; NaN where there are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - zero;
  const ones = (bytes[at + 1] as number) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

let lastDate = Number.NaN;
let lastDay = Number.NaN;

/** Day number of `2026-01-01`; NaN where it is no date. What comes is mostly of one day. */
function dateAt(bytes: Uint8Array, at: number): number {
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  const date = year * 10_000 + month * 100 + day;
  if (date === lastDate) return lastDay;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  lastDate = date;
  lastDay = dayNumberOf(year, month, day);
  return lastDay;
}
