import { addDays } from '../../web/format/dates.ts';

/** Four weeks that are long over, whatever day the tests are run on. */
export const mockMonth = { from: '2025-03-03', to: '2025-03-30' } as const;

/** The date of which nobody counted anything. */
export const mockGap = '2025-03-12';

interface Told {
  readonly start: string;
  readonly end: string;
  readonly entries: number | null;
  readonly conversionRate: number | null;
  readonly conversionInterval: readonly [number, number] | null;
  readonly purchases: number | null;
  readonly coverage: Readonly<Record<'passersBy' | 'entries' | 'purchases', number | null>>;
}

function told(start: string, end: string, entries: number | null): Told {
  const share = entries === null ? 0 : 1;
  return {
    ...{ start, end, entries, purchases: entries === null ? null : Math.round(entries / 4) },
    conversionRate: entries === null ? null : 0.25,
    conversionInterval: entries === null ? null : [0.2, 0.31],
    coverage: { passersBy: null, entries: share, purchases: share },
  };
}

const at = (date: string, minutes: number): string =>
  `${date}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00+03:00`;

/** Saturdays are half as much again. */
function share(date: string): number {
  return new Date(date).getUTCDay() === 6 ? 1.5 : 1;
}

function day(date: string): Told {
  return told(at(date, 0), at(addDays(date, 1), 0), date === mockGap ? null : 200 * share(date));
}

/** From ten to eight. */
function within(date: string, minutes: number): Told[] {
  const count = 600 / minutes;
  return Array.from({ length: count }, (_, i) =>
    told(
      at(date, 600 + i * minutes),
      at(date, 600 + (i + 1) * minutes),
      date === mockGap ? null : (minutes / 3) * share(date),
    ),
  );
}

/** The funnel of a store over some dates, as the API tells it by day, hour or quarter of an hour. */
export function mockTrend(query: URLSearchParams): unknown {
  const [from, to, by] = [query.get('from') ?? '', query.get('to') ?? '', query.get('by') ?? 'none'];
  const count = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const dates = Array.from({ length: count }, (_, i) => addDays(from, i));
  const series = dates.flatMap((date) =>
    by === 'day' ? [day(date)] : by === 'hour' || by === '15m' ? within(date, by === 'hour' ? 60 : 15) : [],
  );
  const total = told(
    at(from, 0),
    at(addDays(to, 1), 0),
    series.reduce((sum, one) => sum + (one.entries ?? 0), 0),
  );
  return { store: 'arbat', currency: 'RUB', timezone: 'Europe/Moscow', from, to, by, total, series };
}

export const mockHolidays = {
  ...{ store: 'arbat', country: 'RU', from: 'timezone', isKnown: true },
  holidays: [{ date: '2025-03-08', name: 'International Women’s Day' }],
};

export const mockNotes = {
  notes: [
    {
      ...{ id: 'n1', from: '2025-03-20', to: '2025-03-21', text: 'Road works', stores: ['arbat'], region: null },
      ...{ author: 'Anna Orlova', madeAt: '2025-03-22T09:00:00Z', canChange: true },
    },
  ],
};
