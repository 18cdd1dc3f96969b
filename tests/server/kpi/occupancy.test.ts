import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayFlow } from '../../../db/rollup/dayFlow.ts';
import type { PeriodTally } from '../../../db/rollup/tally.ts';
import { bucketMs } from '../../../db/time/opening.ts';
import { driftOf, occupancyOf } from '../../../server/kpi/occupancy.ts';
import { period } from './tallied.ts';

const opened = Date.parse('2026-03-02T10:00:00Z');

/** Quarters from 10:00 on, each with who came in and who went out. */
function flowOf(quarters: readonly (readonly [ins: number, outs: number])[], more: Partial<DayFlow> = {}): DayFlow {
  return {
    buckets: quarters.map(([ins, outs], i) => ({
      ...{ startAt: opened + i * bucketMs, ins, outs },
      ...{ isInWindow: true, isValid: true },
    })),
    coverage: 1,
    isMeasured: true,
    beginsOpen: false,
    ...more,
  };
}

const endOf = (flow: DayFlow): number => opened + flow.buckets.length * bucketMs;
const afterwards = (flow: DayFlow): number => endOf(flow) + 3_600_000;

/** A date that closed with these sums. */
function closing(balanceIn: number, balanceOut: number, observed = 1): PeriodTally {
  return period({ balanceIn, balanceOut, entriesExpectedMs: 1000, entriesObservedMs: 1000 * observed });
}

const even = [closing(200, 200), closing(150, 150), closing(180, 180), closing(210, 210)];

describe('people inside', () => {
  it('are those who came in less those who went out, at the end of each quarter', () => {
    const flow = flowOf([
      [10, 0],
      [5, 8],
      [0, 3],
    ]);
    const { quarters, reason } = occupancyOf(flow, even, endOf(flow));
    expect(quarters.map(({ inside }) => inside?.people)).toEqual([10, 7, 4]);
    expect(reason).toBeNull();
  });

  it('are never fewer than nobody', () => {
    const outs = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(outs, { minLength: 1, maxLength: 40 }), fc.boolean(), (quarters, beginsOpen) => {
        const flow = flowOf(quarters, { beginsOpen });
        for (const { inside } of occupancyOf(flow, even, endOf(flow)).quarters) {
          expect(inside?.people).toBeGreaterThanOrEqual(0);
          expect(inside?.low).toBeLessThanOrEqual(inside?.people ?? -1);
          expect(inside?.high).toBeGreaterThanOrEqual(inside?.people ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it('are corrected for who was never seen leaving: with the usual share missed, nobody is inside at closing', () => {
    const missed = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(missed, fc.boolean(), (percent, areOutsMissed) => {
        const [seen, all] = [1000 - 10 * percent, 1000];
        const [ins, outs] = areOutsMissed ? [all, seen] : [seen, all];
        const flow = flowOf([
          [ins, 0],
          [0, outs],
        ]);
        const closings = Array.from({ length: 5 }, () => closing(ins, outs));
        const { quarters, drift } = occupancyOf(flow, closings, endOf(flow));
        expect(quarters.map(({ inside }) => inside?.people)).toEqual([areOutsMissed ? ins : all, 0]);
        expect(Math.abs(drift.share)).toBeCloseTo(percent / 100, 9);
      }),
    );
  });

  it('are not corrected by a day that was half missed, by a single odd day, or by two days alone', () => {
    const odd = [...even, closing(300, 210)];
    expect(driftOf(odd).share).toBe(0);
    expect(driftOf([...even, closing(300, 210, 0.5)])).toEqual(driftOf(even));
    expect(driftOf([closing(200, 180), closing(200, 180)])).toEqual({ days: 2, share: 0, spread: null });
  });

  it('have bounds as broad as closings scatter, growing with the people counted', () => {
    const scattered = [closing(200, 208), closing(200, 192), closing(200, 206), closing(200, 194)];
    const flow = flowOf([
      [10, 0],
      [100, 60],
    ]);
    const [first, second] = occupancyOf(flow, scattered, endOf(flow)).quarters;
    const width = (one: typeof first): number => (one?.inside?.high ?? 0) - (one?.inside?.low ?? 0);
    expect(width(second)).toBeGreaterThan(width(first));
    expect(occupancyOf(flow, [], endOf(flow)).quarters[0]?.inside).toMatchObject({ people: 10, low: null, high: null });
  });

  it('of a store that never closes are counted from its emptiest moment', () => {
    const flow = flowOf(
      [
        [0, 4],
        [6, 1],
      ],
      { beginsOpen: true },
    );
    expect(occupancyOf(flow, even, endOf(flow)).quarters.map(({ inside }) => inside?.people)).toEqual([0, 5]);
  });

  it('are unknown where a door counts one way only, too much is missing, or in and out are far apart', () => {
    const reasonOf = (more: Partial<DayFlow>, closings = even): unknown => {
      const flow = flowOf([[10, 0]], more);
      return occupancyOf(flow, closings, endOf(flow)).reason;
    };
    expect(reasonOf({ isMeasured: false })).toBe('not_measured');
    expect(reasonOf({ coverage: 0.69 })).toBe('low_coverage');
    expect(reasonOf({ buckets: [] })).toBe('not_begun');
    expect(reasonOf({}, [closing(200, 100), closing(200, 110), closing(200, 120)])).toBe('imbalance');
  });

  it('of a quarter that a door did not report are unknown, those after it known', () => {
    const flow = flowOf([
      [10, 0],
      [5, 0],
      [0, 2],
    ]);
    const holed = { ...flow, buckets: flow.buckets.map((one, i) => ({ ...one, isValid: i !== 1 })) };
    expect(occupancyOf(holed, even, afterwards(flow)).quarters.map(({ inside }) => inside?.people)).toEqual([
      10,
      undefined,
      13,
    ]);
  });
});

describe('the average stay', () => {
  it('is the time between coming and going of those who came, by Little’s law', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 40, max: 160 }), (stayQuarters, perQuarter) => {
        const came = Array.from({ length: 30 + stayQuarters }, (_, i) => (i < 30 ? perQuarter : 0));
        const flow = flowOf(came.map((ins, i) => [ins, came[i - stayQuarters] ?? 0]));
        const { averageStaySeconds } = occupancyOf(flow, even, afterwards(flow));
        expect(averageStaySeconds).toBe(stayQuarters * 900);
      }),
      { numRuns: 40 },
    );
  });

  it('is not told while those who have come have not had the time to go', () => {
    const flow = flowOf([
      [30, 0],
      [30, 0],
      [30, 0],
    ]);
    expect(occupancyOf(flow, even, endOf(flow) - 60_000).averageStaySeconds).toBeNull();
  });

  it('is not told of a handful of people, nor where closings scatter more than people are inside', () => {
    const few = flowOf([
      [5, 0],
      [0, 5],
    ]);
    expect(occupancyOf(few, even, afterwards(few)).averageStaySeconds).toBeNull();
    const scattered = [closing(200, 240), closing(200, 160), closing(240, 200), closing(160, 200)];
    const brisk = flowOf(Array.from({ length: 20 }, () => [20, 20] as const));
    expect(occupancyOf(brisk, scattered, afterwards(brisk)).averageStaySeconds).toBeNull();
  });
});
