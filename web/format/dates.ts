const dayMs = 86_400_000;

/** Midnight UTC of a business date: a calendar day without a zone. */
function utcOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A day of the calendar: 30 February, which JavaScript takes for 2 March, is none. */
export function isDate(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return !Number.isNaN(utcOf(text).getTime()) && addDays(text, 0) === text;
}

export function addDays(date: string, days: number): string {
  return new Date(utcOf(date).getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** `dayStartsAt` is `HH:MM`; the business date that holds `at` in the zone. */
export function businessDateAt(zone: string, dayStartsAt: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${part('hour')}:${part('minute')}` < dayStartsAt ? addDays(date, -1) : date;
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(date: string): number {
  return (utcOf(date).getUTCDay() + 6) % 7;
}

/** Making one takes longer than using it a thousand times. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  made.set(key, known);
  return known;
}

/** `Formats.textLocale` says which calendar: `fa-u-ca-persian-nu-arabext`. */
function isPersianCalendar(locale: string): boolean {
  return locale.includes('ca-persian');
}

function isPersian(locale: string): boolean {
  return locale.startsWith('fa');
}

type Part = 'weekday' | 'day' | 'month' | 'year';

/**
 * The parts in the order of Persian dates. CLDR has no patterns of its own for the Persian calendar: Intl would write the
 * year first and the name of the era with it.
 */
function persianDate(date: string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const written = formatOf(locale, parts).formatToParts(utcOf(date));
  const order: readonly Part[] = ['weekday', 'day', 'month', 'year'];
  return order.flatMap((type) => written.find((part) => part.type === type)?.value ?? []).join(' ');
}

function dateText(date: string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  return isPersianCalendar(locale) ? persianDate(date, locale, parts) : formatOf(locale, parts).format(utcOf(date));
}

/** `Saturday 22 November 2025`, `شنبه ۱ آذر ۱۴۰۴`. */
export function longDate(date: string, locale: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return isPersianCalendar(locale) ? persianDate(date, locale, parts) : fullDate(date, locale);
}

function fullDate(date: string, locale: string): string {
  return formatOf(locale, { dateStyle: 'full' }).format(utcOf(date));
}

/** `Sat 22 Nov`. */
export function shortDate(date: string, locale: string): string {
  return dateText(date, locale, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** `22 Nov`, where the weekday takes too much room. */
export function dayAndMonth(date: string, locale: string): string {
  return dateText(date, locale, { day: 'numeric', month: 'short' });
}

/** `26 Oct – 22 Nov 2025`. */
export function dateSpan(from: string, to: string, locale: string): string {
  const parts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (isPersianCalendar(locale)) return persianSpan(from, to, locale);
  return formatOf(locale, parts).formatRange(utcOf(from), utcOf(to));
}

/** What both ends have in common is said once, at the end: `۱۰ آبان – ۹ آذر ۱۴۰۴`. */
function persianSpan(from: string, to: string, locale: string): string {
  const month = { month: 'short', year: 'numeric' } as const;
  const year = { year: 'numeric' } as const;
  const end = persianDate(to, locale, { day: 'numeric', ...month });
  const same = (parts: Intl.DateTimeFormatOptions): boolean =>
    persianDate(from, locale, parts) === persianDate(to, locale, parts);
  if (from === to) return end;
  if (same(month)) return `${persianDate(from, locale, { day: 'numeric' })}–${end}`;
  if (same(year)) return `${persianDate(from, locale, { day: 'numeric', month: 'short' })} – ${end}`;
  return `${persianDate(from, locale, { day: 'numeric', ...month })} – ${end}`;
}

/** `26 Oct – 22 Nov`: a span as short as it can be said on `today`, its year only where that is another one. */
export function shortSpan(from: string, to: string, { today, locale }: { today: string; locale: string }): string {
  const yearOf = (date: string): string => dateText(date, locale, { year: 'numeric' });
  if (yearOf(from) !== yearOf(today) || yearOf(to) !== yearOf(today)) return dateSpan(from, to, locale);
  if (!isPersianCalendar(locale)) {
    return formatOf(locale, { day: 'numeric', month: 'short' }).formatRange(utcOf(from), utcOf(to));
  }
  // The year is said once, at the end.
  const span = persianSpan(from, to, locale);
  return span.slice(0, span.lastIndexOf(' '));
}

/** A month of the Gregorian calendar, in which figures are added up: `Nov 2025`, in the Persian one `۱۰ آبان – ۹ آذر ۱۴۰۴`. */
export function monthName(date: string, locale: string): string {
  if (!isPersianCalendar(locale)) return formatOf(locale, { month: 'short', year: 'numeric' }).format(utcOf(date));
  const first = `${date.slice(0, 7)}-01`;
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
  return persianSpan(first, last, locale);
}

export function weekdayName(date: string, locale: string): string {
  return formatOf(locale, { weekday: 'long' }).format(utcOf(date));
}

/** A weekday in a letter or a few, where columns are narrow: `Mon`, `пн`, `ش`. */
export function weekdayLetters(date: string, locale: string): string {
  // A Persian weekday has no short form but its letter.
  return formatOf(locale, { weekday: isPersian(locale) ? 'narrow' : 'short' }).format(utcOf(date));
}

/** The wall clock of an instant that carries its offset: `14:00`. Without an offset to go by it is read in UTC. */
export function clockOf(instant: string): string {
  return instant.slice(11, 16);
}

/** An instant's wall clock in a zone: `14:05:09`, or without seconds. */
export function clockIn(zone: string, at: Date, seconds = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at);
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `3 minutes ago`. */
export function ago(at: Date, now: Date, locale: string): string {
  const seconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000));
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? units[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}
