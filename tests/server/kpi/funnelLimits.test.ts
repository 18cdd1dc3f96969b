import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLimits, funnelTails, standingOf } from '../../../server/kpi/funnelLimits.ts';
import { rankRanges } from '../../../server/kpi/rankRange.ts';

/** P(count ≤ most) by the sum of all terms, in logarithms. */
function chanceOfAtMost(most: number, trials: number, rate: number): number {
  let sum = 0;
  let choices = 0;
  for (let count = 0; count <= most; count += 1) {
    if (count > 0) choices += Math.log(trials - count + 1) - Math.log(count);
    sum += Math.exp(choices + count * Math.log(rate) + (trials - count) * Math.log1p(-rate));
  }
  return sum;
}

describe('the limits within which equal branches fall', () => {
  it('part what is likely from what is not, to the very count', () => {
    const shop = fc.record({
      trials: fc.integer({ min: 1, max: 900 }),
      rate: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      seen: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(shop, fc.constantFrom('usual', 'rare'), ({ trials, rate, seen }, tail) => {
        const count = Math.round(seen * trials);
        const [low, high] = funnelLimits(rate, trials, tail) ?? [Number.NaN, Number.NaN];
        const fewer = chanceOfAtMost(count, trials, rate);
        const more = 1 - (count === 0 ? 0 : chanceOfAtMost(count - 1, trials, rate));
        const hair = 1e-9;
        if (Math.abs(fewer - funnelTails[tail]) > hair) expect(count / trials < low).toBe(fewer < funnelTails[tail]);
        if (Math.abs(more - funnelTails[tail]) > hair) expect(count / trials > high).toBe(more < funnelTails[tail]);
      }),
      { numRuns: 300 },
    );
  });

  it('go on without a step where the sum over all counts gives way to the normal distribution', () => {
    for (const rate of [0.03, 0.25, 0.5, 0.8]) {
      const edge = 200 / (rate * (1 - rate));
      const [before, after] = [Math.floor(edge), Math.floor(edge) + 1];
      for (const tail of ['usual', 'rare'] as const) {
        const [low, high] = funnelLimits(rate, before, tail) ?? [0, 0];
        const [nextLow, nextHigh] = funnelLimits(rate, after, tail) ?? [9, 9];
        expect(Math.abs(low * before - nextLow * after + rate)).toBeLessThan(0.06);
        expect(Math.abs(high * before - nextHigh * after + rate)).toBeLessThan(0.06);
      }
    }
  });

  it('narrow as more people come in, the 99.8 % limits outside the 95 % ones', () => {
    const widths = [50, 500, 5000, 500_000].map((trials) => {
      const [low, high] = funnelLimits(0.3, trials, 'usual') ?? [1, 0];
      const [lower, higher] = funnelLimits(0.3, trials, 'rare') ?? [1, 0];
      expect(lower).toBeLessThan(low);
      expect(higher).toBeGreaterThan(high);
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  it('stay within nobody and everybody, also for a handful of visitors', () => {
    expect(funnelLimits(0.2, 3, 'usual')?.[0]).toBe(0);
    expect(funnelLimits(0.9, 4, 'rare')?.[1]).toBe(1);
    expect(funnelLimits(0, 40, 'usual')).toEqual([0, 0]);
    expect(funnelLimits(1, 40, 'usual')).toEqual([1, 1]);
  });

  it('are not there without visitors, or with a rate of more than all', () => {
    expect(funnelLimits(0.3, 0, 'usual')).toBeNull();
    expect(funnelLimits(1.2, 100, 'usual')).toBeNull();
    expect(standingOf(0.3, 0, 0.3)).toBeNull();
  });

  it('say of a branch whether chance explains it', () => {
    expect(standingOf(0.31, 1000, 0.3)).toBe('within');
    expect(standingOf(0.335, 1000, 0.3)).toBe('above');
    expect(standingOf(0.36, 1000, 0.3)).toBe('farAbove');
    expect(standingOf(0.27, 1000, 0.3)).toBe('below');
    expect(standingOf(0.2, 1000, 0.3)).toBe('farBelow');
  });
});

describe('the places that branches may have', () => {
  it('are one each where no interval touches another', () => {
    const ranges = rankRanges([
      [0.1, 0.2],
      [0.5, 0.6],
      [0.3, 0.4],
    ]);
    expect(ranges).toEqual([
      [3, 3],
      [1, 1],
      [2, 2],
    ]);
  });

  it('are shared where intervals overlap, and unknown where nothing is known', () => {
    const ranges = rankRanges([[0.1, 0.3], null, [0.25, 0.5], [0.6, 0.7]]);
    expect(ranges).toEqual([[2, 3], null, [2, 3], [1, 1]]);
  });

  it('are shared where one interval ends exactly where the next begins', () => {
    const touching = [
      [0.1, 0.2],
      [0.2, 0.3],
    ] as const;
    expect(rankRanges(touching)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('are all places where no difference is more than chance', () => {
    const intervals = Array.from({ length: 5 }, (_, i) => [0.2 + i / 100, 0.3 + i / 100] as const);
    expect(rankRanges(intervals)).toEqual(intervals.map(() => [1, 5]));
  });
});
