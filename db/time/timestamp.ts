import { dayMs, dayNumberOf, daysInMonth, minuteMs } from './calendar.ts';
import { instantOfLocal } from './zone.ts';

/** RFC 3339: `T`, `t` or a space between, any number of decimals, `Z` or `±HH:MM`. */
const pattern = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)?$/;
const lastMinuteOfDay = 1439;

/**
 * Epoch ms of a timestamp on the wire, decimals beyond ms cut off. One without an offset is read in `zone` where the device's
 * clock is local, and refused otherwise. A leap second counts as the last millisecond of its minute.
 */
export function parseTimestamp(text: string, clock: 'utc' | 'local', zone: string): number | 'bad_time' {
  const match = pattern.exec(text);
  if (match === null) return 'bad_time';
  const localMs = localMsOf(match);
  const offset = match[8];
  if (localMs === null) return 'bad_time';
  if (offset === undefined && clock === 'utc') return 'bad_time';
  const offsetMs = offset === undefined ? 0 : offsetMsOf(offset);
  if (offsetMs === null) return 'bad_time';
  const at = offset === undefined ? instantOfLocal(zone, localMs) : localMs - offsetMs;
  return match[6] === '60' && !isLeapMinute(at) ? 'bad_time' : at;
}

function localMsOf(match: RegExpExecArray): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const isReal = year > 0 && day > 0 && day <= daysInMonth(year, month) && hour < 24 && minute < 60 && second <= 60;
  if (!isReal) return null;
  const millisecond = second === 60 ? 59_999 : second * 1000 + Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return dayNumberOf(year, month, day) * dayMs + hour * 3_600_000 + minute * minuteMs + millisecond;
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
