import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDate, startOfDate } from '../../../db/time/businessDate.ts';
import {
  bucketMs,
  bucketOf,
  bucketPlan,
  openSpans,
  type PlanClock,
  parseOpening,
  type Span,
  windowSpans,
} from '../../../db/time/opening.ts';
import { formatInstant } from '../../../db/time/steps.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import { type DayOpenings, type OpeningHoursEdition, weekdays } from '../../../db/vocabulary/place.ts';
import { anyDate, anyQuarter, anyZone } from './zones.ts';

type Week = OpeningHoursEdition['week'];

function shop(
  week: Week | null,
  more: Partial<PlanClock> & { exceptions?: Record<string, DayOpenings> } = {},
): PlanClock {
  const { exceptions = {}, ...rest } = more;
  const openingHours = week === null ? null : [{ week, exceptions }];
  return { timezone: 'Europe/Berlin', dayStartsAtMinutes: 0, openingHours, ...rest };
}

function daily(...openings: string[]): Week {
  return Object.fromEntries(weekdays.map((day) => [day, openings]));
}

function texts(store: PlanClock, spans: readonly Span[]): string[] {
  const local = (at: number): string => formatInstant(store.timezone, at).slice(5, 16);
  return spans.map((span) => `${local(span.startAt)}/${local(span.endAt)}`);
}

function openOn(store: PlanClock, from: string, to = from): string[] {
  return texts(store, openSpans(store, startOfDate(store, from), endOfDate(store, to)));
}

describe('opening hours as text', () => {
  it('are minutes after midnight, beyond 24:00 where they pass it', () => {
    expect(['10:00-22:00', '18:00-02:00', '00:00-24:00', '22:15-00:00', '6:00-6:00'].map(parseOpening)).toEqual([
      { startMinutes: 600, endMinutes: 1320 },
      { startMinutes: 1080, endMinutes: 1560 },
      { startMinutes: 0, endMinutes: 1440 },
      { startMinutes: 1335, endMinutes: 1440 },
      { startMinutes: 360, endMinutes: 1800 },
    ]);
  });

  it.each(['10:00', '10:00-25:00', '24:00-02:00', '10:05-22:00', '10:00–22:00', 'closed', '10:00-24:15'])(
    '%j is refused, saying what to write',
    (text) => {
      expect(() => parseOpening(text)).toThrow(AppError);
    },
  );
});

describe('when a store is open', () => {
  it('is by weekday, closed where the weekday is missing, and otherwise by the exception', () => {
    const store = shop(
      { mon: ['10:00-14:00', '15:00-20:00'] },
      { exceptions: { '2026-06-02': ['12:00-13:00'], '2026-06-08': [] } },
    );
    expect(openOn(store, '2026-06-01', '2026-06-08')).toEqual([
      '06-01T10:00/06-01T14:00',
      '06-01T15:00/06-01T20:00',
      '06-02T12:00/06-02T13:00',
    ]);
  });

  it('belongs past midnight to the date on which it began, even where the next date is closed', () => {
    const bar = shop({ fri: ['18:00-02:00'] });
    expect(openOn(bar, '2026-06-06')).toEqual(['06-06T00:00/06-06T02:00']);
    expect(openOn({ ...bar, dayStartsAtMinutes: 360 }, '2026-06-05')).toEqual(['06-05T18:00/06-06T02:00']);
  });

  it('round the clock is one span over any days', () => {
    expect(openOn(shop(daily('00:00-24:00')), '2026-03-28', '2026-03-30')).toEqual(['03-28T00:00/03-31T00:00']);
    expect(openOn(shop(null), '2026-03-28', '2026-03-30')).toEqual(['03-28T00:00/03-31T00:00']);
  });

  it('follows the edition in force on the date: a change never rewrites the past', () => {
    const store = shop(null, {
      openingHours: [
        { from: '2026-06-02', week: daily('10:00-12:00'), exceptions: {} },
        { from: '2026-06-03', week: daily('09:00-11:00'), exceptions: {} },
      ],
    });
    expect(openOn(store, '2026-06-01', '2026-06-03')).toEqual([
      '06-01T00:00/06-02T00:00',
      '06-02T10:00/06-02T12:00',
      '06-03T09:00/06-03T11:00',
    ]);
  });

  it('begins at the first instant after a local time that does not exist, and ends at the first of two', () => {
    const hoursOf = (spans: Span[]): number[] => spans.map((span) => (span.endAt - span.startAt) / 3_600_000);
    const night = shop(daily('02:30-04:00'));
    expect(openOn(night, '2026-03-29')).toEqual(['03-29T03:00/03-29T04:00']);
    const spans = openSpans(shop(daily('01:00-02:30')), Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 22));
    expect(hoursOf(spans)).toEqual([1.5]);
  });

  it('is never on a date that the zone left out', () => {
    const apia = shop(daily('18:00-02:00'), { timezone: 'Pacific/Apia' });
    expect(openOn(apia, '2011-12-29', '2011-12-31')).toEqual([
      '12-29T00:00/12-29T02:00',
      '12-29T18:00/12-31T00:00',
      '12-31T18:00/01-01T00:00',
    ]);
  });
});

