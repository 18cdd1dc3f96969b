import { describe, expect, it } from 'vitest';
import { longDate } from '../../web/format/dates.ts';
import { kpiOf } from '../../web/trends/kpis.ts';
import { holidayMarks, marksOn } from '../../web/trends/marks.ts';
import { columnsOf, sheetOf } from '../../web/trends/rows.ts';
import { dayStarts, placesOf } from '../../web/trends/steps.ts';
import { trendChart } from '../../web/trends/trendChart.ts';
import { axisText, cellText, stepName, valueText } from '../../web/trends/values.ts';
import { daysOf, pooled, weekMap, weekPattern } from '../../web/trends/week.ts';
import { days, formats, march, type StepParts, step, trendOf } from './trendSteps.ts';

describe('the week', () => {
  it('puts rates together by what they are rates of, and sums to their mean', () => {
    expect(
      pooled([step('2026-03-02', { value: 0.5, weight: 10 }), step('2026-03-09', { value: 0.2, weight: 30 })]),
    ).toEqual({
      value: 0.275,
      steps: 2,
    });
    expect(pooled([step('2026-03-02', { value: null })])).toEqual({ value: null, steps: 0 });
  });

  it('has a row for each weekday from Monday, and the hours past midnight behind the evening', () => {
    const hours = ['23:00', '00:00', '22:00'].map((clock, place) => step('2026-03-07', { clock, value: place + 1 }));
    const { clocks, rows } = weekMap(hours, '06:00');
    expect(clocks).toEqual(['22:00', '23:00', '00:00']);
    expect(rows).toHaveLength(7);
    expect(rows[5]?.map(({ value }) => value)).toEqual([3, 1, 2]);
    expect(rows[0]?.map(({ value }) => value)).toEqual([null, null, null]);
  });

  it('puts the same hour of several weeks together: of counts their mean, of rates the whole; what is not over counts nowhere', () => {
    const mondays = ['2026-03-02', '2026-03-09', '2026-03-16'];
    const at = (parts: readonly StepParts[]) =>
      mondays.flatMap((date, i) => (parts[i] ? [step(date, { clock: '10:00', ...parts[i] })] : []));
    const cell = (parts: readonly StepParts[]) => weekMap(at(parts), '00:00').rows[0]?.[0];
    expect(cell([{ value: 10 }, { value: 30 }])).toEqual({ value: 20, steps: 2 });
    expect(
      cell([
        { value: 0.5, weight: 10 },
        { value: 0.2, weight: 30 },
      ])?.value,
    ).toBeCloseTo(0.275);
    expect(cell([{ value: 10 }, { value: null }, { value: 30, isPartial: true }])).toEqual({ value: 10, steps: 1 });
    const closed = weekMap(at([{ value: 10 }]), '00:00').rows[1]?.[0];
    expect(closed).toEqual({ value: null, steps: 0, isClosed: true });
  });

  it('tells the strongest and the weakest weekday from three of each on, and nothing where all are alike', () => {
    const weeks = Array.from({ length: 3 }, () => [10, 10, 10, 10, 20, 30, 5]).flat();
    expect(weekPattern(days('2026-03-02', weeks), false)).toMatchObject({
      strongest: { weekday: 5, value: 30 },
      weakest: { weekday: 6 },
    });
    expect(weekPattern(days('2026-03-02', weeks.slice(0, 14)), false)).toBeNull();
    expect(
      weekPattern(
        days(
          '2026-03-02',
          Array.from({ length: 28 }, () => 10),
        ),
        false,
      ),
    ).toBeNull();
  });

  it('tells of no weekday what chance alone may have made of a share', () => {
    const shares = (saturday: number, weight: number) =>
      days(
        '2026-03-02',
        Array.from({ length: 28 }, (_, day) => (day % 7 === 5 ? saturday : 0.2)),
      ).map((one) => ({
        ...one,
        figure: { ...one.figure, weight },
      }));
    expect(weekPattern(shares(0.25, 50), true)).toBeNull();
    expect(weekPattern(shares(0.25, 1000), true)).toMatchObject({ strongest: { weekday: 5 } });
  });

  it('leaves out the edges of opening, when hardly anybody is counted', () => {
    const hours = ['09:00', '10:00', '22:00'].map((clock) =>
      step('2026-03-07', { clock, value: 0.1, weight: clock === '10:00' ? 1000 : 5 }),
    );
    expect(weekMap(hours, '00:00').clocks).toEqual(['10:00']);
  });

  it('leaves out days of which an hour is missing, since they would seem weak', () => {
    const hour = (clock: string, parts: StepParts) => step('2026-03-02', { clock, ...parts });
    expect(daysOf([hour('10:00', { value: 3 }), hour('11:00', { value: 4 })], true)[0]?.figure.value).toBe(7);
    expect(daysOf([hour('10:00', { value: 3 }), hour('11:00', { value: null, coverage: 0 })], true)).toEqual([]);
    expect(daysOf([hour('10:00', { value: 3 }), hour('11:00', { value: 1, isPartial: true })], true)).toEqual([]);
    // Closed is not missing.
    const closed = hour('11:00', { value: null, coverage: null });
    expect(daysOf([hour('10:00', { value: 3 }), closed], true)[0]?.figure).toMatchObject({ value: 3, weight: 1 });
    const rates = [hour('10:00', { value: 0.5, weight: 10 }), hour('11:00', { value: 0.2, weight: 30 })];
    expect(daysOf(rates, false)[0]?.figure).toMatchObject({ value: 0.275, weight: 40 });
  });
});

