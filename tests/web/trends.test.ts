import { describe, expect, it } from 'vitest';
import { metrics } from '../../server/kpi/registry.ts';
import { addDays } from '../../web/format/dates.ts';
import { isSum, kpiOf, trendKpis } from '../../web/trends/kpis.ts';
import { monthsEarlier, openedOf, rangeBehind, sizeOf, sizesOf, widerOf } from '../../web/trends/ranges.ts';
import { placesOf, type TrendStep, timesOf } from '../../web/trends/steps.ts';
import { extremesOf, versusOf } from '../../web/trends/summary.ts';
import { trendsMessages } from '../../web/trends/trendsMessages.ts';
import { days, march, step, trendOf } from './trendSteps.ts';

describe('figures that can be followed', () => {
  it('are all in the registry of metrics, and have a name', () => {
    const known = new Set<string>(metrics.map(({ key }) => key));
    expect(trendKpis.map(({ metric, key }) => metric ?? key).filter((key) => !known.has(key))).toEqual([]);
    expect(Object.keys(trendsMessages.kpis).sort()).toEqual(trendKpis.map(({ key }) => key).sort());
  });

  it('are entries where an address names none that is known', () => {
    expect(kpiOf('nonsense').key).toBe('entries');
    expect(kpiOf(null).key).toBe('entries');
    expect(trendKpis.filter(isSum).map(({ key }) => key)).toContain('netSalesMinor');
    expect(isSum(kpiOf('averageCheckMinor'))).toBe(false);
  });
});

