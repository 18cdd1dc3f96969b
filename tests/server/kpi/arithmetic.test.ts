import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, relativeChange } from '../../../server/kpi/change.ts';
import { divideHalfAway } from '../../../server/kpi/rounding.ts';
import { wilsonInterval } from '../../../server/kpi/wilson.ts';
import { day } from './tallied.ts';

describe('rounding money', () => {
  it.each([
    [5, 2, 3],
    [-5, 2, -3],
    [5, -2, -3],
    [7, 3, 2],
    [-7, 3, -2],
    [1, 3, 0],
    [-1, 3, 0],
    [1_000_000_000_000_001, 2, 500_000_000_000_001],
    [9_007_199_254_740_991, 10, 900_719_925_474_099],
    [1, 0, null],
  ])('%i / %i is %s', (numerator, denominator, expected) => {
    expect(divideHalfAway(numerator, denominator)).toBe(expected);
  });

  it('is never more than half a unit off, and symmetric about zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 1e6 }), (numerator, denominator) => {
        const rounded = divideHalfAway(numerator, denominator) ?? Number.NaN;
        expect(2 * Math.abs(rounded * denominator - numerator)).toBeLessThanOrEqual(denominator);
        expect(Math.abs(divideHalfAway(-numerator, denominator) ?? Number.NaN)).toBe(Math.abs(rounded));
      }),
    );
  });
});

describe('the Wilson interval', () => {
  it.each([
    [20, 100, 0.1333669, 0.2888292],
    [1, 1, 0.2065493, 1],
    [0, 10, 0, 0.2775328],
    [2.5, 10, 0.0809478, 0.5578186],
  ])('of %d in %d is %d to %d', (...[numerator, denominator, low, high]) => {
    const interval = wilsonInterval(numerator, denominator) ?? [Number.NaN, Number.NaN];
    expect(interval[0]).toBeCloseTo(low, 6);
    expect(interval[1]).toBeCloseTo(high, 6);
  });

  it('is not given where more bought than came in, for negative numbers, and for nothing', () => {
    const wrong = [wilsonInterval(11, 10), wilsonInterval(-1, 10), wilsonInterval(1, -10), wilsonInterval(0, 0)];
    expect(wrong).toEqual([null, null, null, null]);
  });

  it('holds the share, within 0 and 1, and narrows as more are counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (doubled, share) => {
        const denominator = doubled / 2;
        const numerator = Math.floor(share * denominator);
        const [low, high] = wilsonInterval(numerator, denominator) ?? [Number.NaN, Number.NaN];
        const [lower, higher] = wilsonInterval(numerator * 4, denominator * 4) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(numerator / denominator);
        expect(high).toBeGreaterThanOrEqual(numerator / denominator);
        expect(higher - lower).toBeLessThan(high - low);
      }),
    );
  });
});

describe('change', () => {
  it('is relative to the size of what was, and null against nothing', () => {
    expect([relativeChange(150, 100), relativeChange(50, -100), relativeChange(-150, -100)]).toEqual([0.5, 1.5, -0.5]);
    expect([relativeChange(1, 0), relativeChange(1, null), relativeChange(null, 1), relativeChange(0, 4)]).toEqual([
      null,
      null,
      null,
      -1,
    ]);
  });

  it('is given for every KPI that is a number', () => {
    const change = changeOf(day({ entries: 110, captureRate: null }), day());
    expect(change).toEqual({
      passersBy: 0,
      entries: 0.1,
      exits: 0,
      purchases: 0,
      grossSalesMinor: 0,
      returnsMinor: 0,
      netSalesMinor: 0,
      netSalesExTaxMinor: 0,
      items: 0,
      unitsPerTransaction: 0,
      captureRate: null,
      conversionRate: 0,
      averageCheckMinor: 0,
      salesPerVisitorMinor: 0,
    });
  });
});
