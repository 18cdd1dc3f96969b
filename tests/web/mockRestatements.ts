import type { Difference, Restatements } from '../../web/api-types.ts';
import { mockKpis } from './mockDay.ts';

/** A difference that is 0 but for what is given. */
export function mockDifference(more: Partial<Difference> = {}): Difference {
  return {
    passersBy: 0,
    entries: 0,
    exits: 0,
    purchases: 0,
    netSalesMinor: 0,
    outsideHours: { entries: 0, purchases: 0, netSalesMinor: 0 },
    ...more,
  };
}

/** A past day of the mock chain: late entries and a void, or nothing. */
export function mockRestatements(date: string, hasChanged: boolean): Restatements {
  const reported = { ...mockKpis({ passersBy: 2110, entries: 322, purchases: 79 }), netSalesMinor: 16_933_650 };
  const day = { date, reportedAt: '2026-03-15T00:01:00+03:00', reported };
  const base = { currency: 'RUB', reportedFrom: '2026-01-10' };
  if (!hasChanged) {
    return { ...base, days: [{ ...day, restated: reported, difference: mockDifference(), changes: [] }] };
  }
  const restated = { ...reported, entries: 341, purchases: 78, netSalesMinor: 16_700_000 };
  const times = { changes: 1, firstAt: '2026-03-15T09:20:00+03:00', lastAt: '2026-03-15T11:05:00+03:00' };
  const late = {
    ...mockDifference({ entries: 19 }),
    device: 'door-arbat',
    deviceName: 'Door',
    cause: 'late',
    ...times,
  };
  const voided = {
    ...mockDifference({ purchases: -1, netSalesMinor: -233_650 }),
    ...{ device: 'till-arbat', deviceName: 'Till', cause: 'voided', ...times },
  };
  const difference = mockDifference({ entries: 19, purchases: -1, netSalesMinor: -233_650 });
  return {
    ...base,
    days: [{ ...day, restated, difference, changes: [late, voided] as Restatements['days'][number]['changes'] }],
  };
}
