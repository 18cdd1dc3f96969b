import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountQuartersInput, countQuarters, type StandingEvent } from '../../../db/rollup/quarterRows.ts';
import { saleQuarters } from '../../../db/rollup/saleRows.ts';
import { at, door, hour, interval, minute, quarter, sale, shopWith } from './shop.ts';

const day = { fromAt: at('00:00'), toAt: at('00:00', '2026-03-03') };

function rowsOf(more: Partial<CountQuartersInput>) {
  const device = more.device ?? door();
  return countQuarters({ store: shopWith([device]), device, intervals: [], statuses: [], ...day, ...more });
}

const event = (eventAt: number, more: Partial<StandingEvent> = {}): StandingEvent => ({
  line: 'main',
  at: eventAt,
  direction: 'in',
  count: 1,
  ...more,
});
const takeOut = (startAt: number, endAt: number) => ({ startAt, endAt });

describe('quarter rows of an event counter', () => {
  it('hold who passed in the quarter of the instant, and when it first and last spoke', () => {
    const rows = rowsOf({
      events: [
        event(at('10:14:59')),
        event(at('10:15')),
        event(at('10:20'), { count: 3, line: 'side' }),
        event(at('10:16'), { direction: 'out', count: 2 }),
        event(at('10:29'), { direction: 'passerBy', count: 9 }),
      ],
    });
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ countIn: 4, countOut: 2, passersBy: 9, messages: 4, inMs: 0, passersByMs: 0 });
    expect(rows[1]).toMatchObject({ firstAt: at('10:15'), lastAt: at('10:29') });
  });

  it('say nobody came the other way where the door told of one way only, and nothing of passers-by', () => {
    expect(rowsOf({ events: [event(at('10:00'))] })).toMatchObject([{ countIn: 1, countOut: 0, passersBy: null }]);
    const past = [event(at('10:00'), { direction: 'passerBy' })];
    expect(rowsOf({ events: past })).toMatchObject([{ countIn: null, countOut: null, passersBy: 1 }]);
  });

  it('end at the cut', () => {
    const events = [event(at('10:01')), event(at('10:02')), event(at('10:03'))];
    expect(rowsOf({ events, until: at('10:03') })).toMatchObject([{ countIn: 2, lastAt: at('10:02'), messages: 2 }]);
  });
});

describe('what is taken out by hand', () => {
  it('leaves the rest of an interval that reaches over its edge, by time', () => {
    const rows = rowsOf({
      intervals: [interval(at('10:00'), at('10:10'), { in: 10 }), interval(at('10:10'), at('10:15'), { in: 7 })],
      takeOuts: [takeOut(at('10:04'), at('10:12'))],
    });
    expect(rows).toMatchObject([{ countIn: 4 + 4, inMs: 7 * minute }]);
  });

  it('is time with a problem, once even where two overlap or a status had one too', () => {
    const rows = rowsOf({
      intervals: [interval(at('10:00'), at('10:15'), { in: 15 })],
      statuses: [
        { at: at('10:02'), state: 'online', problem: 'dark' },
        { at: at('10:06'), state: 'online', problem: null },
      ],
      takeOuts: [takeOut(at('10:04'), at('10:08')), takeOut(at('10:07'), at('10:09'))],
    });
    expect(rows).toMatchObject([{ countIn: 10, inMs: 8 * minute }]);
  });

  it('takes events with it, though they show that the device was alive', () => {
    const events = [event(at('10:01')), event(at('10:05')), event(at('10:09'))];
    const rows = rowsOf({ events, takeOuts: [takeOut(at('10:05'), at('10:15'))] });
    expect(rows).toMatchObject([{ countIn: 1, messages: 1, firstAt: at('10:01'), lastAt: at('10:09') }]);
    const all = rowsOf({ events, takeOuts: [takeOut(at('10:00'), at('10:15'))] });
    expect(all).toMatchObject([{ countIn: null, countOut: null, messages: 0, firstAt: at('10:01') }]);
  });

  it('takes receipts with it, and nothing was sold then, not even nothing', () => {
    const sales = [sale(at('10:01'), 100), sale(at('10:05'), 200)];
    const rows = saleQuarters({
      storeId: 'shop',
      deviceId: 'till',
      sales,
      takeOuts: [takeOut(at('10:05'), at('10:10'))],
    });
    expect(rows).toMatchObject([{ purchases: 1, grossMinor: 100, messages: 1, lastAt: at('10:05') }]);
  });

  it('and what is left add up to what was sent, however spans and intervals lie', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(1439), fc.integer({ min: 1, max: 200 })).map(([start, length]) => {
        return takeOut(at('00:00') + start * minute, at('00:00') + (start + length) * minute);
      }),
      { maxLength: 4 },
    );
    const lengths = fc.array(fc.record({ length: fc.integer({ min: 1, max: 100 }), people: fc.nat(500) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(spans, lengths, (takeOuts, parts) => {
        let end = at('08:00');
        const intervals = parts.map(({ length, people }) => {
          const startAt = end;
          end += length * minute;
          return interval(startAt, end, { in: people });
        });
        const people = (outs: typeof takeOuts) =>
          rowsOf({ intervals, takeOuts: outs }).reduce((sum, row) => sum + (row.countIn ?? 0), 0);
        const whole = parts.reduce((sum, one) => sum + one.people, 0);
        expect(people([])).toBe(whole);
        // With the spans between them taken out in their stead the other part is left.
        const others = complement(takeOuts);
        const edged = [...takeOuts, ...others];
        expect(people(edged)).toBe(0);
        expect(people(takeOuts) + people(others)).toBe(whole);
      }),
    );
  });
});

function complement(spans: readonly { startAt: number; endAt: number }[]): { startAt: number; endAt: number }[] {
  const gaps: { startAt: number; endAt: number }[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const span of spans.toSorted((a, b) => a.startAt - b.startAt)) {
    if (span.startAt > from) gaps.push(takeOut(from, span.startAt));
    from = Math.max(from, span.endAt);
  }
  return [...gaps, takeOut(from, Number.POSITIVE_INFINITY)];
}

describe('differences that enter no bucket', () => {
  it('still show that the device was at work between its readings', () => {
    const rows = rowsOf({ uncounted: [interval(at('10:00'), at('10:30'), { in: 99_999 })] });
    expect(rows).toMatchObject([
      { countIn: null, inMs: quarter, coarse: 0 },
      { countIn: null, inMs: quarter, coarse: 0 },
    ]);
  });
});

describe('a report that runs ahead of now', () => {
  it('counts whole, but what is to come was not observed', () => {
    const intervals = [interval(at('10:04'), at('10:09'), { in: 5 })];
    expect(rowsOf({ intervals, seenUntil: at('10:05') })).toMatchObject([{ countIn: 5, inMs: minute }]);
    const long = [interval(at('10:00'), at('10:00') + hour, { in: 4 })];
    expect(rowsOf({ intervals: long, seenUntil: at('10:20') }).map((row) => [row.countIn, row.inMs])).toEqual([
      [1, quarter],
      [1, 5 * minute],
      [1, 0],
      [1, 0],
    ]);
  });
});
