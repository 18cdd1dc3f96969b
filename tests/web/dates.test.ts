import { describe, expect, it } from 'vitest';
import { addDays, ago, businessDateAt, clockIn, clockOf, isDate, shortDate } from '../../web/format/dates.ts';

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
