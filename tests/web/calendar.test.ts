import { describe, expect, it } from 'vitest';
import { businessDateOf, inCalendar, monthText, weekStartOf } from '../../web/selection/calendarDates.ts';
import { chosenRange, daysOf, isPeriod, periodOf, rangeOf } from '../../web/selection/period.ts';

const persian = 'fa-u-ca-persian-nu-arabext';

describe('the calendar of the period', () => {
  it('knows a day in the reader’s calendar, and back again', () => {
    const nowruz = inCalendar('2026-03-21', persian);
    expect([nowruz.year, nowruz.month, nowruz.day]).toEqual([1405, 1, 1]);
    expect(businessDateOf(nowruz)).toBe('2026-03-21');
    expect(businessDateOf(nowruz.add({ months: 1 }))).toBe('2026-04-21');
    expect(businessDateOf(inCalendar('2026-03-14', 'en-GB'))).toBe('2026-03-14');
  });

  it('names months with the year behind, also of the Persian calendar', () => {
    expect(monthText(new Date('2026-11-01T00:00:00Z'), 'en-GB')).toBe('November 2026');
    expect(monthText(new Date('2026-11-22T00:00:00Z'), persian)).toBe('آذر ۱۴۰۵');
  });

  it('begins a week with Saturday in Persian and with Monday elsewhere', () => {
    expect([weekStartOf(persian), weekStartOf('ru'), weekStartOf('en-US')]).toEqual([6, 1, 1]);
  });
});

describe('a stretch chosen by its dates', () => {
  it('is read in the steps of the shortest period it fits into', () => {
    expect(daysOf({ from: '2026-03-01', to: '2026-03-31' })).toBe(31);
    expect(periodOf({ from: '2026-03-14', to: '2026-03-14' })).toBe('day');
    expect(periodOf({ from: '2026-03-08', to: '2026-03-14' })).toBe('week');
    expect(periodOf({ from: '2026-03-01', to: '2026-03-31' })).toBe('quarter');
    expect(periodOf({ from: '2024-01-01', to: '2026-03-31' })).toBe('year');
  });

  it('is what an address says, up to today; nothing where its dates are none or the wrong way round', () => {
    const today = '2026-03-14';
    expect(chosenRange('2026-03-01', '2026-03-07', today)).toEqual({ from: '2026-03-01', to: '2026-03-07' });
    expect(chosenRange('2026-03-01', '2026-04-07', today)).toEqual({ from: '2026-03-01', to: today });
    expect(chosenRange(today, today, today)).toEqual({ from: today, to: today });
    expect(chosenRange('2026-03-15', '2026-03-16', today)).toBeNull();
    expect(chosenRange('2026-03-07', '2026-03-01', today)).toBeNull();
    const unreal = [
      [null, today],
      ['2026-03-01', null],
      ['2026-02-30', today],
      ['2026-03-01', 'today'],
    ] as const;
    expect(unreal.map(([from, to]) => chosenRange(from, to, today))).toEqual([null, null, null, null]);
  });

  it('of a named period is whole weeks up to its last day', () => {
    const from = (['day', 'week', 'month', 'quarter', 'year'] as const).map((one) => rangeOf(one, '2026-03-14').from);
    expect(from).toEqual(['2026-03-14', '2026-03-08', '2026-02-15', '2025-12-14', '2025-03-16']);
    expect(['week', 'decade', 'toString', null].map(isPeriod)).toEqual([true, false, false, false]);
  });
});
