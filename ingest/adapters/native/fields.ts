import { parseTimestamp } from '../../../db/time/timestamp.ts';
import { type DecodeContext, type Refusal, refuse } from '../decoded.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** How far ahead of the server's clock a time may lie. */
export const aheadMs = 5 * 60_000;
/** The longest id, line or name that is kept; longer ones would not fit an index of PostgreSQL. */
export const maxTextLength = 256;
export const maxCount = 2 ** 31 - 1;
// PostgreSQL stores no NUL, and a lone surrogate is no text: two different ones would become one key.
const unstorable = /[\0\p{Surrogate}]/u;

export function isFields(item: unknown): item is Fields {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Refusal).kind === 'refused';
}

/** No device counted before; a clock that says so was never set (the year 1970, or 1, is what it then shows). */
export const earliestAt = Date.UTC(2000, 0, 1);

/** Epoch ms of an optional time at which something was counted or sold; null when absent. */
export function factTimeField(fields: Fields, name: string, context: DecodeContext): number | null | Refusal {
  const at = timeField(fields, name, context);
  return typeof at === 'number' && at < earliestAt
    ? refuse('bad_time', `${name} lies before the year 2000: the clock of the device is not set.`)
    : at;
}

/** Epoch ms of a required timestamp that is not ahead of the server's clock. */
export function instantField(fields: Fields, name: string, context: DecodeContext): number | Refusal {
  const at = factTimeField(fields, name, context);
  if (at === null) return refuse('schema', `${name} is missing.`);
  if (typeof at === 'number' && at > context.now + aheadMs) {
    return refuse('future', `${name} is more than 5 minutes ahead of the server's clock.`);
  }
  return at;
}

/** Epoch ms of an optional timestamp, ahead of the clock or not; null when absent. */
export function timeField(fields: Fields, name: string, context: DecodeContext): number | null | Refusal {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return refuse('bad_time', `${name} is not an RFC 3339 timestamp.`);
  const at = parseTimestamp(value, context.device.clock, context.store.timezone);
  return at === 'bad_time' ? refuse('bad_time', `${name} is not an RFC 3339 timestamp with an offset.`) : at;
}

/** A whole number from 0 to 2^31 - 1; null when absent. A JSON null is no number. */
export function countField(fields: Fields, name: string): number | null | Refusal {
  const value = fields[name];
  if (value === undefined) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxCount) return value + 0;
  return refuse('schema', `${name} is not a non-negative whole number.`);
}

/** A non-empty text of at most 256 characters; null when absent or null. */
export function textField(fields: Fields, name: string): string | null | Refusal {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || value.length === 0) return refuse('schema', `${name} is not a text.`);
  if (value.length > maxTextLength) return refuse('schema', `${name} is longer than ${maxTextLength} characters.`);
  return unstorable.test(value) ? refuse('schema', `${name} holds characters that are no text.`) : value;
}
