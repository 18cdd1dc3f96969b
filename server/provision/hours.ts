import { type DayOpenings, type OpeningHoursEdition, type Weekday, weekdays } from '../../db/vocabulary/place.ts';
import type { ProvisionEdition, ProvisionOpeningHours } from './schema.ts';

function editionOf(written: ProvisionEdition): OpeningHoursEdition {
  const week: Partial<Record<Weekday, DayOpenings>> = {};
  for (const day of weekdays) {
    const openings = written[day];
    if (openings !== undefined) week[day] = openings;
  }
  const exceptions = written.exceptions ?? {};
  return written.from === undefined ? { week, exceptions } : { from: written.from, week, exceptions };
}

/** The store's editions in ascending order of `from`; null: always open. */
export function readOpeningHours(written: ProvisionOpeningHours): OpeningHoursEdition[] | null {
  if (written === null) return null;
  const editions = (Array.isArray(written) ? written : [written]).map(editionOf);
  return editions.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}

/** A date two editions both begin on (`''` for two without `from`), or undefined. */
export function repeatedFrom(written: ProvisionOpeningHours): string | undefined {
  const dates = (Array.isArray(written) ? written : []).map((edition) => edition.from ?? '');
  return dates.find((date, index) => dates.indexOf(date) !== index);
}

function writeEdition(edition: OpeningHoursEdition): ProvisionEdition {
  const written: Record<string, unknown> = {};
  if (edition.from !== undefined) written['from'] = edition.from;
  for (const day of weekdays) if (edition.week[day] !== undefined) written[day] = [...(edition.week[day] ?? [])];
  if (Object.keys(edition.exceptions).length > 0) written['exceptions'] = edition.exceptions;
  return written as ProvisionEdition;
}

/** The shortest form that reads back as the same editions. */
export function writeOpeningHours(editions: readonly OpeningHoursEdition[] | null): ProvisionOpeningHours {
  if (editions === null) return null;
  const [only] = editions;
  if (editions.length === 1 && only && only.from === undefined) return writeEdition(only) as ProvisionOpeningHours;
  return editions.map(writeEdition);
}
