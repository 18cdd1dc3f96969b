import { describe, expect, it } from 'vitest';
import { countRange, type Share, shareRange, spreadRange } from '../../../../server/kpi/day/usualRange.ts';

/** Numbers between 0 and 1, the same on every run (Park and Miller's minimal standard generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function normalOf(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** A count of about `expected` people by chance alone, near enough to Poisson's above 20. */
function countOf(random: () => number, expected: number): number {
  return Math.max(0, Math.round(expected + Math.sqrt(expected) * normalOf(random)));
}

function boughtOf(random: () => number, people: number, share: number): number {
  return Array.from({ length: people }, random).filter((one) => one < share).length;
}

/** How often a day like those before lies in their range. */
function heldOf(tries: number, isHeld: () => boolean): number {
  return Array.from({ length: tries }, isHeld).filter(Boolean).length / tries;
}

describe('the usual range', () => {
  it.each([
    { days: 8, variation: 0 },
    { days: 8, variation: 0.15 },
    { days: 4, variation: 0.15 },
  ])('holds a usual day’s visitors 19 times of 20: $days days that vary by $variation', ({ days, variation }) => {
    const random = randomFrom(7);
    const visitors = (): number => countOf(random, 300 * Math.exp(variation * normalOf(random)));
    const held = heldOf(2000, () => {
      const range = countRange(Array.from({ length: days }, visitors));
      const today = visitors();
      return range !== null && today >= range.low && today <= range.high;
    });
    expect(held).toBeGreaterThan(0.935);
    expect(held).toBeLessThan(0.99);
  });

  it.each([
    { days: 8, spread: 0, people: 400 },
    { days: 8, spread: 0.03, people: 400 },
    { days: 5, spread: 0.03, people: 60 },
  ])('holds a usual day’s conversion: $days days, $people people, shares that vary by $spread', (given) => {
    const random = randomFrom(11);
    const share = (): number => Math.min(0.9, Math.max(0.05, 0.25 + given.spread * normalOf(random)));
    const day = (people: number): Share => ({ numerator: boughtOf(random, people, share()), denominator: people });
    const held = heldOf(600, () => {
      const range = shareRange(
        given.people,
        Array.from({ length: given.days }, () => day(400)),
      );
      const today = day(given.people);
      const rate = today.numerator / today.denominator;
      return range !== null && rate >= range.low && rate <= range.high;
    });
    expect(held).toBeGreaterThan(0.93);
  });

  it('of a count, reckoned by hand, is chance, what days differ by and what the median itself may be off by', () => {
    // Mean 315, variance 5700: 5385 of it beyond chance; half = 3.182 · √(5385 + 300 + π/2 · 5700 / 4).
    const range = countRange([240, 300, 300, 420]);
    expect(range?.usual).toBe(300);
    expect(range?.low).toBeCloseTo(16.77, 1);
    expect(range?.high).toBeCloseTo(583.23, 1);
  });

  it('of a share, reckoned by hand, goes by how many people each day and today have; a day without any says nothing', () => {
    const days = [
      { numerator: 45, denominator: 100 },
      { numerator: 110, denominator: 200 },
      { numerator: 0, denominator: 0 },
      { numerator: 160, denominator: 400 },
      { numerator: 240, denominator: 400 },
    ];
    // Variance 0.0083333, chance 0.00125 on these days and 0.0025 today: half = 3.182 · √(0.0070833 + 0.0025 + π/2 · 0.0083333 / 4).
    const range = shareRange(100, days);
    expect(range?.usual).toBe(0.5);
    expect(range?.low).toBeCloseTo(0.1392, 4);
    expect(range?.high).toBeCloseTo(0.8608, 4);
  });

  it('of money, reckoned by hand, is what days differ by and what the median may be off by', () => {
    // Variance 266.67: half = 3.182 · √(266.67 + π/2 · 266.67 / 4).
    const range = spreadRange([80, 100, 120, 100]);
    expect(range?.low).toBeCloseTo(38.68, 1);
    expect(range?.high).toBeCloseTo(161.32, 1);
    expect(spreadRange([0.7, 0.8, 0.9])?.usual).toBe(0.8);
    expect(spreadRange([1, 2, 3])?.usual).toBe(2);
    expect(spreadRange([0, 0, 0, 9])).toBeNull();
  });

  it('is about the median, which one odd day does not move', () => {
    expect(countRange([100, 104, 96, 500])?.usual).toBe(102);
    expect(
      shareRange(
        400,
        [80, 82, 78, 300].map((numerator) => ({ numerator, denominator: 400 })),
      )?.usual,
    ).toBeCloseTo(0.2025);
  });

  it('is wide in the morning and narrows as people come', () => {
    const days = [0.24, 0.25, 0.26, 0.25].map((share) => ({ numerator: share * 400, denominator: 400 }));
    const width = (people: number): number => {
      const range = shareRange(people, days);
      return range === null ? 0 : range.high - range.low;
    };
    expect(width(40)).toBeGreaterThan(2 * width(400));
  });

  it('says nothing of a handful of people', () => {
    expect(countRange([4, 3, 5, 4])).toBeNull();
    expect(countRange([5, 5, 5, 5])?.usual).toBe(5);
    const quarter = Array.from({ length: 4 }, () => ({ numerator: 25, denominator: 100 }));
    const threeQuarters = quarter.map(({ denominator }) => ({ numerator: 75, denominator }));
    expect([quarter, threeQuarters].map((days) => shareRange(19, days))).toEqual([null, null]);
    expect([quarter, threeQuarters].map((days) => shareRange(20, days)?.usual)).toEqual([0.25, 0.75]);
    expect(
      shareRange(12, [
        { numerator: 25, denominator: 100 },
        { numerator: 24, denominator: 100 },
      ]),
    ).toBeNull();
  });

  it('of money is as wide as the days differ, and silent where they do not', () => {
    const range = spreadRange([100, 120, 80, 110, 90]);
    expect(range?.usual).toBe(100);
    expect(range?.high).toBeGreaterThan(140);
    expect(spreadRange([100, 100, 100, 100])).toBeNull();
  });

  it('never promises less than nobody', () => {
    expect(countRange([2, 40, 5, 90])?.low).toBe(0);
  });
});
