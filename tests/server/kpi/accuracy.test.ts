import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanCount } from '../../../db/rollup/spanCount.ts';
import { accuracyOf } from '../../../server/kpi/accuracy.ts';
import { type Comparable, holdingPairs, judgeAudit } from '../../../server/kpi/audit.ts';

const minute = 60_000;
const day = 86_400_000;
const start = Date.parse('2026-03-02T10:00:00Z');
const end = start + 15 * minute;

describe('the accuracy of a counter', () => {
  it('is what it saw of those who were counted by hand, with a Wilson interval', () => {
    const accuracy = accuracyOf([{ manual: 50, device: 47 }]);
    expect(accuracy).toMatchObject({ manual: 50, device: 47, accuracy: 0.94 });
    expect(accuracy?.factor).toBeCloseTo(50 / 47, 12);
    // Wilson's interval of 47 of 50, by hand: (0.94 + z²/100 ± z √(0.94 · 0.06 / 50 + z²/10000)) / (1 + z²/50).
    expect(accuracy?.interval[0]).toBeCloseTo(0.8378, 4);
    expect(accuracy?.interval[1]).toBeCloseTo(0.9794, 4);
  });

  it('is as low for three too many as for three too few', () => {
    const [few, many] = [47, 53].map((device) => accuracyOf([{ manual: 50, device }]));
    expect(few?.accuracy).toBe(many?.accuracy);
    expect(few?.interval).toEqual(many?.interval);
    expect(many?.factor).toBeCloseTo(50 / 53, 12);
  });

  it('is not known where nobody was counted by hand', () => {
    expect(accuracyOf([])).toBeNull();
    expect(accuracyOf([{ manual: 0, device: 3 }])).toBeNull();
  });

  it('has no factor where the device saw nobody, and falls below 0 where it is wrong by more than there were', () => {
    expect(accuracyOf([{ manual: 20, device: 0 }])).toMatchObject({ accuracy: 0, factor: null });
    const accuracy = accuracyOf([{ manual: 20, device: 60 }]);
    expect(accuracy?.accuracy).toBe(-1);
    expect(accuracy?.interval[0]).toBe(0);
  });

  it('does not let one audit that saw too many make up for another that saw too few', () => {
    const together = accuracyOf([
      { manual: 50, device: 40 },
      { manual: 50, device: 60 },
    ]);
    expect(together).toMatchObject({ accuracy: 0.8, factor: 1 });
  });

  it('lies in its interval unless it is below 0, and multiplied with the factor the device is right', () => {
    const pair = fc.record({ manual: fc.integer({ min: 1, max: 5000 }), device: fc.integer({ min: 1, max: 9000 }) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const accuracy = accuracyOf(pairs);
        if (accuracy === null) throw new Error('people were counted');
        const [low, high] = accuracy.interval;
        expect(accuracy.device * (accuracy.factor ?? 0)).toBeCloseTo(accuracy.manual, 6);
        expect(high).toBeGreaterThanOrEqual(accuracy.accuracy - 1e-12);
        expect(low).toBeLessThanOrEqual(Math.max(0, accuracy.accuracy) + 1e-12);
      }),
    );
  });
});

function seen(count: number | null, observedMs: number): SpanCount {
  return { in: { count, observedMs }, out: { count: null, observedMs: 0 }, isAligned: true };
}

function audit(more: Partial<Comparable> = {}): Comparable {
  return {
    count: { startAt: start, endAt: end, countIn: 50, countOut: null },
    device: { mode: 'interval', silentAfterSeconds: 7200 },
    seen: seen(47, 15 * minute),
    lastReportAt: end,
    ...more,
  };
}

describe('a count by hand', () => {
  it('is compared once the device has reported the whole of its time', () => {
    expect(judgeAudit(audit(), end)).toMatchObject({
      state: 'compared',
      pairs: { in: { manual: 50, device: 47 }, out: null },
    });
  });

  it('waits while the device has not come so far', () => {
    const waiting = audit({ seen: seen(20, 6 * minute), lastReportAt: start + 6 * minute });
    expect(judgeAudit(waiting, end)).toMatchObject({ state: 'waiting', pairs: { in: null } });
    expect(judgeAudit(audit({ seen: seen(null, 0), lastReportAt: null }), end).state).toBe('waiting');
  });

  it('is not compared where the device was away for a part of it', () => {
    const gap = audit({ seen: seen(20, 6 * minute), lastReportAt: end + minute });
    expect(judgeAudit(gap, end)).toMatchObject({ state: 'gap', pairs: { in: null } });
  });

  it('may miss a moment of the device’s time', () => {
    expect(judgeAudit(audit({ seen: seen(47, 14.9 * minute) }), end).state).toBe('compared');
  });

  it('beside an event counter is compared once that was heard after it; then nobody seen is 0', () => {
    const device = { mode: 'event', silentAfterSeconds: 7200 } as const;
    const silent = audit({ device, seen: seen(null, 0), lastReportAt: start });
    expect(judgeAudit(silent, end).state).toBe('waiting');
    expect(judgeAudit(silent, end + 7201_000).state).toBe('gap');
    const heard = audit({ device, seen: seen(null, 0), lastReportAt: end + minute });
    expect(judgeAudit(heard, end).pairs.in).toEqual({ manual: 50, device: 0 });
  });

  it('expires after 90 days, and then says nothing of the device any more', () => {
    const fresh = judgeAudit(audit(), end + 90 * day - 1);
    const old = judgeAudit(audit(), end + 90 * day);
    expect([fresh.isExpired, old.isExpired]).toEqual([false, true]);
    expect(holdingPairs([fresh, old], 'in')).toEqual([{ manual: 50, device: 47 }]);
  });
});
