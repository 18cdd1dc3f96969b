import { weekdays } from '../setup/openingHours.ts';
import type { Edition, StoreFile, WeekText } from './settingsTypes.ts';

/** The editions of a store's hours, earliest first; none: always open. */
export function editionsOf(hours: StoreFile['openingHours']): readonly Edition[] {
  if (hours === undefined || hours === null) return [];
  // A list in JSON is an array, an edition is not.
  const list = (Array.isArray(hours) ? hours : [hours]) as readonly Edition[];
  return list.toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''));
}

/** The edition that holds on a date: the last that has begun, else the first there is. */
export function editionAt(editions: readonly Edition[], date: string): Edition | undefined {
  return editions.findLast((edition) => (edition.from ?? '') <= date) ?? editions[0];
}

function weekOf(edition: Edition): WeekText {
  return Object.fromEntries(weekdays.flatMap((day) => (edition[day] === undefined ? [] : [[day, edition[day]]])));
}

function editionWith({ from, exceptions }: Edition, week: WeekText): Edition {
  const days = Object.keys(exceptions ?? {}).length > 0 ? { exceptions: exceptions ?? {} } : {};
  return { ...(from === undefined ? {} : { from }), ...week, ...days };
}

/** Two editions that begin together can't be: the later one wins. */
function put(editions: readonly Edition[], edition: Edition): readonly Edition[] {
  const others = editions.filter(({ from }) => from !== edition.from);
  return [...others, edition].toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''));
}

/**
 * Hours that hold from a date on; what was before stays, and special days of the edition that held then go along.
 * Where the store was always open, it stays so until that date.
 */
export function changedFrom(editions: readonly Edition[], from: string, week: WeekText): readonly Edition[] {
  const before = editionAt(editions, from);
  const later = Object.entries(before?.exceptions ?? {}).filter(([date]) => date >= from);
  const past = before === undefined ? [{ ...alwaysOpen }] : editions;
  return put(past, editionWith({ from, exceptions: Object.fromEntries(later) }, week));
}

/** Other hours in place of those that hold on a date, for as long as they have been held: the figures since then change. */
export function corrected(editions: readonly Edition[], date: string, week: WeekText): readonly Edition[] {
  const present = editionAt(editions, date);
  return present === undefined ? [editionWith({}, week)] : put(editions, editionWith(present, week));
}

/** What one date opens at, whatever its weekday; `null`: as every week. */
export function withSpecialDay(
  editions: readonly Edition[],
  date: string,
  openings: readonly string[] | null,
): readonly Edition[] {
  const present = editionAt(editions, date);
  if (present === undefined) return editions;
  const { [date]: _, ...others } = present.exceptions ?? {};
  const exceptions = openings === null ? others : { ...others, [date]: openings };
  return put(editions, editionWith({ ...present, exceptions }, weekOf(present)));
}

/** Every special day there is, earliest first. */
export function specialDays(editions: readonly Edition[]): readonly { date: string; openings: readonly string[] }[] {
  return editions
    .flatMap(({ exceptions }) => Object.entries(exceptions ?? {}))
    .map(([date, openings]) => ({ date, openings }))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

/** A week of whole days, written as hours. */
export const alwaysOpen: WeekText = Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']]));

export function isAlwaysOpen(edition: Edition | undefined): boolean {
  return edition === undefined || weekdays.every((day) => edition[day]?.join() === '00:00-24:00');
}
