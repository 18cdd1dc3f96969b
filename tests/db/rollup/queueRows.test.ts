import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type QueueFacts,
  queueQuarters,
  type StandingSample,
  type StandingVisit,
} from '../../../db/rollup/queueRows.ts';
import type { StandingStatistic } from '../../../db/rollup/queueStatistics.ts';
import { addQueueTally, emptyQueueTally, type QueueTally } from '../../../db/rollup/queueTally.ts';
import { percentilesOf, sketchText } from '../../../db/rollup/waitSketch.ts';
import { at, hour, minute, quarter } from './shop.ts';

const ten = at('10:00');
const seconds = 1000;

function quarters(facts: Partial<QueueFacts>, targetSeconds = 180): Map<number, QueueTally> {
  const nothing = { visits: [], statistics: [], samples: [] };
  return queueQuarters({ ...nothing, ...facts, fromAt: ten, toAt: ten + hour, targetSeconds });
}

function first(facts: Partial<QueueFacts>, targetSeconds?: number): QueueTally {
  return quarters(facts, targetSeconds).get(ten) ?? emptyQueueTally();
}

function visit(more: Partial<StandingVisit>): StandingVisit {
  return { joinedAt: ten, calledAt: null, leftAt: null, outcome: null, ...more };
}

function sample(atMs: number, length: number, more: Partial<StandingSample> = {}): StandingSample {
  return { deviceId: 'eye', at: atMs, length, open: null, ...more };
}

function statistic(more: Partial<StandingStatistic>): StandingStatistic {
  const nothing = { abandoned: null, meanWaitSeconds: null, waitBins: null };
  return { startAt: ten, endAt: ten + quarter, served: 0, ...nothing, ...more };
}

describe('a visit to a queue', () => {
  it('that was called is served, waited until then and was served until it left', () => {
    expect(first({ visits: [visit({ calledAt: ten + 90 * seconds, leftAt: ten + 150 * seconds })] })).toMatchObject({
      ...{ served: 1, abandoned: 0, reports: 1, waits: 1, waitMs: 90_000, judged: 1, withinTarget: 1 },
      ...{ services: 1, serviceMs: 60_000 },
    });
  });

  it('that left without being called gave up, and one that did neither is still waiting', () => {
    const visits = [visit({ leftAt: ten + minute }), visit({})];
    expect(first({ visits })).toMatchObject({ served: 0, abandoned: 1, reports: 2, waits: 0 });
  });

  it('goes by the outcome where that is given, and its wait is unknown where nobody says when it was called', () => {
    const visits = [visit({ outcome: 'served' }), visit({ calledAt: ten + minute, outcome: 'abandoned' })];
    expect(first({ visits })).toMatchObject({ served: 1, abandoned: 1, waits: 0, judged: 0, waitSketch: null });
  });

  it('that waited exactly as long as the target waited no longer than it', () => {
    const visits = [visit({ calledAt: ten + 180 * seconds }), visit({ calledAt: ten + 180 * seconds + 1 })];
    expect(first({ visits })).toMatchObject({ judged: 2, withinTarget: 1 });
  });

  it('whose times contradict each other after merging has no wait and no service', () => {
    const visits = [visit({ calledAt: ten - minute, leftAt: ten - 2 * minute })];
    expect(first({ visits })).toMatchObject({
      served: 1,
      waits: 0,
      services: 0,
      waitSketch: null,
      serviceSketch: null,
    });
  });

  it('counts in the quarter in which it joined', () => {
    const visits = [visit({ joinedAt: ten + 14 * minute, calledAt: ten + 40 * minute })];
    expect([...quarters({ visits })].map(([bucket, tally]) => [bucket, tally.served])).toEqual([[ten, 1]]);
  });
});

