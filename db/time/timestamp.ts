import { dayMs, dayNumberOf, daysInMonth, minuteMs } from './calendar.ts';
import { instantOfLocal } from './zone.ts';

/** RFC 3339: `T`, `t` or a space between, any number of decimals, `Z` or `±HH:MM`. */
const pattern = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)?$/;
const lastMinuteOfDay = 1439;

/**
 * Epoch ms of a timestamp on the wire, decimals beyond ms cut off. One without an offset is read in `zone` where the device's
 * clock is local, and refused otherwise. A leap second counts as the last millisecond of its minute.
 */
export function parseTimestamp(text: string, clock: 'utc' | 'local', zone: string): number | 'bad_time' {
  const match = pattern.exec(text);
  if (match === null) return 'bad_time';
  const localMs = localMsOf(text, match[1]);
  const offset = match[2];
  if (localMs === null) return 'bad_time';
  if (offset === undefined && clock === 'utc') return 'bad_time';
  const offsetMs = offset === undefined ? 0 : offsetMsOf(offset);
  if (offsetMs === null) return 'bad_time';
  const at = offset === undefined ? instantOfLocal(zone, localMs) : localMs - offsetMs;
  return twoDigits(text, 17) === 60 && !isLeapMinute(at) ? 'bad_time' : at;
}

/** By the places of the pattern, since there are one or two times in every message. */
function localMsOf(text: string, decimals: string | undefined): number | null {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const isReal = year > 0 && day > 0 && day <= daysInMonth(year, month) && hour < 24 && minute < 60 && second <= 60;
  if (!isReal) return null;
  const fraction = decimals === undefined ? 0 : Number(decimals.slice(0, 3).padEnd(3, '0'));
  const millisecond = second === 60 ? 59_999 : second * 1000 + fraction;
  return dayNumberOf(year, month, day) * dayMs + hour * 3_600_000 + minute * minuteMs + millisecond;
}

function twoDigits(text: string, place: number): number {
  return (text.charCodeAt(place) - 48) * 10 + text.charCodeAt(place + 1) - 48;
}

function offsetMsOf(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minuteMs;
}

/** Leap seconds are put in at the end of a day of UTC only. */
function isLeapMinute(at: number): boolean {
  return Math.floor((((at % dayMs) + dayMs) % dayMs) / minuteMs) === lastMinuteOfDay;
}
