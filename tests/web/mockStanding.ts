import type { Against } from '../../server/kpi/day/schema.ts';
import type { Kpis, Today } from '../../web/api-types.ts';

/** A figure beside what is usual: within the range unless `value` lies outside it. */
export function mockAgainst(
  value: number | null,
  usual: number | null,
  [low, high]: [number, number] = [0, 0],
): Against {
  const known = { value, usual, change: value === null || usual === null ? null : (value - usual) / usual, days: 8 };
  if (value === null) return { ...known, range: null, verdict: null, reason: 'unknown' };
  if (usual === null) return { ...known, range: null, verdict: null, days: 2, reason: 'noUsual' };
  const verdict = value < low ? 'below' : value > high ? 'above' : 'within';
  return { ...known, range: [low, high], verdict, reason: null };
}

/** What a day of the mock says at its top, and what stands out of it. */
export function mockStanding(total: Kpis, isPoor: boolean): Pick<Today, 'headline' | 'standing' | 'attention'> {
  const usual = (figure: number): number | null => (isPoor ? null : figure);
  return {
    headline: { state: 'counted', step: 'entries', isOver: false },
    standing: {
      passersBy: mockAgainst(total.passersBy, usual(1987), [1700, 2300]),
      entries: mockAgainst(total.entries, usual(329), [270, 390]),
      purchases: mockAgainst(total.purchases, usual(79), [58, 101]),
      captureRate: mockAgainst(total.captureRate, usual(0.172), [0.158, 0.187]),
      netSalesMinor: mockAgainst(total.netSalesMinor, usual(15_600_000), [11_000_000, 20_200_000]),
      averageCheckMinor: mockAgainst(total.averageCheckMinor, usual(214_350), [190_000, 240_000]),
      salesPerVisitorMinor: mockAgainst(total.salesPerVisitorMinor, usual(47_000), [30_000, 50_000]),
      unitsPerTransaction: mockAgainst(total.unitsPerTransaction, usual(2.16), [2, 2.3]),
      conversionRate: mockAgainst(total.conversionRate, usual(0.2432), [0.197, 0.29]),
    },
    attention: isPoor
      ? [
          {
            code: 'outage',
            cause: 'silent',
            step: 'entries',
            device: 'door-mall',
            name: 'door-mall',
            since: '2026-03-14T13:05:00+03:00',
            until: null,
            coverage: total.coverage.entries,
          },
        ]
      : [],
  };
}
