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
  const text = value.trim();
  const parts = yearFirst.exec(text);
  if (parts === null) return dayFirstOf(text);
  const [, year, month, day, minutes, seconds = ':00', fraction, zulu, hours, rest = '00'] = parts;
  const local = `${year}-${month}-${day}T${minutes}${seconds}${fraction === undefined ? '' : `.${fraction}`}`;
  if (zulu === undefined && hours === undefined) return isCalendar(local) ? { local } : null;
  const at = parseTimestamp(`${local}${zulu === undefined ? `${hours}:${rest}` : 'Z'}`, 'utc', 'UTC');
  return at === 'bad_time' ? null : at;
}

function dayFirstOf(text: string): When | null {
  const parts = dayFirst.exec(text);
  if (parts === null) return null;
  const [, day, month, year, minutes, seconds = ':00'] = parts;
  const local = `${year}-${month}-${day}T${minutes}${seconds}`;
  return isCalendar(local) ? { local } : null;
}

function isCalendar(local: string): boolean {
  return parseTimestamp(`${local}Z`, 'utc', 'UTC') !== 'bad_time';
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
