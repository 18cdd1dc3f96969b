import { describe, expect, it } from 'vitest';
import type { Kpis } from '../../web/api-types.ts';
import { Formats } from '../../web/format/formats.ts';
import { isBeforeOpening, isEmpty, openingWords, qualityOf, viewOf } from '../../web/today/dayView.ts';
import { funnelParts } from '../../web/today/funnelParts.ts';
import { funnelShape } from '../../web/today/funnelShape.ts';
import { funnelTable } from '../../web/today/funnelTable.ts';
import { hourSlots, isRateGap } from '../../web/today/hourSlots.ts';
import { hoursTable } from '../../web/today/hoursTable.ts';
import { mockDate, mockHours, mockKpis, mockNow, mockToday } from './mockDay.ts';

const store = { id: 'arbat', name: 'Arbat', currency: 'RUB' };
const formats = new Formats('en-GB');
const today = viewOf(mockToday(store, { date: mockDate, hours: 7 }), formats);
const all = ['passersBy', 'entries', 'sales'] as const;

describe('the funnel’s stages', () => {
  it('lead from passers-by over entries to purchases', () => {
    const { stages, rates, hint } = funnelParts(today, all);
    expect(stages.map(({ step, count }) => [step, count])).toEqual([
      ['passersBy', 2110],
      ['entries', 322],
      ['purchases', 79],
    ]);
    expect(rates.map(({ name }) => name)).toEqual(['Capture rate', 'Conversion']);
    expect(hint).toBeNull();
  });

  it('begin at the door without an outside counter, and say how to add one', () => {
    const view = viewOf(mockToday(store, { date: mockDate, hours: 7, hasOutside: false }), formats);
    const { stages, rates, hint } = funnelParts(view, ['entries', 'sales']);
    expect(stages.map(({ step }) => step)).toEqual(['entries', 'purchases']);
    expect(rates.map(({ name }) => name)).toEqual(['Conversion']);
    expect(hint).toContain('Add a counter');
  });

  it('keep a stage whose counter is silent, as no data', () => {
    const view = { ...today, total: { ...today.total, passersBy: null } };
    expect(funnelParts(view, all).stages[0]).toMatchObject({ step: 'passersBy', count: null, missing: 'no data' });
  });

  it('show purchases as not measured where there is no till', () => {
    const view = { ...today, total: { ...today.total, purchases: null } };
    const { stages, hint } = funnelParts(view, ['passersBy', 'entries']);
    expect(stages[2]).toMatchObject({ step: 'purchases', missing: 'not measured' });
    expect(hint).toContain('No till');
    expect(hint).toContain('Add a till');
    expect(funnelParts(view, ['entries']).hint).toContain('Add a till');
  });

  it('say no change where usually hardly anybody has come by now, as just after midnight', () => {
    const { compared } = today;
    if (!compared) throw new Error('the day is compared with nothing');
    const early = { ...compared, values: { ...compared.values, passersBy: 3, entries: 11 } };
    const { stages, rates } = funnelParts({ ...today, compared: early }, all);
    expect(stages[0]).toMatchObject({ compared: 3, change: null, isUsual: true });
    expect(rates[0]).toMatchObject({ compared: null, change: null });
    expect(stages[1]?.change).toBe(compared.change.entries);
    expect(rates[1]?.compared).toBe(compared.values.conversionRate);
  });

  it('say that rates leave something out only where a rate is not the quotient of its counts for want of data', () => {
    const of = (total: Partial<Kpis>): boolean =>
      funnelParts({ ...today, total: { ...today.total, captureRate: null, ...total } }, all).isPartLeftOut;
    const coverage = { ...today.total.coverage, purchases: 0.8 };
    expect(of({ entries: 200, purchases: 50, conversionRate: 0.25, coverage })).toBe(false);
    expect(of({ entries: 200, purchases: 50, conversionRate: 0.31, coverage })).toBe(true);
  });
});

describe('the files of the day', () => {
  const decimals = (value: unknown): number =>
    typeof value === 'number' ? (String(value).split('.')[1] ?? '').length : 0;
  const funnel = funnelTable(funnelParts(today, all), today);
  const hours = hoursTable(hourSlots(today, null, today.now), 'RUB');

  it('name every column by its own name', () => {
    for (const { head } of [funnel, hours]) expect(new Set(head).size).toBe(head.length);
    expect(hours.head).toContain('Conversion, 95 % interval, low');
  });

  it('write four decimals at most', () => {
    expect(Math.max(...[...funnel.rows, ...hours.rows].flat().map(decimals))).toBeLessThanOrEqual(4);
  });

  it('have the sales after the funnel', () => {
    const names = funnel.rows.slice(-4).map(([name]) => name);
    expect(names).toEqual(['Net sales', 'Average check', 'Sales per visitor', 'Items per purchase']);
    expect(funnel.rows.at(-4)?.[1]).toBe((today.total.netSalesMinor ?? 0) / 100);
  });
});

describe('the funnel’s picture', () => {
  it('is to scale: half as many people are half as broad', () => {
    const { stages } = funnelShape([200, 100], 'right');
    expect(stages).toEqual([
      'M0 0C50 0 50 0 100 0L100 100C50 100 50 100 0 100Z',
      'M200 25C250 25 250 25 300 25L300 75C250 75 250 75 200 75Z',
    ]);
  });

  it('runs downwards with the same breadths on a phone', () => {
    const { stages, width, height } = funnelShape([200, 100], 'down');
    expect([width, height]).toEqual([100, 300]);
    expect(stages[1]).toBe('M25 200C25 250 25 250 25 300L75 300C75 250 75 250 75 200Z');
  });

  it('leaves out what is unknown, and shows what is zero', () => {
    const { stages, necks } = funnelShape([null, 10, 0], 'right');
    expect(stages[0]).toBeNull();
    expect(necks[0]).toBeNull();
    expect(stages[2]).toEqual(expect.any(String));
  });
});

