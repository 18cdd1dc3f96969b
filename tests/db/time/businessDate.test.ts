import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDateAt,
  datesBetween,
  daysBetween,
  endOfDate,
  monthStart,
  nextMonthStart,
  startOfDate,
  weekdayOf,
  weekStart,
} from '../../../db/time/businessDate.ts';
import { dayNumber, dayNumberOf, isDate } from '../../../db/time/calendar.ts';
import { anyDate, anyInstant, anyQuarter, anyZone } from './zones.ts';

const hour = 3_600_000;

describe('business dates', () => {
  it('part all of time: every instant belongs to the one date whose start and end hold it', () => {
    fc.assert(
      fc.property(anyZone, anyQuarter, anyInstant, (timezone, dayStartsAtMinutes, at) => {
        const store = { timezone, dayStartsAtMinutes };
        const date = businessDateAt(store, at);
        expect(startOfDate(store, date)).toBeLessThanOrEqual(at);
        expect(endOfDate(store, date)).toBeGreaterThan(at);
        expect(endOfDate(store, date)).toBe(startOfDate(store, addDays(date, 1)));
      }),
      { numRuns: 1000 },
    );
  });

  it('begin on whole quarters of an hour of UTC', () => {
    fc.assert(
      fc.property(anyZone, anyQuarter, anyDate, (timezone, dayStartsAtMinutes, date) => {
        expect(startOfDate({ timezone, dayStartsAtMinutes }, date) % 900_000).toBe(0);
      }),
    );
  });

  it('have 23 hours in spring and 25 in autumn', () => {
    const store = { timezone: 'Europe/Berlin', dayStartsAtMinutes: 0 };
    const hoursOf = (date: string): number => (endOfDate(store, date) - startOfDate(store, date)) / hour;
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(hoursOf)).toEqual([24, 23, 25]);
  });

  it('take the night before dayStartsAt to the day before', () => {
    const bar = { timezone: 'Europe/Moscow', dayStartsAtMinutes: 6 * 60 };
    expect(businessDateAt(bar, Date.parse('2026-05-02T05:59:59+03:00'))).toBe('2026-05-01');
    expect(businessDateAt(bar, Date.parse('2026-05-02T06:00:00+03:00'))).toBe('2026-05-02');
  });

  it('that have begun do not end again when the clock goes back over their start', () => {
    const store = { timezone: 'America/New_York', dayStartsAtMinutes: 90 };
    expect(businessDateAt(store, Date.parse('2026-11-01T01:29:00-04:00'))).toBe('2026-10-31');
    expect(businessDateAt(store, Date.parse('2026-11-01T01:30:00-04:00'))).toBe('2026-11-01');
    expect(businessDateAt(store, Date.parse('2026-11-01T01:10:00-05:00'))).toBe('2026-11-01');
  });

  it('that a zone left out are empty', () => {
    const apia = { timezone: 'Pacific/Apia', dayStartsAtMinutes: 0 };
    expect(endOfDate(apia, '2011-12-30') - startOfDate(apia, '2011-12-30')).toBe(0);
    expect(businessDateAt(apia, endOfDate(apia, '2011-12-29'))).toBe('2011-12-31');
  });
});

describe('the calendar', () => {
  it('counts days as UTC does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(dayNumberOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
      }),
    );
  });

  it('adds days, and finds them between two dates', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
    expect(datesBetween('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(datesBetween('2024-03-01', '2024-02-28')).toEqual([]);
  });

  it('begins weeks on Monday and months on the first', () => {
    expect([weekdayOf('2026-03-30'), weekStart('2026-04-05'), weekStart('2026-03-30')]).toEqual([
      0,
      '2026-03-30',
      '2026-03-30',
    ]);
    expect([monthStart('2024-02-29'), nextMonthStart('2024-02-29'), nextMonthStart('2026-12-31')]).toEqual([
      '2024-02-01',
      '2024-03-01',
      '2027-01-01',
    ]);
  });

  it('knows dates that exist from those that do not', () => {
    expect(['2024-02-29', '2026-12-31', '0001-01-01'].every(isDate)).toBe(true);
    const wrong = [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-1',
      '26-01-01',
      '2026-01-01T',
      'today',
    ];
    expect(wrong.some(isDate)).toBe(false);
    expect(() => dayNumber('yesterday!')).toThrow(RangeError);
  });
});
