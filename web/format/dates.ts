const dayMs = 86_400_000;

/** Midnight UTC of a business date: a calendar day without a zone. */
function utcOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function isDate(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcOf(text).getTime());
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

/** `Saturday 22 November 2025`. */
export function longDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(utcOf(date));
}

/** `Sat 22 Nov`. */
export function shortDate(date: string, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(utcOf(date));
}

/** `26 Oct – 22 Nov 2025`. */
export function dateSpan(from: string, to: string, locale: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).formatRange(utcOf(from), utcOf(to));
}

/** `Nov 2025`. */
export function monthName(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(utcOf(date));
}

export function weekdayName(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(utcOf(date));
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
