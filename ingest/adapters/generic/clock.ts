import { parseTimestamp } from '../../../db/time/timestamp.ts';
import { type FoundFault, fault, type When } from '../finding.ts';
import type { Item } from './item.ts';
import { type Path, valueAt } from './path.ts';
import type { TimeFormat } from './plan.ts';

/** Numbers below are seconds, above milliseconds, where the options do not say: as seconds this would be the year 5138. */
const firstMs = 1e11;
const number = /^-?\d{1,16}(?:\.\d{1,9})?$/;

/** A time as the options say it is written; null where it is none. */
function whenOf(value: unknown, format: TimeFormat): When | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const text = typeof value === 'string' ? value.trim() : String(value);
  if (format === 'local') return { local: text.replace(/\//g, '-') };
  if (format !== 'rfc3339' && number.test(text)) return epochMs(Number(text), format);
  if (format === 's' || format === 'ms') return null;
  const at = parseTimestamp(text, 'utc', 'UTC');
  return at === 'bad_time' ? null : at;
}

function epochMs(time: number, format: 'looks' | 's' | 'ms'): number {
  const isMs = format === 'ms' || (format === 'looks' && Math.abs(time) >= firstMs);
  // Seconds with decimals are rounded: 1767225600.49 is no exact number.
  return isMs ? Math.floor(time) : Math.round(time * 1000);
}

/** `received` where the options name no field; a fault where they do and it holds no time. */
export function timeAt({ plan, place, whole }: Item, path: Path | null): When | FoundFault {
  if (path === null) return 'received';
  const when = whenOf(valueAt(path, place.value, whole), plan.timeFormat);
  if (when !== null) return when;
  return fault('bad_time', `At \`${path.text}\` is no time that can be read: see the option \`timeFormat\`.`);
}

/** From two ends, or from one and the length. */
export function spanOf(item: Item): { readonly startAt: When; readonly endAt: When } | FoundFault {
  const { plan } = item;
  const startAt = plan.start === null ? null : timeAt(item, plan.start);
  if (startAt !== null && isFault(startAt)) return startAt;
  const last = plan.end ?? (startAt === null || plan.length === null ? plan.time : null);
  const endAt = last === null ? null : timeAt(item, last);
  if (endAt !== null && isFault(endAt)) return endAt;
  if (startAt !== null && endAt !== null) return { startAt, endAt };
  const known = startAt ?? endAt;
  const lengthMs = lengthOf(item);
  if (typeof known !== 'number' || lengthMs === null) {
    return fault(
      'schema',
      'An interval needs two of the options `start`, `end` and `length`, and a time with its offset.',
    );
  }
  return startAt === null ? { startAt: known - lengthMs, endAt: known } : { startAt: known, endAt: known + lengthMs };
}

function lengthOf({ plan: { length, lengthUnitMs }, place, whole }: Item): number | null {
  const found = length === null || typeof length === 'number' ? length : valueAt(length, place.value, whole);
  if (typeof found !== 'number' && typeof found !== 'string') return null;
  const number = Number(found);
  return found === '' || !(number > 0) ? null : Math.round(number * lengthUnitMs);
}

export function isFault(value: When | FoundFault): value is FoundFault {
  return typeof value === 'object' && 'kind' in value;
}