describe('hours on one axis', () => {
  const day = { date: mockDate, hours: mockHours({ date: mockDate, hours: 7, gaps: [2] }) };
  const behind = { date: '2026-03-07', hours: mockHours({ date: '2026-03-07', hours: 12 }) };

  it('tell a gap from an hour that has not come', () => {
    const slots = hourSlots(day, behind, mockNow);
    expect(slots.map(({ label }) => label).at(-1)).toBe('21:00');
    expect(slots[2]).toMatchObject({ label: '12:00', state: 'gap' });
    expect(slots[3]).toMatchObject({ label: '13:00', state: 'shown' });
    expect(slots[8]).toMatchObject({ label: '18:00', state: 'ahead', now: null });
    expect(slots[8]?.before?.entries).toBe(63);
  });

  it('know a rate that is missing for want of data from one that has nothing to divide by', () => {
    const [slot] = hourSlots(day, null, mockNow);
    const now = slot!.now!;
    expect(isRateGap(slot!)).toBe(false);
    expect(isRateGap({ ...slot!, now: { ...now, purchases: null, conversionRate: null } })).toBe(true);
    expect(isRateGap({ ...slot!, now: { ...now, entries: null, conversionRate: null } })).toBe(true);
    expect(isRateGap({ ...slot!, now: { ...now, entries: 0, purchases: 0, conversionRate: null } })).toBe(false);
    expect(isRateGap({ ...slot!, state: 'ahead', now: null })).toBe(false);
  });

  it('mark an hour that was covered by less than 70 %', () => {
    const part = day.hours.map((hour) => ({ ...hour, coverage: { ...hour.coverage, entries: 0.5 } }));
    expect(hourSlots({ ...day, hours: part }, null, null)[0]?.state).toBe('part');
  });

  it('put the hours past midnight last, and keep both of an hour that occurs twice', () => {
    const at = (start: string): (typeof day.hours)[number] => ({
      ...mockHours({ date: mockDate, hours: 1 })[0]!,
      start,
    });
    const hours = [
      at('2026-10-24T23:00:00+02:00'),
      at('2026-10-25T00:00:00+02:00'),
      at('2026-10-25T02:00:00+02:00'),
      at('2026-10-25T02:00:00+01:00'),
    ];
    const labels = hourSlots({ date: '2026-10-24', hours }, null, null).map(({ label }) => label);
    expect(labels).toEqual(['23:00', '00:00', '02:00', '02:00']);
  });
});

describe('the quality of a past day', () => {
  const total = today.total;
  const with_ = (coverage: Partial<Kpis['coverage']>, flags: string[] = []): Kpis => ({
    ...total,
    coverage: { ...total.coverage, ...coverage },
    flags,
  });

  it('is that of its worst step', () => {
    expect(qualityOf(total, formats)).toEqual({ level: 'good', reasons: [] });
    expect(qualityOf(with_({ entries: 0.8 }), formats).level).toBe('fair');
    const poor = qualityOf(with_({ entries: 0.599 }), formats);
    expect(poor.level).toBe('poor');
    expect(poor.reasons[0]?.text).toContain('59%');
  });

  it('says what a flag means', () => {
    const { level, reasons } = qualityOf(with_({}, ['conversion_over_100', 'partial']), formats);
    expect(level).toBe('fair');
    expect(reasons.map(({ code }) => code)).toEqual(['conversion_over_100']);
  });

  it('is unknown where nothing was due', () => {
    expect(qualityOf(with_({ passersBy: null, entries: null, purchases: null }), formats).level).toBe('none');
  });
});

describe('the day’s view', () => {
  it('is empty where nothing was measured, and not where zero was', () => {
    expect(isEmpty(mockKpis({ passersBy: null, entries: null, purchases: null }))).toBe(true);
    expect(isEmpty(mockKpis({ passersBy: null, entries: 0, purchases: null }))).toBe(false);
  });

  it('of a past day is whole, of no moment and of its own quality', () => {
    const day = { ...mockToday(store, { date: '2026-03-13', hours: 12 }), isPast: true, occupancy: null };
    expect(viewOf(day, formats)).toMatchObject({ isToday: false, now: null, date: '2026-03-13', occupancy: null });
    expect(viewOf(day, formats).quality).toEqual({ level: 'good', reasons: [] });
  });

  it('says whether the store is open', () => {
    const at = (now: string, isOpen: boolean): typeof today => ({ ...today, now, isOpen });
    expect(openingWords(today, formats)).toBe('Open until 22:00');
    expect(openingWords(at('2026-03-14T09:00:00+03:00', false), formats)).toBe('Closed, opens at 10:00');
    expect(openingWords(at('2026-03-14T22:30:00+03:00', false), formats)).toBe('Closed since 22:00');
    expect(openingWords(at('2026-03-14T14:30:00+03:00', false), formats)).toBe('Closed');
    expect(isBeforeOpening(at('2026-03-14T09:00:00+03:00', false))).toBe(true);
  });
});
