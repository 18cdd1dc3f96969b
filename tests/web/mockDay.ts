import { numericKpis } from '../../server/kpi/numericKpis.ts';
import type { FigureName, Figures, KpiStep, Kpis, Today } from '../../web/api-types.ts';
import { mockStanding } from './mockStanding.ts';

/** The mock's present: a Saturday, 16:20 in Moscow. Browsers under test are set to it. */
export const mockNow = '2026-03-14T13:20:00.000Z';
export const mockDate = '2026-03-14';

const walk = [120, 180, 260, 340, 410, 420, 380, 360, 390, 440, 400, 240];
const enter = [14, 24, 37, 52, 66, 71, 58, 55, 63, 74, 59, 30];
const buy = [2, 5, 9, 13, 17, 19, 14, 12, 16, 21, 15, 6];

export interface MockDayInput {
  readonly date: string;
  /** Local hours that are over, from 10:00; the one after it is under way where it is the present day. */
  readonly hours: number;
  readonly hasOutside?: boolean;
  /** Hours (0 = 10:00) in which the door counter said nothing. */
  readonly gaps?: readonly number[];
  /** Multiplies every count. */
  readonly scale?: number;
}

function rate(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

/** Wilson, 95 %. */
function intervalOf(numerator: number | null, denominator: number | null): [number, number] | null {
  const share = rate(numerator, denominator);
  if (share === null || denominator === null) return null;
  const z = 1.959964;
  const middle = share + (z * z) / (2 * denominator);
  const half = z * Math.sqrt((share * (1 - share)) / denominator + (z * z) / (4 * denominator * denominator));
  const whole = 1 + (z * z) / denominator;
  return [(middle - half) / whole, (middle + half) / whole];
}

export function mockKpis(counts: { passersBy: number | null; entries: number | null; purchases: number | null }): Kpis {
  const { passersBy, entries, purchases } = counts;
  const netSalesMinor = purchases === null ? null : purchases * 214_350;
  return {
    ...counts,
    exits: entries === null ? null : Math.max(0, entries - 3),
    grossSalesMinor: purchases === null ? null : purchases * 221_000,
    returnsMinor: purchases === null ? null : purchases * 6650,
    netSalesMinor,
    netSalesExTaxMinor: null,
    items: purchases === null ? null : purchases * 2,
    unitsPerTransaction: purchases ? 2.14 : null,
    captureRate: rate(entries, passersBy),
    conversionRate: rate(purchases, entries),
    averageCheckMinor: purchases ? 214_350 : null,
    salesPerVisitorMinor: entries && netSalesMinor !== null ? Math.round(netSalesMinor / entries) : null,
    captureInterval: intervalOf(entries, passersBy),
    conversionInterval: intervalOf(purchases, entries),
    coverage: {
      passersBy: passersBy === null ? null : 0.997,
      entries: entries === null ? 0 : 1,
      purchases: purchases === null ? null : 1,
    },
    outsideHours: { entries: 4, purchases: 0, netSalesMinor: 0 },
    otherChannels: { transactions: 0, netSalesMinor: 0 },
    flags: [],
  };
}

export function mockHours({ date, hours, hasOutside = true, gaps = [], scale = 1 }: MockDayInput): KpiStep[] {
  const scaled = (counts: readonly number[], hour: number): number => Math.round((counts[hour] ?? 0) * scale);
  return Array.from({ length: hours }, (_, hour) => {
    const isGap = gaps.includes(hour);
    const start = `${date}T${String(hour + 10).padStart(2, '0')}:00:00+03:00`;
    const end = `${date}T${String(hour + 11).padStart(2, '0')}:00:00+03:00`;
    return {
      start,
      end,
      ...mockKpis({
        passersBy: hasOutside ? scaled(walk, hour) : null,
        entries: isGap ? null : scaled(enter, hour),
        purchases: scaled(buy, hour),
      }),
    };
  });
}

/** Every KPI that is one number; null where none is given. */
export function figures(given: Figures): Record<FigureName, number | null> {
  const empty = Object.fromEntries(numericKpis.map((name) => [name, null])) as Record<FigureName, number | null>;
  return { ...empty, ...given };
}

function sum(hours: readonly KpiStep[], name: 'passersBy' | 'entries' | 'purchases'): number | null {
  const known = hours.flatMap((hour) => hour[name] ?? []);
  return known.length === 0 ? null : known.reduce((all, one) => all + one, 0);
}

export function mockTotal(hours: readonly KpiStep[]): Kpis {
  const kpis = mockKpis({
    passersBy: sum(hours, 'passersBy'),
    entries: sum(hours, 'entries'),
    purchases: sum(hours, 'purchases'),
  });
  const covered = hours.filter((hour) => hour.entries !== null).length / Math.max(1, hours.length);
  return { ...kpis, coverage: { ...kpis.coverage, entries: hours.length === 0 ? null : covered } };
}

export function mockToday(store: { id: string; name: string; currency: string }, day: MockDayInput): Today {
  const hours = mockHours(day);
  const total = mockTotal(hours);
  const isPoor = (day.gaps?.length ?? 0) > 0;
  const text = 'The door counter door-mall has been silent since 13:05; entries of that time are missing.';
  return {
    store: store.id,
    name: store.name,
    currency: store.currency,
    timezone: 'Europe/Moscow',
    date: day.date,
    now: mockNow,
    isOpen: true,
    opensAt: `${day.date}T10:00:00+03:00`,
    closesAt: `${day.date}T22:00:00+03:00`,
    isPast: false,
    total,
    hours,
    ...mockStanding(total, isPoor),
    occupancy: isPoor
      ? { people: null, low: null, high: null, averageStaySeconds: null, reason: 'low_coverage' }
      : { people: 23, low: 17, high: 29, averageStaySeconds: 840, reason: null },
    usual: isPoor
      ? null
      : {
          days: 8,
          values: figures({ passersBy: 1987, captureRate: 0.148, conversionRate: 0.2432, entries: 329, purchases: 79 }),
          change: figures({
            ...{ passersBy: 0.062, entries: -0.021, purchases: 0.004, captureRate: -0.034, conversionRate: 0.019 },
            ...{ netSalesMinor: 0.083, averageCheckMinor: 0, salesPerVisitorMinor: 0.11, unitsPerTransaction: -0.012 },
          }),
        },
    quality: isPoor ? { level: 'poor', reasons: [{ code: 'silent', text }] } : { level: 'good', reasons: [] },
    firstMessageAt: '2026-03-01T00:00:00Z',
  };
}
