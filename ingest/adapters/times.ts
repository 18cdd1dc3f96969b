import { parseTimestamp } from '../../db/time/timestamp.ts';
import type { When } from './finding.ts';

/** `2026-03-01T10:00:00.000+0000`, `2026-03-01 10:00`, `2026.03.01 10:00:00.000`: year first. */
const yearFirst =
  /^(\d{4})[-.](\d{2})[-.](\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,9}))?\s?(?:([Zz])|([+-]\d{2}):?(\d{2})?)?$/;
/** `01.03.2026 10:00:00`: day first, as Russian tills print it. */
const dayFirst = /^(\d{2})\.(\d{2})\.(\d{4})[T ](\d{2}:\d{2})(:\d{2})?$/;

/**
 * A time as tills write it: epoch ms where it carries an offset, else the wall clock of the shop; null where it is none. A date without
 * a time of day is none: it would land in the first quarter of the day.
 */
export function whenOf(value: unknown): When | null {
  if (typeof value !== 'string') return null;
  return plainWhenOf(value) ?? writtenWhenOf(value.trim());
}

const plus = 43;
const minus = 45;
const colon = 58;
const zulu = 90;

/** The commonest wordings, looked at by their letters: `2026-03-01T10:00:00`, with `Z`, `+03:00` or `+0300` after it. null: another one. */
function plainWhenOf(text: string): When | null {
  if (text.charCodeAt(4) !== minus || text.charCodeAt(7) !== minus || text.charCodeAt(16) !== colon) return null;
  // What is no day of the calendar is refused where the shop's zone is known.
  if (text.length === 19) return text.charCodeAt(13) === colon ? { local: text } : null;
  if (text.charCodeAt(text.length - 1) === zulu) return instantOf(text);
  const sign = text.charCodeAt(text.length - 5);
  if (sign === plus || sign === minus) return instantOf(`${text.slice(0, -2)}:${text.slice(-2)}`);
  return text.charCodeAt(text.length - 3) === colon ? instantOf(text) : null;
}

function instantOf(text: string): number | null {
  const at = parseTimestamp(text, 'utc', 'UTC');
  return at === 'bad_time' ? null : at;
}

function writtenWhenOf(text: string): When | null {
  const parts = yearFirst.exec(text);
  if (parts === null) return dayFirstOf(text);
  const [, year, month, day, minutes, seconds = ':00', fraction, isZulu, hours, rest = '00'] = parts;
  const local = `${year}-${month}-${day}T${minutes}${seconds}${fraction === undefined ? '' : `.${fraction}`}`;
  if (isZulu === undefined && hours === undefined) return isCalendar(local) ? { local } : null;
  return instantOf(`${local}${isZulu === undefined ? `${hours}:${rest}` : 'Z'}`);
}

function dayFirstOf(text: string): When | null {
  const parts = dayFirst.exec(text);
  if (parts === null) return null;
  const [, day, month, year, minutes, seconds = ':00'] = parts;
  const local = `${year}-${month}-${day}T${minutes}${seconds}`;
  return isCalendar(local) ? { local } : null;
}

function isCalendar(local: string): boolean {
  return instantOf(`${local}Z`) !== null;
}

const secondsBelow = 1e11;
const millisecondsBelow = 1e14;

/** Epoch ms of a number that may be seconds, milliseconds or microseconds: vendors' documents say one and show another. */
export function epochOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{9,17}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return null;
  if (number < secondsBelow) return number * 1000;
  return number < millisecondsBelow ? number : Math.floor(number / 1000);
}

/** The wall clock that an epoch shows whose seconds were counted from local time, as some of the tax service's do. */
export function localOfEpoch(value: unknown): When | null {
  const at = epochOf(value);
  return at === null || at > 8e15 ? null : { local: new Date(at).toISOString().slice(0, 23) };
}