describe('a range of dates', () => {
  it('is shown in steps that tell something, and in those an address names where they fit', () => {
    expect(sizesOf({ from: '2026-03-02', to: '2026-03-02' }, false)).toEqual(['15m', 'hour']);
    expect(sizesOf(march, false)).toEqual(['hour', 'day', 'week']);
    expect(sizesOf(march, true)).toEqual(['day', 'week']);
    expect(sizeOf('week', march, false)).toBe('week');
    expect(sizeOf('15m', march, false)).toBe('day');
    expect(sizeOf(null, { from: '2025-03-31', to: '2026-03-29' }, false)).toBe('week');
    expect(sizeOf(null, { from: '2026-03-02', to: '2026-03-02' }, true)).toBe('day');
  });

  it('is offered the steps that are neither too many nor too few for it', () => {
    const over = (days: number) => sizesOf({ from: '2026-01-01', to: addDays('2026-01-01', days - 1) }, false);
    expect([1, 2, 3, 4, 13, 14, 28, 29].map(over)).toEqual([
      ['15m', 'hour'],
      ...[2, 3].map(() => ['15m', 'hour', 'day']),
      ...[4, 13].map(() => ['hour', 'day']),
      ...[14, 28].map(() => ['hour', 'day', 'week']),
      ['day', 'week'],
    ]);
    expect([55, 56, 400, 401, 1500, 1501, 10_001].map(over)).toEqual([
      ['day', 'week'],
      ...[56, 400].map(() => ['day', 'week', 'month']),
      ...[401, 1500].map(() => ['week', 'month']),
      ['month'],
      ['day'],
    ]);
    const shown = (days: number) => sizeOf(null, { from: '2026-01-01', to: addDays('2026-01-01', days - 1) }, false);
    expect([1, 2, 92, 93, 400, 401].map(shown)).toEqual(['hour', 'day', 'day', 'week', 'week', 'month']);
  });

  it('is compared with whole weeks before, so that weekdays face weekdays, and by month with months', () => {
    expect(rangeBehind(march, 'day', 'previous')).toEqual({ from: '2026-02-02', to: '2026-03-01' });
    expect(rangeBehind({ from: '2026-03-27', to: '2026-03-29' }, 'hour', 'previous')).toEqual({
      from: '2026-03-20',
      to: '2026-03-22',
    });
    expect(rangeBehind(march, 'day', 'year')).toEqual({ from: '2025-03-03', to: '2025-03-30' });
    expect(rangeBehind({ from: '2026-01-01', to: '2026-03-31' }, 'month', 'year')).toEqual({
      from: '2025-01-01',
      to: '2025-03-31',
    });
    expect(rangeBehind({ from: '2026-01-01', to: '2026-03-31' }, 'month', 'previous')).toEqual({
      from: '2025-10-01',
      to: '2025-12-31',
    });
    expect(monthsEarlier('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsEarlier('2028-03-29', 1)).toBe('2028-02-29');
    expect(['2026-01-31', '2026-12-31', '2026-03-15'].map((date) => monthsEarlier(date, 1))).toEqual([
      ...['2025-12-31', '2026-11-30', '2026-02-15'],
    ]);
    expect([12, 13, 26].map((months) => monthsEarlier('2026-02-28', months))).toEqual([
      ...['2025-02-28', '2025-01-28', '2023-12-28'],
    ]);
  });

  it('has a usual by day and hour alone, of the eight weeks before', () => {
    expect(rangeBehind(march, 'day', 'usual')).toEqual({ from: '2026-01-05', to: '2026-03-22' });
    expect(rangeBehind(march, 'week', 'usual')).toBeNull();
    expect(rangeBehind(march, 'day', 'none')).toBeNull();
  });

  it('opens into finer steps down to the quarter of an hour, and widens again', () => {
    const day = { from: '2026-03-07', to: '2026-03-07' };
    expect(openedOf({ from: '2026-03-01', to: '2026-03-29' }, 'month')?.by).toBe('day');
    expect(openedOf(day, 'day')).toEqual({ range: day, by: 'hour' });
    expect(openedOf(day, 'hour')).toEqual({ range: day, by: '15m' });
    expect(openedOf(day, '15m')).toBeNull();
    expect(widerOf(day, '2026-03-08')).toEqual({ from: '2026-03-02', to: '2026-03-08' });
    const widened = (days: number, today = '2026-12-31') => {
      const wide = widerOf({ from: '2026-06-01', to: addDays('2026-06-01', days - 1) }, today);
      return wide === null ? null : [wide.from, wide.to];
    };
    expect([1, 7, 8, 28, 91, 363].map((days) => widened(days))).toEqual([
      ...[
        ['2026-05-29', '2026-06-04'],
        ['2026-05-21', '2026-06-17'],
        ['2026-05-22', '2026-06-18'],
      ],
      ...[
        ['2026-04-30', '2026-07-29'],
        ['2026-01-02', '2026-12-31'],
        ['2026-01-02', '2026-12-31'],
      ],
    ]);
    expect([widened(364), widened(7, '2026-06-09')]).toEqual([null, ['2026-05-13', '2026-06-09']]);
    expect(widerOf({ from: '2025-03-31', to: '2026-03-29' }, '2026-03-29')).toBeNull();
  });
});

describe('steps', () => {
  it('belong to business dates by the store’s day, also past midnight', () => {
    const clock = { dayStartsAt: '06:00', now: new Date('2026-03-08T02:30:00+03:00') };
    const told = { start: '2026-03-08T02:00:00+03:00', end: '2026-03-08T03:00:00+03:00' };
    expect(timesOf(told, 'hour', clock)).toEqual({
      ...{ from: '2026-03-07', to: '2026-03-07', clock: '02:00' },
      ...{ isAhead: false, isPartial: true },
    });
    const week = { start: '2026-03-02T06:00:00+03:00', end: '2026-03-09T06:00:00+03:00' };
    expect(timesOf(week, 'week', clock)).toMatchObject({ from: '2026-03-02', to: '2026-03-08', clock: null });
  });

  it('are gaps where something should have been measured, and nothing where nobody could', () => {
    const steps = [
      step('2026-03-02'),
      step('2026-03-03', { value: null, coverage: 0.1 }),
      step('2026-03-04', { value: null, coverage: null }),
    ];
    const places = placesOf({ steps, range: march, by: 'day', behind: null });
    expect(places.map(({ state }) => state)).toEqual(['shown', 'gap', 'none']);
  });

  it('face the same weekday and clock of the period behind', () => {
    const steps = [step('2026-03-07', { clock: '10:00' }), step('2026-03-07', { clock: '11:00' })];
    const earlier = [step('2026-02-28', { clock: '11:00', value: 4 })];
    const range = { from: '2026-03-07', to: '2026-03-07' };
    const places = placesOf({ steps, range, by: 'hour', behind: { kind: 'previous', steps: earlier } });
    expect(places.map(({ behind }) => behind)).toEqual([null, 4]);
  });

  it('have a usual from four of the last eight weeks on that were covered well', () => {
    const back = (week: number, value: number, coverage = 1) =>
      step(new Date(Date.parse('2026-03-07') - week * 7 * 86_400_000).toISOString().slice(0, 10), { value, coverage });
    const usual = (steps: readonly TrendStep[]) =>
      placesOf({ steps: [step('2026-03-07')], range: march, by: 'day', behind: { kind: 'usual', steps } })[0]?.behind;
    expect(usual([back(1, 10), back(2, 20), back(3, 40), back(8, 30)])).toBe(25);
    expect(usual([back(1, 10), back(2, 20), back(3, 40), back(8, 30, 0.5)])).toBeNull();
    expect(usual([back(1, 10), back(2, 20), back(3, 40), back(9, 30)])).toBeNull();
  });
});

describe('what a period says against another', () => {
  const behind = { kind: 'previous', steps: days('2026-02-02', [10, 10, 10, 10]) } as const;
  const steps = [...days('2026-03-02', [12, 12, null]), step('2026-03-05', { value: 3, isPartial: true })];
  const places = placesOf({ steps, range: march, by: 'day', behind });

  it('is reckoned of sums over days that are over and known on both sides', () => {
    expect(versusOf(trendOf(places))).toEqual({ kind: 'previous', value: 20, change: 0.2, difference: 4 });
  });

  it('says nothing where less than half of it can be compared, nor of a week in which counting began', () => {
    const weeks = (values: readonly (number | null)[], from: string) =>
      values.map((value, week) => ({
        ...step(from, { value }),
        from: addDays(from, week * 7),
        to: addDays(from, week * 7 + 6),
      }));
    const told = (before: readonly (number | null)[]) => {
      const earlier = { kind: 'previous', steps: weeks(before, '2026-02-02') } as const;
      return placesOf({ steps: weeks([9, 9, 9, 9], '2026-03-02'), range: march, by: 'week', behind: earlier });
    };
    expect(told([null, 2, 8, 8]).map(({ behind: then }) => then)).toEqual([null, null, 8, 8]);
    expect(versusOf(trendOf(told([null, 2, 8, 8])))).toMatchObject({ value: 16 });
    expect(versusOf(trendOf(told([null, null, 2, 8])))).toBeNull();
  });

  it('faces months of the year before with the same months', () => {
    const month = (from: string, value: number) => step(from, { value });
    const range = { from: '2026-01-01', to: '2026-03-31' };
    const steps = [month('2026-01-01', 5), month('2026-02-01', 6), month('2026-03-01', 7)];
    const earlier = [month('2025-02-01', 1), month('2025-03-01', 2)];
    const told = placesOf({ steps, range, by: 'month', behind: { kind: 'year', steps: earlier } });
    expect(told.map(({ behind: then }) => then)).toEqual([null, 1, 2]);
  });

  it('is reckoned of rates from the whole', () => {
    const trend = trendOf(places, { kpi: kpiOf('conversionRate') });
    const rates = { ...trend, total: { ...trend.total, value: 0.3 }, totalBehind: 0.2 };
    expect(versusOf(rates)?.change).toBeCloseTo(0.5, 10);
    expect(versusOf({ ...rates, totalBehind: 0 })).toBeNull();
    expect(versusOf({ ...rates, query: { ...rates.query, compare: 'none' } })).toBeNull();
  });

  it('has its least and most among the steps that are over', () => {
    const found = extremesOf(
      placesOf({
        steps: [...days('2026-03-02', [12, 30, 7]), step('2026-03-05', { value: 1, isPartial: true })],
        range: march,
        by: 'day',
        behind: null,
      }),
    );
    expect([found?.least.from, found?.most.from]).toEqual(['2026-03-04', '2026-03-03']);
  });
});
