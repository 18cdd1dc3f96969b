import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardsOf } from '../../../../db/rollup/zones.ts';
import { type RequestFact, requestsOf } from '../../../../server/kpi/service/requests.ts';
import { makeStandard } from './tallied.ts';

const hour = 3_600_000;
const day = 24 * hour;
const period = { fromAt: 10 * day, toAt: 17 * day };
const noStandard = standardsOf([]);

function request(more: Partial<RequestFact> = {}): RequestFact {
  return { openedAt: 10 * day, answeredAt: null, resolvedAt: null, level: null, levels: 0, category: null, ...more };
}

describe('requests and complaints', () => {
  it('count as opened, answered and resolved each on its own date; open ones whatever the period', () => {
    const requests = [
      request({ openedAt: 9 * day, answeredAt: 10 * day, resolvedAt: 12 * day }),
      request({ openedAt: 16 * day, answeredAt: 17 * day, resolvedAt: 18 * day }),
      request({ openedAt: 11 * day, answeredAt: 11 * day + hour }),
      request({ openedAt: 2 * day }),
      request({ openedAt: null, answeredAt: null }),
    ];
    expect(requestsOf(requests, { period, standardOf: noStandard })).toMatchObject({
      ...{ opened: 2, answered: 2, resolved: 1, openNow: 2 },
      ...{ medianHoursToAnswer: (24 + 1) / 2, medianHoursToResolve: 72 },
    });
  });

  it('have no time to answer where the answer was before the opening, and no median of nothing', () => {
    const figures = requestsOf([request({ answeredAt: 10 * day - hour, openedAt: 10 * day + hour })], {
      period: { fromAt: 9 * day, toAt: 17 * day },
      standardOf: noStandard,
    });
    expect(figures).toMatchObject({ answered: 1, medianHoursToAnswer: null, medianHoursToResolve: null });
    expect(figures).toMatchObject({ firstContactRate: null, firstContact: 0, answerZones: null });
    expect(requestsOf([], { period, standardOf: noStandard }).causes).toEqual([]);
  });

  it('are resolved at first contact where no other level had a part in it and nobody had to come back to them', () => {
    const resolvedAt = 11 * day;
    const requests = [
      request({ resolvedAt, answeredAt: resolvedAt, levels: 1, level: 1 }),
      request({ resolvedAt }),
      request({ resolvedAt, answeredAt: resolvedAt - hour, levels: 1, level: 1 }),
      request({ resolvedAt, levels: 2, level: 2 }),
      request({ resolvedAt, levels: 3, level: 1 }),
    ];
    expect(requestsOf(requests, { period, standardOf: noStandard })).toMatchObject({
      ...{ resolved: 5, firstContact: 2, firstContactRate: 0.4, handedOver: 1 },
    });
  });

  it('are told apart by level, with those of which none was said', () => {
    const requests = [request({ level: 2, levels: 3 }), request({ level: 2, levels: 2 }), request()];
    const { byLevel } = requestsOf(requests, { period, standardOf: noStandard });
    expect(byLevel.map(({ level, opened, handedOver }) => ({ level, opened, handedOver }))).toEqual([
      { level: 2, opened: 2, handedOver: 1 },
      { level: null, opened: 1, handedOver: 0 },
    ]);
  });

  it('are sorted by the standards of their hours, thresholds included', () => {
    const standards = [
      makeStandard('requests', 'hours-to-answer', { green: 1, yellow: 4 }),
      makeStandard('requests', 'hours-to-resolve', { green: 24, yellow: 72 }),
    ];
    const requests = [1, 4, 5].map((hours) => request({ answeredAt: 10 * day + hours * hour }));
    const { answerZones, resolveZones } = requestsOf(requests, { period, standardOf: standardsOf(standards) });
    expect(answerZones).toEqual({ green: 1, yellow: 1, red: 1, shares: { green: 1 / 3, yellow: 1 / 3, red: 1 / 3 } });
    expect(resolveZones).toEqual({ green: 0, yellow: 0, red: 0, shares: null });
  });

  it('have their causes with the most frequent first, and how much of all they make together', () => {
    const requests = ['late', 'broken', null, 'late', 'broken', 'late'].map((category) => request({ category }));
    expect(requestsOf(requests, { period, standardOf: noStandard }).causes).toEqual([
      { category: 'late', opened: 3, share: 0.5, cumulativeShare: 0.5 },
      { category: 'broken', opened: 2, share: 1 / 3, cumulativeShare: 5 / 6 },
      { category: null, opened: 1, share: 1 / 6, cumulativeShare: 1 },
    ]);
  });

  it('add up: levels and causes to all of them', () => {
    const instant = fc.option(fc.integer({ min: 8 * day, max: 19 * day }));
    const some = fc.array(
      fc.record({
        openedAt: instant,
        answeredAt: instant,
        resolvedAt: instant,
        level: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
        levels: fc.nat(7),
        category: fc.constantFrom(null, 'a', 'b'),
      }),
    );
    fc.assert(
      fc.property(some, (requests) => {
        const all = requestsOf(requests, { period, standardOf: noStandard });
        for (const field of ['opened', 'answered', 'resolved', 'openNow', 'handedOver'] as const) {
          expect(all.byLevel.reduce((sum, one) => sum + one[field], 0)).toBe(all[field]);
        }
        expect(all.causes.reduce((sum, { opened }) => sum + opened, 0)).toBe(all.opened);
        expect(all.causes.at(-1)?.cumulativeShare ?? 1).toBe(1);
        expect(all.firstContact).toBeLessThanOrEqual(all.resolved);
      }),
    );
  });
});
