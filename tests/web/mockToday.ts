import type { StoreSummary, Today } from '../../web/api-types.ts';
import { mockDate, mockHours, mockKpis, mockToday, mockTotal } from './mockDay.ts';
import { mockQueueBrief } from './mockQueue.ts';
import { mockServiceBrief } from './mockServiceBrief.ts';

export const zone = { timezone: 'Europe/Moscow', currency: 'RUB', dayStartsAt: '00:00', region: null };
/** Each store shows another state of the page. */
export const mockStores: readonly StoreSummary[] = [
  { id: 'arbat', name: 'Arbat', ...zone, measures: ['passersBy', 'entries', 'sales', 'queue'] },
  { id: 'dvor', name: 'Gostiny Dvor', ...zone, measures: ['entries', 'sales', 'queue'] },
  { id: 'mall', name: 'Mega Khimki', ...zone, measures: ['passersBy', 'entries', 'sales'] },
  { id: 'fresh', name: 'Nevsky (new)', ...zone, measures: ['entries'] },
  { id: 'broken', name: 'Broken', ...zone, measures: [] },
];

export function todayOf(id: string): Today {
  return { ...dayOf(id), queue: mockQueueBrief(id), service: mockServiceBrief(id) };
}

function dayOf(id: string): Today {
  const store = mockStores.find((one) => one.id === id) ?? { id, name: id, currency: 'RUB' };
  const day = { date: mockDate, hours: 7 };
  if (id === 'dvor') return mockToday(store, { ...day, hasOutside: false });
  if (id === 'mall') return mockToday(store, { ...day, gaps: [3, 4, 5] });
  if (id !== 'fresh') return mockToday(store, day);
  const total = {
    ...mockKpis({ passersBy: null, entries: null, purchases: null }),
    outsideHours: { entries: null, purchases: null, netSalesMinor: null },
  };
  const quality = { level: 'none', reasons: [] } as const;
  const occupancy = { people: null, low: null, high: null, averageStaySeconds: null, reason: 'not_measured' } as const;
  return { ...mockToday(store, { ...day, hours: 0 }), total, usual: null, occupancy, quality, firstMessageAt: null };
}

/** `date` null: the one that is running. */
export function dayFor(id: string, date: string | null): Today {
  const today = todayOf(id);
  if (date === null || date === mockDate) return today;
  const hours = mockHours({ date, hours: 12, scale: 0.92, hasOutside: id !== 'dvor' });
  const over = { isPast: true, isOpen: false, opensAt: null, closesAt: null, occupancy: null, date };
  return { ...today, ...over, hours, total: mockTotal(hours), headline: { ...today.headline, isOver: true } };
}