describe('a sample of a queue’s length', () => {
  it('holds until the next one, for at most ten minutes, into the next quarter too', () => {
    const samples = [sample(ten, 4, { open: 2 }), sample(ten + 5 * minute, 2), sample(ten + 10 * minute, 6)];
    const found = quarters({ samples });
    expect(found.get(ten)).toMatchObject({
      ...{ lengthMs: (4 * 5 + 2 * 5 + 6 * 5) * minute, knownMs: quarter, maxLength: 6 },
      ...{ openMs: 2 * 5 * minute, openKnownMs: 5 * minute, reports: 0 },
    });
    expect(found.get(ten + quarter)).toMatchObject({ lengthMs: 6 * 5 * minute, knownMs: 5 * minute, maxLength: 6 });
    expect(found.has(ten + 2 * quarter)).toBe(false);
  });

  it('of before the stretch counts for what of it lies inside', () => {
    const samples = [sample(ten - 4 * minute, 3)];
    expect([...quarters({ samples })].map(([bucket, tally]) => [bucket, tally.knownMs])).toEqual([[ten, 6 * minute]]);
  });

  it('of one device does not end that of another', () => {
    const samples = [sample(ten, 4), sample(ten + minute, 2, { deviceId: 'other' })];
    expect(first({ samples })).toMatchObject({ lengthMs: (4 + 2) * 10 * minute, knownMs: 20 * minute, maxLength: 4 });
  });
});

describe('a sensor’s own statistics', () => {
  it('weigh by the people served', () => {
    const statistics = [
      statistic({ served: 30, abandoned: 3, meanWaitSeconds: 60 }),
      statistic({ served: 10, meanWaitSeconds: 300, startAt: ten + minute }),
    ];
    expect(first({ statistics })).toMatchObject({
      served: 40,
      abandoned: 3,
      abandonReports: 1,
      waits: 40,
      waitMs: 4_800_000,
      judged: 0,
    });
  });

  it('count as within the target where a bin ends at it, in part where it straddles it, and not beyond the last', () => {
    const waitBins = [
      [0, 120, 10],
      [120, 240, 8],
      [240, null, 5],
    ] as const;
    const statistics = [statistic({ served: 23, waitBins })];
    expect(first({ statistics }, 120)).toMatchObject({ judged: 23, withinTarget: 10, binned: 23 });
    expect(first({ statistics }, 180)).toMatchObject({ judged: 23, withinTarget: 14 });
    expect(first({ statistics }, 600)).toMatchObject({ judged: 23, withinTarget: 18 });
  });

  it('put the people of a bin at equal distances inside it', () => {
    const { waitSketch } = first({ statistics: [statistic({ served: 100, waitBins: [[0, 100, 100]] })] });
    const [median = 0] = percentilesOf(waitSketch ?? { zero: 0, classes: new Map() }, [50]);
    expect(Math.abs((median ?? 0) - 49_500)).toBeLessThan(0.02 * 49_500);
  });

  it('of a crowd in one bin are not put one by one', () => {
    const people = 900_000_000;
    const tally = first({ statistics: [statistic({ served: people, waitBins: [[0, 600, people]] })] });
    expect(tally).toMatchObject({ judged: people, binned: people });
    expect(percentilesOf(tally.waitSketch ?? { zero: 0, classes: new Map() }, [50])[0]).toBeCloseTo(300_000, -4);
  });
});

const offset = fc.nat(hour - 1);
const facts = fc.record({
  visits: fc.array(
    fc.record({ joined: offset, wait: fc.option(fc.nat(2000)), service: fc.option(fc.nat(900)) }).map((one) =>
      visit({
        joinedAt: ten + one.joined,
        calledAt: one.wait === null ? null : ten + one.joined + one.wait * seconds,
        leftAt: one.service === null ? null : ten + one.joined + ((one.wait ?? 0) + one.service) * seconds,
      }),
    ),
    { maxLength: 20 },
  ),
  statistics: fc.array(
    fc
      .record({ start: offset, served: fc.nat(50), split: fc.integer({ min: 1, max: 400 }) })
      .map((one) =>
        statistic({ startAt: ten + one.start, served: one.served, waitBins: [[0, one.split, one.served]] }),
      ),
    { maxLength: 8 },
  ),
});

describe('quarters of a queue', () => {
  it('add up to the same figures in whatever order the facts came and the quarters are added', () => {
    const text = (tallies: readonly QueueTally[]): string => {
      const sum = emptyQueueTally();
      for (const tally of tallies) addQueueTally(sum, tally);
      return JSON.stringify({
        ...sum,
        waitSketch: sketchText(sum.waitSketch),
        serviceSketch: sketchText(sum.serviceSketch),
      });
    };
    fc.assert(
      fc.property(facts, ({ visits, statistics }) => {
        const forwards = [...quarters({ visits, statistics }).values()];
        const back = { visits: [...visits].reverse(), statistics: [...statistics].reverse() };
        expect(text([...quarters(back).values()].reverse())).toBe(text(forwards));
      }),
    );
  });
});
