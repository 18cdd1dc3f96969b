import type { When } from '../finding.ts';
import { type Fields, textOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';

const zone = /^UTC([+-])(\d{1,2}):(\d{2})/;

/**
 * A time of `time_info`: `2024-05-30T20:11:32+08:00` (VS125), or `2022/12/20 18:15:52` beside `timezone: "UTC+8:00"` (VS121-P). While
 * the counter says that summer time holds, its zone does not tell how far it is off: the store's then does.
 * @returns null: it is no time of the calendar
 */
export function timeOf(value: unknown, timeInfo: Fields): When | null {
  if (typeof value !== 'string') return null;
  const isSlashed = value.charAt(4) === '/' && value.charAt(7) === '/';
  const at = wireTime(isSlashed ? `${value.slice(0, 4)}-${value.slice(5, 7)}-${value.slice(8)}` : value);
  if (at === null || typeof at === 'number' || at === 'received' || isSummer(timeInfo['dst_status'])) return at;
  const offsetMs = offsetOf(textOf(timeInfo['timezone']) || textOf(timeInfo['time_zone']));
  if (offsetMs === null) return at;
  const asUtc = wireTime(`${at.local}Z`);
  return typeof asUtc === 'number' ? asUtc - offsetMs : null;
}

/** Booleans come as texts too: `"network_status": "true"`. */
function isSummer(status: unknown): boolean {
  return status === true || status === 'true';
}

/** `UTC+8:00 China Standard Time (CT/CST)`; null: it says none. */
function offsetOf(text: string): number | null {
  const match = text.length > 200 ? null : zone.exec(text);
  if (match === null) return null;
  const ms = (Number(match[2]) * 60 + Number(match[3])) * 60_000;
  return match[1] === '-' ? -ms : ms;
}
