import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, endOfDate, startOfDate, weekdayOf } from '../../../db/time/businessDate.ts';
import {
  comparisonRange,
  cutAt,
  formatInstant,
  type SeriesUnit,
  seriesSteps,
  seriesUnits,
} from '../../../db/time/steps.ts';
import { localParts, offsetMsAt } from '../../../db/time/zone.ts';
import { anyDate, anyQuarter, anyZone } from './zones.ts';

function starts(timezone: string, [from, to]: [string, string], by: SeriesUnit): string[] {
  const store = { timezone, dayStartsAtMinutes: 0 };
  return seriesSteps(store, { from, to }, by).map((step) => formatInstant(timezone, step.startAt));
}

describe('steps of a series', () => {
  it('part the dates without gaps, and none is empty', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyZone, anyQuarter, anyDate, fc.nat(40), fc.constantFrom(...seriesUnits)),
        ([timezone, dayStartsAtMinutes, from, days, by]) => {
          const store = { timezone, dayStartsAtMinutes };
          const to = addDays(from, days);
          const steps = seriesSteps(store, { from, to }, by);
          const edges = [startOfDate(store, from), ...steps.map((step) => step.endAt)];
          expect(steps.map((step) => step.startAt)).toEqual(edges.slice(0, -1));
          expect(edges.at(-1)).toBe(endOfDate(store, to));
          expect(steps.every((step) => step.endAt > step.startAt)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('by the hour have one local hour and one offset each', () => {
    fc.assert(
      fc.property(anyZone, anyQuarter, anyDate, (timezone, dayStartsAtMinutes, date) => {
        for (const step of seriesSteps({ timezone, dayStartsAtMinutes }, { from: date, to: date }, 'hour')) {
          const [first, last] = [localParts(timezone, step.startAt), localParts(timezone, step.endAt - 1)];
          expect([last.date, Math.floor(last.minutes / 60)]).toEqual([first.date, Math.floor(first.minutes / 60)]);
          expect(offsetMsAt(timezone, step.endAt - 1)).toBe(offsetMsAt(timezone, step.startAt));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('by the hour tell the two hours apart that a clock shows twice', () => {
    const hours = starts('Europe/Berlin', ['2026-10-25', '2026-10-25'], 'hour');
    expect(hours).toHaveLength(25);
    expect(hours.slice(2, 4)).toEqual(['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00']);
    expect(starts('Europe/Berlin', ['2026-03-29', '2026-03-29'], 'hour')).toHaveLength(23);
  });

  it('by the hour break where Lord Howe goes back by half an hour', () => {
    expect(starts('Australia/Lord_Howe', ['2026-04-05', '2026-04-05'], 'hour').slice(1, 4)).toEqual([
      '2026-04-05T01:00:00+11:00',
      '2026-04-05T01:30:00+10:30',
      '2026-04-05T02:00:00+10:30',
    ]);
  });

  it('by week begin on Monday and by month on the first, cut to the dates asked for', () => {
    expect(starts('UTC', ['2026-06-03', '2026-06-15'], 'week').map((text) => text.slice(0, 10))).toEqual([
      '2026-06-03',
      '2026-06-08',
      '2026-06-15',
    ]);
    expect(starts('UTC', ['2026-01-31', '2026-03-01'], 'month').map((text) => text.slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-03-01',
    ]);
  });

  it('by day leave out a date that the zone left out', () => {
    expect(starts('Pacific/Apia', ['2011-12-29', '2011-12-31'], 'day')).toEqual([
      '2011-12-29T00:00:00-10:00',
      '2011-12-31T00:00:00+14:00',
    ]);
  });
});

describe('comparisons', () => {
  it.each([
    ['2026-06-03', '2026-06-03', 7],
    ['2026-06-01', '2026-06-07', 7],
    ['2026-06-01', '2026-06-08', 14],
    ['2026-06-01', '2026-06-30', 35],
  ])('with the period before %s to %s go back whole weeks', (from, to, shiftDays) => {
    expect(comparisonRange(from, to, 'previous')).toEqual({
      from: addDays(from, -shiftDays),
      to: addDays(to, -shiftDays),
      shiftDays,
    });
  });

  it('with last year go back 364 days, to the same weekday', () => {
    expect(comparisonRange('2026-06-03', '2026-06-09', 'lastYear')).toEqual({
      from: '2025-06-04',
      to: '2025-06-10',
      shiftDays: 364,
    });
    expect(weekdayOf('2025-06-04')).toBe(weekdayOf('2026-06-03'));
  });

  it('of a period not over are cut at the same local time, whatever the clock did since', () => {
    const store = { timezone: 'Europe/Berlin' };
    const cut = cutAt(store, Date.parse('2026-03-30T14:37:05+02:00'), 7);
    expect(formatInstant('Europe/Berlin', cut)).toBe('2026-03-23T14:37:05+01:00');
  });
});

describe('instants as text', () => {
  it('carry the offset of the store', () => {
    const at = Date.UTC(2026, 2, 28, 21);
    expect(formatInstant('Europe/Moscow', at)).toBe('2026-03-29T00:00:00+03:00');
    expect(formatInstant('UTC', at)).toBe('2026-03-28T21:00:00+00:00');
    expect(formatInstant('America/St_Johns', at + 123)).toBe('2026-03-28T18:30:00.123-02:30');
  });
});
