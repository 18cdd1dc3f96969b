import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanCount } from '../../../db/rollup/spanCount.ts';
import { at, interval, minute } from './shop.ts';

const span = { startAt: at('10:00'), endAt: at('10:15') };
const none = { lines: ['main'], intervals: [], events: [] };

describe('what a device counted between two instants', () => {
  it('is the sum of the intervals that lie in it', () => {
    const intervals = [0, 5, 10].map((from) =>
      interval(at('10:00') + from * minute, at('10:05') + from * minute, { in: 4, out: from === 10 ? 1 : 0 }),
    );
    expect(spanCount({ ...none, intervals, span })).toEqual({
      in: { count: 12, observedMs: 15 * minute },
      out: { count: 1, observedMs: 15 * minute },
      isAligned: true,
    });
  });

  it('takes of an interval that reaches beyond it its share by time, and says so', () => {
    const intervals = [interval(at('09:50'), at('10:20'), { in: 60 })];
    const seen = spanCount({ ...none, intervals, span });
    expect(seen.in).toEqual({ count: 30, observedMs: 15 * minute });
    expect(seen.isAligned).toBe(false);
  });

  it('is unknown where nothing of the direction was sent', () => {
    const seen = spanCount({ ...none, intervals: [interval(at('10:00'), at('10:15'), { in: 3 })], span });
    expect(seen.out).toEqual({ count: null, observedMs: 0 });
  });

  it('was observed only while every line reported', () => {
    const intervals = [
      interval(at('10:00'), at('10:15'), { in: 3, line: 'left' }),
      interval(at('10:05'), at('10:15'), { in: 5, line: 'right' }),
    ];
    const seen = spanCount({ ...none, lines: ['left', 'right'], intervals, span });
    expect(seen.in).toEqual({ count: 8, observedMs: 10 * minute });
  });

  it('holds the events from its beginning up to its end, which is no part of it', () => {
    const events = ['09:59', '10:00', '10:07', '10:15'].map((clock, i) => ({
      ...{ line: 'main', at: at(clock), direction: 'in' as const, count: 10 ** i },
    }));
    expect(spanCount({ ...none, events, span }).in.count).toBe(110);
  });

  it('adds up over parts of the time, wherever it is cut', () => {
    const pieces = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.nat(500)), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 899 }), (list, cutSeconds) => {
        const intervals = list.map(([from, length, people]) =>
          interval(at('09:50') + from * minute, at('09:50') + (from + length) * minute, { in: people }),
        );
        const cutAt = span.startAt + cutSeconds * 1000;
        const countOf = (startAt: number, endAt: number): number =>
          spanCount({ ...none, intervals, span: { startAt, endAt } }).in.count ?? 0;
        const whole = countOf(span.startAt, span.endAt);
        expect(countOf(span.startAt, cutAt) + countOf(cutAt, span.endAt)).toBeCloseTo(whole, 6);
      }),
    );
  });
});
