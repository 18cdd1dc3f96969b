import type Holidays from 'date-holidays';
import { addDays } from '../../db/time/businessDate.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { HolidayCountries, HolidaysAnswer, HolidaysQuery } from '../contracts/holidays.ts';
import { holidayName } from './holidayNames.ts';

export type Holiday = HolidaysAnswer['holidays'][number];

/** Megabytes of rules: read when the first person asks for holidays, on the reader thread that answers. */
async function newCalendar(): Promise<Holidays> {
  const { default: Calendar } = await import('date-holidays');
  return new Calendar();
}

/** Days off for most people. What is only observed, such as Mother's Day, moves no opening hours and is left out. */
const kept: readonly string[] = ['public', 'bank'];
const dayMs = 24 * 3600 * 1000;

/**
 * Public holidays of a store's dates. Whose: the store's setting, else the organisation's, else the country of the time zone.
 * By date-holidays (calendars of the countries by rule; lunar dates are reckoned, not sighted, so that they may be a day off).
 */
export async function holidaysOf(settings: Settings, store: Store, query: HolidaysQuery): Promise<HolidaysAnswer> {
  const { code, from } = await countryOf(settings, store);
  if (code === null) return { store: store.id, country: null, from, isKnown: true, holidays: [] };
  const years = yearsOf(query.from, query.to);
  const found = await Promise.all(years.map((year) => yearOf(code, year, query.language)));
  const holidays = found
    .flatMap((year) => year ?? [])
    .filter(({ date }) => date >= query.from && date <= query.to)
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return { store: store.id, country: code, from, isKnown: found.every((year) => year !== null), holidays };
}

interface Country {
  readonly code: string | null;
  readonly from: HolidaysAnswer['from'];
}

async function countryOf(settings: Settings, store: Store): Promise<Country> {
  const chain = settings.organisation.holidays ?? null;
  const written = store.holidays ?? chain;
  const from = store.holidays === null ? 'organisation' : 'store';
  if (written !== null) return { code: written === 'none' ? null : written, from };
  zones ??= zonesOf();
  return { code: (await zones).get(store.timezone) ?? null, from: 'timezone' };
}

let zones: Promise<ReadonlyMap<string, string>> | undefined;

/** By time zone the country that lies in it. */
async function zonesOf(): Promise<ReadonlyMap<string, string>> {
  const calendar = await newCalendar();
  const byZone = new Map<string, string>();
  for (const code of Object.keys(calendar.getCountries())) {
    calendar.init(code);
    for (const zone of calendar.getTimezones()) if (!byZone.has(zone)) byZone.set(zone, code);
  }
  return byZone;
}

function yearsOf(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const known = new Map<string, Promise<readonly Holiday[] | null>>();
const mostKnown = 500;

/** A year's holidays, worked out once (some 10 ms); null: there is no such country. */
function yearOf(code: string, year: number, language: HolidaysQuery['language']): Promise<readonly Holiday[] | null> {
  const key = `${code} ${year} ${language}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const found = reckonYear(code, year, language);
  known.set(key, found);
  return found;
}

async function reckonYear(
  code: string,
  year: number,
  language: HolidaysQuery['language'],
): Promise<readonly Holiday[] | null> {
  const calendar = await newCalendar();
  const [country = '', state, region] = code.split('-');
  const parts = [state, region].filter((part) => part !== undefined);
  // Without its data an init leaves the calendar empty.
  calendar.init(country, ...parts);
  if (calendar.getTimezones() === undefined || calendar.getTimezones().length === 0) return null;
  calendar.setLanguages([language, 'en']);
  const english = await newCalendar();
  english.init(country, ...parts);
  english.setLanguages(['en']);
  const englishNames = new Map(english.getHolidays(year).map(({ rule, date, name }) => [`${rule} ${date}`, name]));
  return calendar
    .getHolidays(year)
    .filter(({ type }) => kept.includes(type))
    .flatMap(({ date, start, end, name, rule }) => {
      const told = holidayName({ name, english: englishNames.get(`${rule} ${date}`) ?? name, language });
      return datesOf(date, end.getTime() - start.getTime()).map((day) => ({ date: day, name: told }));
    });
}

/** The dates that something of this length touches, from the one it begins on. */
function datesOf(date: string, lengthMs: number): string[] {
  const first = date.slice(0, 10);
  return Array.from({ length: Math.max(1, Math.round(lengthMs / dayMs)) }, (_, i) => addDays(first, i));
}

/** The countries whose holidays are known, with those of their parts that have their own. */
export async function holidayCountriesOf(): Promise<HolidayCountries> {
  const calendar = await newCalendar();
  const countries = Object.entries(calendar.getCountries('en')).map(([code, name]) => ({
    code,
    name,
    parts: Object.entries(calendar.getStates(code, 'en') ?? {}).map(([part, partName]) => ({
      code: `${code}-${part.toUpperCase()}`,
      name: partName,
    })),
  }));
  return { countries: countries.toSorted((a, b) => a.name.localeCompare(b.name)) };
}
