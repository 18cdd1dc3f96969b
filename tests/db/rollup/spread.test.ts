import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, spread } from '../../../db/rollup/spread.ts';
import { at, minute } from './shop.ts';

describe('spreading a count over time', () => {
  it('gives the odd person to the earliest part where all remainders tie', () => {
    expect(spread(3, [60, 60])).toEqual([2, 1]);
    expect(spread(2, [15, 15, 15])).toEqual([1, 1, 0]);
  });

  it('gives the odd person to the largest remainder first', () => {
    // 10 over 5:10:15 is 1 2/3, 3 1/3, 5: the first part has the largest remainder.
    expect(spread(10, [5, 10, 15])).toEqual([2, 3, 5]);
    // 1 over 1:2 is 1/3 and 2/3.
    expect(spread(1, [1, 2])).toEqual([0, 1]);
  });

  it('stays exact for counts whose product with the time passes 2^53', () => {
    const parts = spread(9_007_199_254_740_991, [900_000, 900_000]);
    expect(parts.reduce((a, b) => a + b)).toBe(9_007_199_254_740_991);
    expect(parts).toEqual([4_503_599_627_370_496, 4_503_599_627_370_495]);
  });

  it('is what the largest remainder method says, reckoned with fractions', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(100_000), weights, (count, parts) => {
        expect(spread(count, parts)).toEqual(slowSpread(count, parts));
      }),
    );
  });

  it('cuts at the edges of quarters and at the cut', () => {
    expect(cellsOf([{ startAt: at('10:10'), endAt: at('10:35') }], [at('09:00'), at('10:20')])).toEqual([
      { bucket: at('10:00'), startAt: at('10:10'), ms: 5 * minute },
      { bucket: at('10:15'), startAt: at('10:15'), ms: 5 * minute },
      { bucket: at('10:15'), startAt: at('10:20'), ms: 10 * minute },
      { bucket: at('10:30'), startAt: at('10:30'), ms: 5 * minute },
    ]);
  });
});

/** Hands people out one at a time, by exact fractions. */
function slowSpread(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const parts = weights.map((weight) => (BigInt(count) * BigInt(weight)) / total);
  const owed = weights.map((weight, i) => BigInt(count) * BigInt(weight) - (parts[i] as bigint) * total);
  while (parts.reduce((sum, part) => sum + part, 0n) < BigInt(count)) {
    let most = 0;
    owed.forEach((rest, i) => {
      if (rest > (owed[most] as bigint)) most = i;
    });
    parts[most] = (parts[most] as bigint) + 1n;
    owed[most] = -1n;
  }
  return parts.map(Number);
}
