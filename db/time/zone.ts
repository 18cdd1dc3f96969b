import { Temporal } from 'temporal-polyfill';
import { dateText, dayMs, dayNumber, minuteMs } from './calendar.ts';

/** A local clock reading. `minutes` after local midnight (0–1439), whole; `weekday` 0 is Monday. */
export interface LocalParts {
  readonly date: string;
  readonly minutes: number;
  readonly weekday: number;
}

/** Stretches of one offset each: `offsets[i]` (ms east of UTC) holds from `starts[i]` until `starts[i + 1]`. */
interface ZoneTable {
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
  /** The stretch last found: questions come in runs about the same time. */
  latest: number;
}

// Beyond these years every question goes to Temporal itself: right, but some two hundred times slower.
const tableFrom = Date.UTC(1990, 0, 1);
const tableUntil = Date.UTC(2060, 0, 1);
/** No zone was ever further from UTC than this. */
const farthestOffsetMs = 16 * 3_600_000;

const tables = new Map<string, ZoneTable>();
const knownZones = new Map<string, boolean>();

/** Is this an IANA time zone that this computer knows? Bare offsets (`+03:00`) are not zones. */
export function isKnownZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  const isKnown = /^[A-Za-z]/.test(name) && isAcceptedByIntl(name);
  if (knownZones.size < 10_000) knownZones.set(name, isKnown);
  return isKnown;
}

/** Milliseconds east of UTC at an instant (epoch ms). Throws a RangeError for an unknown zone. */
export function offsetMsAt(zone: string, at: number): number {
  if (at < tableFrom || at >= tableUntil) return zonedAt(zone, at).offsetNanoseconds / 1e6;
  const table = tableOf(zone);
  return table.offsets[stretchAt(table, at)] ?? 0;
}

/** The local clock's reading as if it were UTC: epoch ms plus the offset. */
export function localMsAt(zone: string, at: number): number {
  return at + offsetMsAt(zone, at);
}

export function localParts(zone: string, at: number): LocalParts {
  const local = localMsAt(zone, at);
  const day = Math.floor(local / dayMs);
  return { date: dateText(day), minutes: Math.floor((local - day * dayMs) / minuteMs), weekday: weekdayOfDay(day) };
}

/** 0 (Monday) to 6 (Sunday) of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * The instant (epoch ms) of a local date and minutes after its midnight, which may reach into later days (1440 and more).
 * A local time that does not exist means the first instant after it; one that occurs twice, the first.
 */
export function instantOf(zone: string, date: string, minutes: number): number {
  return instantOfLocal(zone, dayNumber(date) * dayMs + minutes * minuteMs);
}

/** The first instant at which the local clock (as `localMsAt` gives it) has reached `localMs`. */
export function instantOfLocal(zone: string, localMs: number): number {
  if (localMs - farthestOffsetMs < tableFrom || localMs + farthestOffsetMs >= tableUntil)
    return slowInstantOf(zone, localMs);
  const { starts, offsets } = tableOf(zone);
  const first = stretchAt(tableOf(zone), localMs - farthestOffsetMs);
  for (let i = first; i < starts.length; i++) {
    const at = localMs - (offsets[i] ?? 0);
    if (at < (starts[i + 1] ?? Infinity)) return Math.max(at, starts[i] ?? at);
  }
  throw new RangeError(`no such local time in ${zone}`);
}

/** Instants after `fromAt` and before `toAt` at which the zone's offset changes. */
export function offsetChanges(zone: string, fromAt: number, toAt: number): number[] {
  const { starts } = tableOf(zone);
  return [...starts.subarray(1)].filter((at) => at > fromAt && at < toAt);
}

function isAcceptedByIntl(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function zonedAt(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function slowInstantOf(zone: string, localMs: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds;
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds;
}

function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const table = buildTable(zone);
  tables.set(zone, table);
  return table;
}

function buildTable(zone: string): ZoneTable {
  let stretch: Temporal.ZonedDateTime | null = zonedAt(zone, tableFrom);
  const starts: number[] = [];
  const offsets: number[] = [];
  while (stretch !== null && stretch.epochMilliseconds < tableUntil) {
    starts.push(stretch.epochMilliseconds);
    offsets.push(stretch.offsetNanoseconds / 1e6);
    stretch = stretch.getTimeZoneTransition('next');
  }
  return { starts: Float64Array.from(starts), offsets: Float64Array.from(offsets), latest: 0 };
}

function stretchAt(table: ZoneTable, at: number): number {
  const { starts, latest } = table;
  if (at >= (starts[latest] ?? Infinity) && at < (starts[latest + 1] ?? Infinity)) return latest;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  table.latest = low;
  return low;
}
