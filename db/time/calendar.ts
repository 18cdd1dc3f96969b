/** Calendar dates as text (`YYYY-MM-DD`) and as day numbers (days since 1970-01-01). No zones here. */
export const minuteMs = 60_000;
export const dayMs = 86_400_000;

const texts = new Map<number, string>();
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a year, month (1–12) and day of the proleptic Gregorian calendar. */
export function dayNumberOf(year: number, month: number, day: number): number {
  // Counted from March, so that a leap day ends its year: http://howardhinnant.github.io/date_algorithms.html
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Day number of `YYYY-MM-DD`. Throws a RangeError for any other text; checks no calendar (see `isDate`). */
export function dayNumber(date: string): number {
  if (date.length !== 10) throw new RangeError(`not a date: ${date}`);
  const number = dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
  if (Number.isNaN(number)) throw new RangeError(`not a date: ${date}`);
  return number;
}

/** `YYYY-MM-DD` of a day number; remembered, since the same few hundred dates are asked for again and again. */
export function dateText(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * dayMs).toISOString();
  const text = iso.slice(0, iso.indexOf('T'));
  if (texts.size < 50_000) texts.set(day, text);
  return text;
}

/** Is this text `YYYY-MM-DD` and a date that exists? */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  return match !== null && daysInMonth(Number(match[1]), Number(match[2])) >= Number(match[3]) && match[3] !== '00';
}

/** Days of a month (1–12); 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