describe('the hours of several days', () => {
  const hoursOf = (count: number) =>
    Array.from({ length: count }, (_, day) =>
      ['10:00', '11:00'].map((clock) => ({ from: `2026-03-0${day + 1}`, clock })),
    ).flat();

  it('are labelled with their day alone, at its first hour', () => {
    expect(dayStarts(hoursOf(4))).toEqual([0, 2, 4, 6]);
  });

  it('keep the labels of hours where there are but a few days, and days theirs', () => {
    expect(dayStarts(hoursOf(3))).toBeUndefined();
    expect(dayStarts([{ from: '2026-03-01', clock: null }])).toBeUndefined();
  });
});

describe('a cell of the week', () => {
  const written = (value: number, kpi: string) => cellText(value, { kpi: kpiOf(kpi), currency: 'EUR', formats });

  it('is as narrow as a finger: its unit is said by the scale', () => {
    expect(written(0.315, 'conversionRate')).toBe('32');
    expect(written(135, 'waitSeconds')).toBe('2:15');
    expect(written(59.7, 'waitSeconds')).toBe('1:00');
    expect(written(1_234_500, 'netSalesMinor')).toBe('12.3k');
    expect(written(4.25, 'entries')).toBe('4.3');
  });
});

describe('holidays and notes', () => {
  const steps = days('2026-03-02', [1, 2, 3, 4, 5]);

  it('in a row of one name are one', () => {
    const marks = holidayMarks([
      { date: '2026-01-01', name: 'Holidays' },
      { date: '2026-01-02', name: 'Holidays' },
      { date: '2026-01-07', name: 'Holidays' },
    ]);
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-01-02'],
      ['2026-01-07', '2026-01-07'],
    ]);
  });

  it('stand over the steps that they touch, and are left out beyond them', () => {
    const note = { from: '2026-02-20', to: '2026-03-03', text: 'Road works', kind: 'note' } as const;
    expect(marksOn(steps, [note], 'day')).toEqual([{ place: 0, to: 1, text: 'Road works', kind: 'note' }]);
    expect(marksOn(steps, [{ ...note, to: '2026-03-01' }], 'day')).toEqual([]);
    expect(marksOn(steps, [{ ...note, from: '2026-03-02' }], 'month')).toEqual([]);
    const one = { ...note, from: '2026-03-04', to: '2026-03-04' };
    expect(marksOn(steps, [one], 'week')).toMatchObject([{ place: 2, to: 2 }]);
    expect(marksOn(steps, [{ ...note, from: '2026-03-06', to: '2026-04-01' }], 'day')).toMatchObject([
      { place: 4, to: 4 },
    ]);
    // A week is told among months, six days are not.
    const days = (to: string) => marksOn(steps, [{ ...note, from: '2026-03-02', to }], 'month').length;
    expect([days('2026-03-07'), days('2026-03-08')]).toEqual([0, 1]);
  });
});

