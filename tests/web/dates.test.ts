import { describe, expect, it } from 'vitest';
import {
  addDays,
  ago,
  businessDateAt,
  clockIn,
  clockOf,
  dateSpan,
  isDate,
  longDate,
  monthName,
  shortDate,
  shortSpan,
  weekdayLetters,
  weekdayOf,
} from '../../web/format/dates.ts';

describe('the business date of the moment', () => {
  it('is the local one of the store, not the browser’s', () => {
    expect(businessDateAt('Asia/Vladivostok', '00:00', new Date('2026-03-14T15:00:00Z'))).toBe('2026-03-15');
    expect(businessDateAt('America/New_York', '00:00', new Date('2026-03-15T03:00:00Z'))).toBe('2026-03-14');
  });

  it('still is yesterday’s before the day starts', () => {
    expect(businessDateAt('Europe/Berlin', '05:00', new Date('2026-01-10T03:30:00Z'))).toBe('2026-01-09');
    expect(businessDateAt('Europe/Berlin', '05:00', new Date('2026-01-10T04:00:00Z'))).toBe('2026-01-10');
  });
});

describe('dates of the address', () => {
  it('are real ones only', () => {
    expect(isDate('2026-03-14')).toBe(true);
    expect(isDate('2026-13-14')).toBe(false);
    expect(['2026-02-29', '2024-02-29', '2026-02-30', '2026-04-31', '2026-1-1'].map(isDate)).toEqual([
      ...[false, true, false, false, false],
    ]);
    expect(isDate('today')).toBe(false);
    expect(isDate(null)).toBe(false);
  });

  it('move over months, years and clock changes', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  });
});

it('times are those of the store', () => {
  expect(clockOf('2026-03-14T14:00:00+03:00')).toBe('14:00');
  expect(clockIn('Europe/Moscow', new Date('2026-03-14T13:20:05Z'))).toBe('16:20');
  expect(clockIn('Europe/Moscow', new Date('2026-03-14T13:20:05Z'), true)).toBe('16:20:05');
  expect(shortDate('2026-03-14', 'en-GB')).toBe('Sat 14 Mar');
});

it('a device was last heard some time ago', () => {
  const now = new Date('2026-03-14T13:20:00Z');
  expect(ago(new Date('2026-03-14T13:17:00Z'), now, 'en')).toBe('3 minutes ago');
  expect(ago(new Date('2026-03-14T13:19:48Z'), now, 'en')).toBe('12 seconds ago');
  expect(ago(new Date('2026-03-12T13:17:00Z'), now, 'en')).toBe('2 days ago');
});

it('a weekday at the head of a narrow column is short, in Persian its letter', () => {
  expect(weekdayLetters('2026-03-14', 'en-GB')).toBe('Sat');
  expect(weekdayLetters('2026-03-14', 'ru')).toBe('сб');
  expect(weekdayLetters('2026-03-14', 'fa-u-ca-persian-nu-arabext')).toBe('ش');
});

it('a span of this year is said without it', () => {
  const on = (from: string, to: string, locale: string) => shortSpan(from, to, { today: '2025-12-01', locale });
  expect(on('2025-10-26', '2025-11-22', 'en-GB')).toMatch(/^26 Oct\s–\s22 Nov$/);
  expect(on('2024-12-26', '2025-01-02', 'en-GB')).toMatch(/2024.*2025$/);
  expect(on('2025-11-22', '2025-11-28', 'fa-u-ca-persian-nu-arabext')).toBe('۱–۷ آذر');
  expect(on('2025-11-01', '2025-11-30', 'fa-u-ca-persian-nu-arabext')).toBe('۱۰ آبان – ۹ آذر');
  expect(on('2025-03-15', '2025-03-25', 'fa-u-ca-persian-nu-arabext')).toContain('۱۴۰۳');
});

describe('the calendar of Iran', () => {
  const fa = 'fa-u-ca-persian-nu-arabext';
  const latin = 'fa-u-ca-persian-nu-latn';

  it('begins its year at the equinox of spring', () => {
    // Nowruz 1404 and 1405; 1403 was a leap year of 366 days (calendar of the University of Tehran).
    expect(longDate('2025-03-21', fa)).toBe('جمعه ۱ فروردین ۱۴۰۴');
    expect(longDate('2025-03-20', fa)).toBe('پنجشنبه ۳۰ اسفند ۱۴۰۳');
    expect(longDate('2026-03-21', fa)).toBe('شنبه ۱ فروردین ۱۴۰۵');
    expect(longDate('2026-03-20', fa)).toBe('جمعه ۲۹ اسفند ۱۴۰۴');
  });

  it('writes day, month and year in this order, in any language', () => {
    expect(shortDate('2025-11-22', fa)).toBe('شنبه ۱ آذر');
    expect(shortDate('2025-11-22', latin)).toBe('شنبه 1 آذر');
    expect(longDate('2025-11-22', 'en-GB-u-ca-persian')).toBe('Saturday 1 Azar 1404');
    expect(longDate('2025-11-22', 'ru-u-ca-persian')).toBe('суббота 1 азер 1404');
  });

  it('is what Intl reckons, day by day', () => {
    const parts = new Intl.DateTimeFormat(latin, { day: 'numeric', month: 'short', weekday: 'short', timeZone: 'UTC' });
    for (let day = 0; day < 800; day += 1) {
      const date = addDays('2024-01-01', day);
      const found = parts.formatToParts(new Date(`${date}T00:00:00Z`));
      const part = (type: string): string => found.find((one) => one.type === type)?.value ?? '';
      expect(shortDate(date, latin)).toBe(`${part('weekday')} ${part('day')} ${part('month')}`);
    }
  });

  it('names a period by its ends, what they share once', () => {
    expect(dateSpan('2025-11-22', '2025-11-28', fa)).toBe('۱–۷ آذر ۱۴۰۴');
    expect(dateSpan('2025-11-01', '2025-11-30', fa)).toBe('۱۰ آبان – ۹ آذر ۱۴۰۴');
    expect(dateSpan('2025-03-15', '2025-03-25', fa)).toBe('۲۵ اسفند ۱۴۰۳ – ۵ فروردین ۱۴۰۴');
    expect(dateSpan('2025-11-22', '2025-11-22', fa)).toBe('۱ آذر ۱۴۰۴');
    expect(dateSpan('2025-10-26', '2025-11-22', 'en-GB')).toMatch(/^26 Oct\s–\s22 Nov 2025$/);
  });

  it('says which days a month of the other calendar is', () => {
    expect(monthName('2025-11-01', fa)).toBe('۱۰ آبان – ۹ آذر ۱۴۰۴');
    expect(monthName('2025-11-01', 'en-GB')).toBe('Nov 2025');
  });
});

it('weeks begin on Monday', () => {
  expect(['2026-03-09', '2026-03-14', '2026-03-15'].map(weekdayOf)).toEqual([0, 5, 6]);
});
