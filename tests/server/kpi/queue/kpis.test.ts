import { describe, expect, it } from 'vitest';
import { emptyQueuePeriod, emptyQueueTally, type QueueTally } from '../../../../db/rollup/queueTally.ts';
import { addWait, emptySketch, type WaitSketch } from '../../../../db/rollup/waitSketch.ts';
import { measuredTally, queueBriefOf, queueKpisOf } from '../../../../server/kpi/queue/kpis.ts';
import { littlesWait, needsEstimate } from '../../../../server/kpi/queue/littlesLaw.ts';

function tally(more: Partial<QueueTally>): QueueTally {
  return { ...emptyQueueTally(), ...more };
}

function sketch(...waits: number[]): WaitSketch {
  const of = emptySketch();
  for (const wait of waits) addWait(of, wait);
  return of;
}

const nothing = { mean: null, p50: null, p90: null, p95: null };

describe('the figures of a queue', () => {
  it('are empty where nothing was measured, never zero', () => {
    expect(queueKpisOf(emptyQueueTally(), { isPartial: false })).toEqual({
      ...{ served: null, abandoned: null, abandonmentRate: null, waitSeconds: nothing, serviceSeconds: nothing },
      ...{ serviceLevel: null, averageLength: null, maxLength: null, averageOpen: null, estimatedWaitSeconds: null },
      flags: [],
    });
  });

  it('tell nobody served, which was measured, from nothing measured', () => {
    const { served, abandoned, abandonmentRate } = queueKpisOf(tally({ reports: 3, abandonReports: 3, abandoned: 3 }), {
      isPartial: false,
    });
    expect([served, abandoned, abandonmentRate]).toEqual([0, 3, 1]);
  });

  it('do not say that nobody gave up where a sensor does not see who does', () => {
    const blind = queueKpisOf(tally({ reports: 2, served: 40 }), { isPartial: false });
    expect(blind).toMatchObject({ served: 40, abandoned: null, abandonmentRate: null });
    const both = queueKpisOf(tally({ reports: 3, abandonReports: 1, served: 44, abandoned: 1 }), { isPartial: false });
    expect(both).toMatchObject({ served: 44, abandoned: 1, abandonmentRate: 1 / 45 });
  });

  it('have as service level the share of those whose wait is known', () => {
    const kpis = queueKpisOf(tally({ reports: 9, served: 9, judged: 4, withinTarget: 3 }), { isPartial: false });
    expect(kpis).toMatchObject({ served: 9, serviceLevel: 0.75 });
  });

  it('weigh lengths by the time over which they are known', () => {
    const kpis = queueKpisOf(tally({ lengthMs: 90_000, knownMs: 60_000, openMs: 30_000, openKnownMs: 15_000 }), {
      isPartial: true,
    });
    expect(kpis).toMatchObject({ averageLength: 1.5, averageOpen: 2, served: null, flags: ['partial'] });
  });

  it('are coarse where only the bin of a wait is known, or a statistic is of longer than the step', () => {
    const flagsOf = (more: Partial<QueueTally>, isCoarse: boolean) =>
      queueKpisOf(tally(more), { isPartial: false, isCoarse }).flags;
    expect([flagsOf({ binned: 1 }, false), flagsOf({}, true), flagsOf({}, false)]).toEqual([
      ['coarse'],
      ['coarse'],
      [],
    ]);
  });

  it('carry what lies outside the window only where all hours are asked for', () => {
    const period = emptyQueuePeriod();
    Object.assign(period.window, { reports: 2, served: 2, waits: 2, waitMs: 4000, waitSketch: sketch(1000, 3000) });
    Object.assign(period.outside, { reports: 1, served: 1, waits: 1, waitMs: 9000, waitSketch: sketch(9000) });
    expect(queueBriefOf(measuredTally(period, 'open'))).toMatchObject({ served: 2, meanWaitSeconds: 2 });
    const all = queueBriefOf(measuredTally(period, 'all'));
    expect(all).toMatchObject({ served: 3, meanWaitSeconds: 13 / 3 });
    expect(Math.abs((all.p90WaitSeconds ?? 0) - 9)).toBeLessThan(0.18);
    expect(queueBriefOf(measuredTally(period, 'open')).served).toBe(2);
  });
});

describe('the wait by Little’s law', () => {
  it('is the people waiting over those who bought a second', () => {
    expect(littlesWait({ purchases: 60, knownMs: 3_600_000, waiting: 2.5 })).toBe(150);
  });

  it('is not said where nobody bought or no length is known', () => {
    expect(littlesWait({ purchases: 0, knownMs: 3_600_000, waiting: 2 })).toBeNull();
    expect(littlesWait({ purchases: 5, knownMs: 0, waiting: 0 })).toBeNull();
  });

  it('is only for queues of which lengths are known and no waits', () => {
    expect(needsEstimate(tally({ knownMs: 1 }))).toBe(true);
    expect(needsEstimate(tally({}))).toBe(false);
    expect(needsEstimate(tally({ knownMs: 1, waits: 1 }))).toBe(false);
    expect(needsEstimate(tally({ knownMs: 1, judged: 1 }))).toBe(false);
  });
});