describe('what is drawn and written', () => {
  const behind = { kind: 'previous', steps: days('2026-02-02', [9, 9]) } as const;
  const steps = [step('2026-03-02', { value: 12, missing: 3 }), step('2026-03-03', { value: null, coverage: 0 })];
  const places = placesOf({ steps, range: march, by: 'day', behind });
  const colors = { entries: 'e', estimate: 'hatch', ghost: 'g', ghostLine: 'gl', purchases: 'p', font: 'f' };
  const palette = colors as never;
  const chart = (kpi: string) =>
    trendChart({
      ...{ palette, formats, kpi: kpiOf(kpi), places, labels: ['a', 'b'], marks: [] },
      axisText: String,
      tooltip: () => [],
    });

  it('sums stand as columns with what is estimated on top and the comparison behind', () => {
    const { datasets } = chart('entries').data;
    expect(datasets.map(({ type, data }) => [type, data])).toEqual([
      ['bar', [12, null]],
      ['bar', [3, null]],
      ['bar', [9, 9]],
    ]);
    expect(chart('entries').options.plugins).toMatchObject({ gaps: { places: [1], count: 2 } });
  });

  it('what is not over yet is lighter, so that it is not held for a whole', () => {
    const half = placesOf({
      steps: [step('2026-03-02'), step('2026-03-03', { isPartial: true })],
      range: march,
      by: 'day',
      behind: null,
    });
    const look = { ...colors, entriesSoft: 'soft' } as never;
    const { datasets } = trendChart({
      ...{ palette: look, formats, kpi: kpiOf('entries'), places: half, labels: ['a', 'b'], marks: [] },
      axisText: String,
      tooltip: () => [],
    }).data;
    expect(datasets[0]?.backgroundColor).toEqual(['e', 'soft']);
  });

  it('rates are lines that break at gaps', () => {
    const [line] = chart('conversionRate').data.datasets;
    expect(line).toMatchObject({ type: 'line', spanGaps: false });
  });

  it('money is told in whole minor units on the screen and in whole units in a spreadsheet', () => {
    const writing = { kpi: kpiOf('netSalesMinor'), currency: 'EUR', formats };
    expect(valueText(123_456, writing)).toBe('€1,234.56');
    expect(axisText(1_234_500, writing)).toBe('€12.3k');
    const money = trendOf(
      placesOf({ steps: [step('2026-03-02', { value: 123_456 })], range: march, by: 'day', behind: null }),
    );
    expect(sheetOf({ trend: money, marks: [], writing, name: 'Net sales' })).toEqual({
      head: ['Time', 'Net sales'],
      rows: [[longDate('2026-03-02', formats.textLocale), 1234.56]],
    });
  });

  it('a spreadsheet has the columns of the screen, and a gap as an empty cell', () => {
    const trend = trendOf(places);
    const marks = [{ from: '2026-03-03', to: '2026-03-03', text: 'Fair', kind: 'note' as const }];
    expect(columnsOf(trend, marks)).toEqual({ behind: true, interval: false, estimate: true, marks: true });
    const sheet = sheetOf({
      trend,
      marks,
      writing: { kpi: kpiOf('entries'), currency: 'EUR', formats },
      name: 'Entries',
    });
    expect(sheet.head).toEqual(['Time', 'Entries', 'The period before', 'Estimated missing', 'Holidays and notes']);
    expect(sheet.rows[0]).toEqual([longDate('2026-03-02', formats.textLocale), 12, 9, 3, '']);
    expect(sheet.rows[1]).toEqual([longDate('2026-03-03', formats.textLocale), null, 9, null, 'Fair']);
  });

  it('steps are named by their dates, and hours by the clock', () => {
    expect(stepName(step('2026-03-07', { clock: '14:00' }), { by: 'hour', formats })).toBe(
      `${longDate('2026-03-07', formats.textLocale)}, 14:00`,
    );
    expect(stepName({ ...step('2026-03-02'), to: '2026-03-08' }, { by: 'week', formats })).toMatch(
      /^2\s?–\s?8 Mar 2026$/,
    );
  });
});
