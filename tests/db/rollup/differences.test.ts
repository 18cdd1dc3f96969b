import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Difference,
  differencesOf,
  type HeldDecision,
  nextDifferences,
  noCarry,
  type StandingReading,
} from '../../../db/rollup/differences.ts';
import { at, hour, minute } from './shop.ts';

type Totals = Partial<Pick<StandingReading, 'totalIn' | 'totalOut' | 'totalPassersBy' | 'line'>>;

const plain = { counterBits: null, maxPerMinute: 300 };

function reading(shownAt: number, more: Totals = {}): StandingReading {
  return { line: 'main', at: shownAt, totalIn: null, totalOut: null, totalPassersBy: null, ...more };
}

/** `[from, to, in, fate]` by clock. */
const told = (differences: readonly Difference[]) =>
  differences.map(({ startAt, endAt, in: entered, fate }) => [clock(startAt), clock(endAt), entered, fate]);
const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16);

describe('differences of a cumulative counter', () => {
  it('begin with a base line, which counts nobody', () => {
    expect(differencesOf(plain, [reading(at('10:00'), { totalIn: 812 })], [])).toEqual([]);
  });

  it('are taken in order of time, whatever order the readings came in', () => {
    const shown = [
      reading(at('10:30'), { totalIn: 19 }),
      reading(at('10:00'), { totalIn: 10 }),
      reading(at('10:15'), { totalIn: 12 }),
    ];
    expect(told(differencesOf(plain, shown, []))).toEqual([
      ['10:00', '10:15', 2, 'placed'],
      ['10:15', '10:30', 7, 'placed'],
    ]);
  });

  it('count a device that restarts from zero, not backwards, and its other totals too', () => {
    const shown = [
      reading(at('10:00'), { totalIn: 100, totalOut: 5 }),
      reading(at('10:15'), { totalIn: 3, totalOut: 7 }),
    ];
    expect(differencesOf(plain, shown, [])).toMatchObject([{ in: 3, out: 7, fate: 'placed' }]);
  });

  it.each([16, 32] as const)('go past the end of a counter of %i bits', (counterBits) => {
    const end = 2 ** counterBits;
    const shown = [
      reading(at('10:00'), { totalIn: end - 4, totalOut: 50 }),
      reading(at('10:15'), { totalIn: 6, totalOut: 58 }),
    ];
    expect(differencesOf({ ...plain, counterBits }, shown, [])).toMatchObject([{ in: 10, out: 8 }]);
    expect(differencesOf(plain, shown, [])).toMatchObject([{ in: 6, out: 58 }]);
  });

  it('are a restart where the way back is the shorter one, or where one of the totals cannot have wrapped', () => {
    const bits = { ...plain, counterBits: 16 } as const;
    const early = [reading(at('10:00'), { totalIn: 900 }), reading(at('10:15'), { totalIn: 20 })];
    expect(differencesOf(bits, early, [])).toMatchObject([{ in: 20 }]);
    const one = [
      reading(at('10:00'), { totalIn: 65_530, totalOut: 900 }),
      reading(at('10:15'), { totalIn: 1, totalOut: 20 }),
    ];
    expect(differencesOf(bits, one, [])).toMatchObject([{ in: 1, out: 20 }]);
    const beyond = [reading(at('10:00'), { totalIn: 70_000 }), reading(at('10:15'), { totalIn: 3 })];
    expect(differencesOf(bits, beyond, [])).toMatchObject([{ in: 3 }]);
  });

  it('pass over readings that do not carry a total, and keep what is measured from different instants apart', () => {
    const shown = [
      reading(at('10:00'), { totalIn: 10, totalOut: 10 }),
      reading(at('10:15'), { totalIn: 14 }),
      reading(at('10:30'), { totalIn: 15, totalOut: 13 }),
    ];
    expect(differencesOf(plain, shown, [])).toMatchObject([
      { startAt: at('10:00'), endAt: at('10:15'), in: 4, out: null },
      { startAt: at('10:00'), endAt: at('10:30'), in: null, out: 3 },
      { startAt: at('10:15'), endAt: at('10:30'), in: 1, out: null },
    ]);
  });

  it('over more than a day are not placed; over a day exactly they are', () => {
    const start = at('10:00', '2026-03-01');
    const over = (endAt: number) => [reading(start, { totalIn: 1 }), reading(endAt, { totalIn: 9 })];
    expect(differencesOf(plain, over(start + 24 * hour), [])[0]?.fate).toBe('placed');
    expect(differencesOf(plain, over(start + 24 * hour + 1), [])[0]).toMatchObject({ in: 8, fate: 'unplaced' });
  });

  it('of a counter that shows each person at once are not held for being quick', () => {
    const quick = (people: number) => [
      reading(at('10:00'), { totalIn: 0 }),
      reading(at('10:00') + 100, { totalIn: people }),
    ];
    expect(differencesOf(plain, quick(5), [])[0]?.fate).toBe('placed');
    expect(differencesOf(plain, quick(6), [])[0]?.fate).toBe('held');
  });

  it('above what can pass in the time between are held, by any of the totals', () => {
    const jump = (totalIn: number, totalOut: number) => [
      reading(at('10:00'), { totalIn: 0, totalOut: 0 }),
      reading(at('10:02'), { totalIn, totalOut }),
    ];
    expect(differencesOf(plain, jump(600, 0), [])[0]?.fate).toBe('placed');
    expect(differencesOf(plain, jump(601, 0), [])[0]?.fate).toBe('held');
    expect(differencesOf(plain, jump(0, 601), [])[0]?.fate).toBe('held');
  });

  it('stay accepted or dropped only as long as they are exactly what someone decided on', () => {
    const shown = [reading(at('10:00'), { totalIn: 0 }), reading(at('10:01'), { totalIn: 5_000 })];
    const decided = { line: 'main', startAt: at('10:00'), endAt: at('10:01'), countIn: 5_000 };
    const decision: HeldDecision = { ...decided, countOut: null, passersBy: null, decision: 'accepted' };
    const fate = (decisions: HeldDecision[]) => differencesOf(plain, shown, decisions)[0]?.fate;
    expect(fate([decision])).toBe('placed');
    expect(fate([{ ...decision, decision: 'dropped' }])).toBe('dropped');
    expect(fate([{ ...decision, countIn: 4_999 }])).toBe('held');
    expect(fate([{ ...decision, line: 'side' }])).toBe('held');
    expect(fate([{ ...decision, startAt: at('09:59') }])).toBe('held');
  });
});

