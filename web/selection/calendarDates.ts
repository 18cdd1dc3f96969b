import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';

/** Which calendar the reader uses, by their locale (`fa-u-ca-persian-nu-arabext`). */
function calendarOf(locale: string): GregorianCalendar | PersianCalendar {
  return new Intl.Locale(locale).calendar === 'persian' ? new PersianCalendar() : new GregorianCalendar();
}

/** A business date in the reader's calendar. */
export function inCalendar(date: string, locale: string): CalendarDate {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return toCalendar(new CalendarDate(year, month, day), calendarOf(locale));
}

/** The business date of a day in any calendar. */
export function businessDateOf(date: CalendarDate): string {
  return toCalendar(date, new GregorianCalendar()).toString();
}

/** The day a week begins with, as the calendar's part wants it (0 is Sunday): Saturday where Persian is read, else Monday. */
export function weekStartOf(locale: string): 0 | 1 | 6 {
  return new Intl.Locale(locale).language === 'fa' ? 6 : 1;
}

/** `November 2026`, `آبان ۱۴۰۵`: Intl would write the year of the Persian calendar first, and name its era. */
export function monthText(first: Date, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  if (new Intl.Locale(locale).calendar !== 'persian') return format.format(first);
  const parts = format.formatToParts(first);
  return ['month', 'year'].map((type) => parts.find((part) => part.type === type)?.value ?? '').join(' ');
}