describe('a store that opens for the first time, or closes for good', () => {
  it('has the openings that begin from its first date to its last, past midnight too', () => {
    const night = shop(daily('18:00-02:00'), { opensOn: '2026-03-03', closesOn: '2026-03-04' });
    expect(openOn(night, '2026-03-02', '2026-03-06')).toEqual(['03-03T18:00/03-04T02:00', '03-04T18:00/03-05T02:00']);
  });

  it('is open on those dates whole where it has no opening hours', () => {
    const always = shop(null, { opensOn: '2026-03-03', closesOn: '2026-03-04', dayStartsAtMinutes: 240 });
    expect(openOn(always, '2026-03-02', '2026-03-06')).toEqual(['03-03T04:00/03-05T04:00']);
    expect(openOn(always, '2026-03-06')).toEqual([]);
  });

  it('keeps its window, so that what was counted before and after still shows', () => {
    const dated = shop(daily('10:00-12:00'), { opensOn: '2026-03-03' });
    const before = windowSpans(dated, startOfDate(dated, '2026-03-02'), endOfDate(dated, '2026-03-02'));
    expect(texts(dated, before)).toEqual(['03-02T09:30/03-02T12:30']);
  });
});

describe('the window', () => {
  it('is the opening hours and half an hour at both ends, joined where the halves meet', () => {
    const store = shop({ mon: ['10:00-14:00', '15:00-20:00'], tue: ['10:00-12:00', '13:15-14:00'] });
    const spans = windowSpans(store, startOfDate(store, '2026-06-01'), endOfDate(store, '2026-06-02'));
    expect(texts(store, spans)).toEqual([
      '06-01T09:30/06-01T20:30',
      '06-02T09:30/06-02T12:30',
      '06-02T12:45/06-02T14:30',
    ]);
  });

  it('keeps a stretch whole that reaches beyond what was asked for', () => {
    const bar = shop({ fri: ['18:00-02:00'] });
    const midnight = startOfDate(bar, '2026-06-06');
    expect(texts(bar, windowSpans(bar, midnight, midnight + 1))).toEqual(['06-05T17:30/06-06T02:30']);
    expect(windowSpans(bar, endOfDate(bar, '2026-06-06'), endOfDate(bar, '2026-06-07'))).toEqual([]);
  });

  it('reaches half an hour into a date on which nothing opens', () => {
    const store = shop({ fri: ['16:00-24:00'] });
    const plan = bucketPlan(store, '2026-06-06', '2026-06-06');
    expect([...plan.isOpen].filter(Boolean)).toEqual([]);
    expect([...plan.isInWindow].indexOf(0)).toBe(2);
  });
});

const anyOpening = fc
  .tuple(anyQuarter, fc.integer({ min: 1, max: 96 }))
  .map(([start, quarters]) => `${clock(start)}-${clock(closing(start + quarters * 15))}`);
const anyWeek = fc.record(Object.fromEntries(weekdays.map((day) => [day, fc.array(anyOpening, { maxLength: 2 })])), {
  requiredKeys: [],
});

function closing(minutes: number): number {
  return minutes > 1440 ? minutes - 1440 : minutes;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

describe('a plan of buckets', () => {
  it('agrees with the open spans and the window, bucket for bucket, in every zone', () => {
    fc.assert(
      fc.property(fc.tuple(anyZone, anyQuarter, anyDate, anyWeek), ([timezone, dayStartsAtMinutes, date, week]) => {
        const store = shop(week as Week, { timezone, dayStartsAtMinutes });
        const plan = bucketPlan(store, date, date);
        const open = openSpans(store, plan.startAt, plan.endAt);
        const window = windowSpans(store, plan.startAt, plan.endAt);
        const holds = (spans: readonly Span[], at: number): number =>
          Number(spans.some((s) => s.startAt <= at && at < s.endAt));
        const starts = Array.from({ length: plan.count }, (_, i) => plan.startAt + i * bucketMs);
        expect([...plan.isOpen]).toEqual(starts.map((at) => holds(open, at)));
        expect([...plan.isInWindow]).toEqual(starts.map((at) => holds(window, at)));
      }),
      { numRuns: 300 },
    );
  });

  it('parts its buckets among its dates without rest', () => {
    fc.assert(
      fc.property(anyZone, anyQuarter, anyDate, (timezone, dayStartsAtMinutes, from) => {
        const store = shop(null, { timezone, dayStartsAtMinutes });
        const to = new Date(Date.parse(from) + 20 * 86_400_000).toISOString().slice(0, 10);
        const plan = bucketPlan(store, from, to);
        const ends = plan.dates.map((entry) => [entry.firstBucketIndex, entry.lastBucketIndex + 1]);
        expect(ends.map(([first]) => first)).toEqual([0, ...ends.slice(0, -1).map(([, next]) => next)]);
        expect(ends.at(-1)?.[1]).toBe(plan.count);
        for (const entry of plan.dates) {
          expect(plan.startAt + entry.firstBucketIndex * bucketMs).toBe(startOfDate(store, entry.date));
        }
      }),
    );
  });

  it('has 92 buckets on a day of 23 hours and 100 on one of 25', () => {
    const store = shop(daily('10:00-22:00'));
    expect(bucketPlan(store, '2026-03-29', '2026-03-29').count).toBe(92);
    const autumn = bucketPlan(store, '2026-10-25', '2026-10-25');
    expect([autumn.count, autumn.isOpen.indexOf(1), autumn.isInWindow.indexOf(1)]).toEqual([100, 44, 42]);
  });

  it('starts at whole quarters of an hour', () => {
    expect(bucketOf(Date.UTC(2026, 0, 1, 10, 29, 59))).toBe(Date.UTC(2026, 0, 1, 10, 15));
  });
});
