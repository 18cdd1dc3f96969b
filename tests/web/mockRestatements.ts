import type { Difference, RestatementsAnswer } from '../../server/contracts/restatements.ts';
import type { Kpis } from '../../server/kpi/schema.ts';
import { mockKpis } from './mockDay.ts';

/** A difference that is 0 but for what is given. */
export function mockDifference(more: Partial<Difference> = {}): Difference {
  return {
    passersBy: 0,
    entries: 0,
    exits: 0,
    purchases: 0,
    items: 0,
    grossSalesMinor: 0,
    returnsMinor: 0,
    netSalesMinor: 0,
    outsideHours: { entries: 0, purchases: 0, netSalesMinor: 0 },
    otherChannels: { transactions: 0, netSalesMinor: 0 },
    ...more,
  };
}

/** A past day of the mock chain: late entries and a void, or nothing. */
export function mockRestatements(date: string, hasChanged: boolean): RestatementsAnswer {
  // The dashboard's type of the same figures, which the contract test holds to the API's.
  const shown = mockKpis({ passersBy: 2110, entries: 322, purchases: 79 }) as Kpis;
  const reported = { ...shown, netSalesMinor: 16_933_650 };
  const day = { date, reportedAt: '2026-03-15T00:01:00+03:00', reported };
  const zone = { currency: 'RUB', timezone: 'Europe/Moscow' };
  const base = { store: 'arbat', ...zone, from: date, to: date, reportedFrom: '2026-01-10' };
  if (!hasChanged) {
    return { ...base, days: [{ ...day, restated: reported, difference: mockDifference(), changes: [] }] };
  }
  const restated = { ...reported, entries: 341, purchases: 78, netSalesMinor: 16_700_000 };
  const times = { changes: 1, firstAt: '2026-03-15T09:20:00+03:00', lastAt: '2026-03-15T11:05:00+03:00' };
  const door = { device: 'door-arbat', deviceName: 'Door', ...times };
  const till = { device: 'till-arbat', deviceName: 'Till', ...times };
  const lessSales = { purchases: -1, netSalesMinor: -233_650 };
  return {
    ...base,
    days: [
      {
        ...day,
        restated,
        difference: mockDifference({ entries: 19, ...lessSales }),
        changes: [
          { cause: 'late', ...door, ...mockDifference({ entries: 19 }) },
          { cause: 'voided', ...till, ...mockDifference(lessSales) },
        ],
      },
    ],
  };
}