const lines = fc.constantFrom('main', 'side');
const total = fc.option(fc.nat(70_000));
const readingLists = fc
  .uniqueArray(
    fc.record({ line: lines, minutes: fc.nat(4_000), totalIn: total, totalOut: total, totalPassersBy: total }),
    { maxLength: 25, selector: ({ line, minutes }) => `${line} ${minutes}` },
  )
  .map((list) => list.map(({ minutes, ...rest }) => reading(at('00:00') + minutes * minute, rest)));
const counters = fc.record({
  counterBits: fc.constantFrom(null, 16 as const, 32 as const),
  maxPerMinute: fc.constantFrom(1, 300, 1e9),
});

describe('laws of differences', () => {
  it('telescope where nothing restarts: together they are the last reading less the first', () => {
    fc.assert(
      fc.property(readingLists, (list) => {
        const growing = list.map((one) => ({
          ...one,
          totalIn: one.at - at('00:00'),
          totalOut: null,
          totalPassersBy: null,
        }));
        for (const line of ['main', 'side']) {
          const mine = growing.filter((one) => one.line === line);
          const shown = mine.map((one) => one.totalIn);
          const sum = differencesOf(plain, growing, [])
            .filter((one) => one.line === line)
            .reduce((people, one) => people + (one.in ?? 0), 0);
          expect(sum).toBe(mine.length === 0 ? 0 : Math.max(...shown) - Math.min(...shown));
        }
      }),
    );
  });

  it('one by one are the same as all at once, in any order', () => {
    fc.assert(
      fc.property(counters, readingLists, fc.infiniteStream(fc.nat()), (counter, list, order) => {
        const whole = differencesOf(counter, list, []);
        const shuffled = list.map((one) => ({ one, place: order.next().value })).sort((a, b) => a.place - b.place);
        const again = differencesOf(
          counter,
          shuffled.map(({ one }) => one),
          [],
        );
        expect(again.toSorted(byKey)).toEqual(whole.toSorted(byKey));
        const carries = new Map([
          ['main', noCarry],
          ['side', noCarry],
        ]);
        const oneByOne = list
          .toSorted((a, b) => a.at - b.at)
          .flatMap((one) => {
            const next = nextDifferences(counter, {
              carry: carries.get(one.line) ?? noCarry,
              reading: one,
              decisions: [],
            });
            carries.set(one.line, next.carry);
            return next.differences;
          });
        expect(oneByOne.toSorted(byKey)).toEqual(whole.toSorted(byKey));
      }),
    );
  });

  it('never count backwards, and their spans of each total lie end to end', () => {
    fc.assert(
      fc.property(counters, readingLists, (counter, list) => {
        const found = differencesOf(counter, list, []);
        for (const one of found) {
          expect(one.endAt).toBeGreaterThan(one.startAt);
          for (const count of [one.in, one.out, one.passersBy]) expect(count ?? 0).toBeGreaterThanOrEqual(0);
        }
        for (const line of ['main', 'side']) {
          const ends = found
            .filter((one) => one.line === line && one.out !== null)
            .sort((a, b) => a.startAt - b.startAt);
          ends.slice(1).forEach((one, i) => {
            expect(one.startAt).toBe(ends[i]?.endAt);
          });
          const carrying = list.filter((one) => one.line === line && one.totalOut !== null);
          expect(ends).toHaveLength(Math.max(0, carrying.length - 1));
        }
      }),
    );
  });

  it('a reading that comes late splits a difference into parts that add up to it', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(60_000), fc.integer({ min: 1, max: 999 }), (before, step, place) => {
        const whole = [reading(at('10:00'), { totalIn: before }), reading(at('20:00'), { totalIn: before + step })];
        const late = reading(at('10:00') + place * 36_000, { totalIn: before + Math.floor((step * place) / 1000) });
        const parts = differencesOf(plain, [...whole, late], []);
        expect(parts).toHaveLength(2);
        expect(parts.reduce((sum, one) => sum + (one.in ?? 0), 0)).toBe(step);
        expect(differencesOf(plain, whole, [])[0]?.in).toBe(step);
      }),
    );
  });

  it('of a counter that wraps are those of one that never ends', () => {
    const steps = fc.array(fc.nat(32_767), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(65_535), steps, (start, people) => {
        let sum = start;
        const shown = [start, ...people.map((step) => (sum += step))].map((value, i) =>
          reading(at('00:00') + i * minute, { totalIn: value % 65_536 }),
        );
        const counter = { counterBits: 16 as const, maxPerMinute: 1e9 };
        expect(differencesOf(counter, shown, []).map((one) => one.in)).toEqual(people);
      }),
    );
  });
});

function byKey(a: Difference, b: Difference): number {
  return `${a.line} ${a.endAt} ${a.startAt}` < `${b.line} ${b.endAt} ${b.startAt}` ? -1 : 1;
}
