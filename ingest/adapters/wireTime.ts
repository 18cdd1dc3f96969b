import { dayMs, dayNumberOf, daysInMonth, minuteMs } from '../../db/time/calendar.ts';
import type { When } from './finding.ts';

const hourMs = 60 * minuteMs;

/*
 * Times as counters send them, read by places in the text and not by patterns, since there is one or two in every message.
 */

/**
 * A time on the wire: a number, or a text of thirteen digits, is epoch ms; another text is ISO 8601 with seconds, with `Z`, `+01:00` or `+0100` (Irisys leaves the colon
 * out), or without, which is the wall clock of the shop. null: it is none, or of no calendar (`2019-02-91`).
 */
export function wireTime(value: unknown): When | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.length > 40) return null;
  if (value.length < 19) return epochOf(value);
  const localMs = localMsOf(value);
  if (localMs === null) return null;
  const zoneAt = endOfFraction(value);
  const rest = value.length - zoneAt;
  const ms = localMs + fractionMsOf(value, zoneAt);
  if (rest === 0) return { local: value.slice(0, zoneAt) };
  const sign = value.charCodeAt(zoneAt);
  if (rest === 1) return sign === 90 || sign === 122 ? ms : null;
  const offsetMs = offsetMsOf(value, zoneAt + 1);
  if (offsetMs === null) return null;
  if (sign === 43) return ms - offsetMs;
  return sign === 45 ? ms + offsetMs : null;
}

/** Thirteen digits: epoch ms as text, as firmwares send them whose counts are texts too. */
function epochOf(text: string): number | null {
  if (text.length !== 13) return null;
  for (let at = 0; at < 13; at += 1) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return null;
  return Number(text);
}

function localMsOf(text: string): number | null {
  const isPunctuated =
    text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45 && text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
  const between = text.charCodeAt(10);
  if (!isPunctuated || (between !== 84 && between !== 116 && between !== 32)) return null;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  // A place that is no digit makes NaN, which no comparison lets through.
  const isReal = year > 0 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
  if (!isReal || day > daysInMonth(year, month)) return null;
  return dayNumberOf(year, month, day) * dayMs + hour * hourMs + minute * minuteMs + second * 1000;
}

/** The number of two digits; NaN where there are none. */
function two(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Where the decimals of the seconds end; a dot without any is no time, which the zone that then begins with it shows. */
function endOfFraction(text: string): number {
  if (text.charCodeAt(19) !== 46) return 19;
  let end = 20;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end === 20 ? 19 : end;
}

function fractionMsOf(text: string, end: number): number {
  return end <= 20 ? 0 : Number(text.slice(20, Math.min(end, 23)).padEnd(3, '0'));
}

function offsetMsOf(text: string, start: number): number | null {
  const length = text.length - start;
  const hours = two(text, start);
  const isColon = length === 5 && text.charCodeAt(start + 2) === 58;
  const minutes = isColon ? two(text, start + 3) : length === 4 ? two(text, start + 2) : Number.NaN;
  return hours < 24 && minutes < 60 ? hours * hourMs + minutes * minuteMs : null;
}
