import type { Funnel, KpiStep } from '../../web/api-types.ts';
import type { Check, Coverage, DeviceHours, Gap, HeldDifference, StoreCheck } from '../../web/data/dataTypes.ts';
import type { Shift, Shifts } from '../../web/data/shifts.ts';
import type { OccupancyDay, OccupancyNow } from '../../web/today/dayTypes.ts';
import { mockDate } from './mockDay.ts';

/* Checks, what is held, the people inside and estimates, as the stand-in server answers them. */

export const mockCheck: Check = {
  ...{ code: 'problem', severity: 'high', since: '2026-03-14T13:05:00+03:00', until: null },
  text: 'door-mall says that something is wrong with it: covered.',
  action: 'Look at it on the spot.',
};

export const mockHeld: HeldDifference = {
  ...{ line: 'main', start: '2026-03-14T12:00:00+03:00', end: '2026-03-14T12:01:00+03:00' },
  ...{ in: 9000, out: 12, passersBy: null },
};

export const mockUnplaced: HeldDifference = {
  ...{ line: 'main', start: '2026-03-09T18:00:00+03:00', end: '2026-03-11T10:00:00+03:00' },
  ...{ in: 412, out: 405, passersBy: null },
};

export function mockChecks(): { checks: StoreCheck[] } {
  const shift = 'Side door had 61 % of all entries on its last day, where 34 % are usual.';
  return {
    checks: [
      { ...mockCheck, store: 'mall', device: 'door-mall' },
      {
        ...{ code: 'share_shift', severity: 'medium', since: '2026-03-13T00:00:00+03:00', until: null, text: shift },
        ...{ action: 'Look at all of them.', store: 'arbat', device: null },
      },
    ],
  };
}

export function mockOccupancy(date: string, occupancy: OccupancyNow | null): OccupancyDay {
  const base = { date, now: date === mockDate ? occupancy : null, drift: { days: 12, share: 0.021 } };
  if (occupancy === null || occupancy.people === null) {
    const nothing = { averagePeople: null, averageStaySeconds: null, peak: null, series: [] };
    return { ...base, ...nothing, reason: occupancy?.reason ?? null };
  }
  const series = Array.from({ length: 28 }, (_, i) => {
    const clock = (quarter: number): string =>
      `${date}T${String(10 + Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}:00+03:00`;
    const people = i === 9 ? null : Math.round(24 * Math.sin((i + 1) / 10) ** 2);
    const low = people === null ? null : Math.max(0, people - 4);
    return { start: clock(i), end: clock(i + 1), people, low, high: people === null ? null : people + 4 };
  });
  const peak = { at: `${date}T14:00:00+03:00`, people: 24 };
  return { ...base, averagePeople: 14.2, averageStaySeconds: 840, peak, reason: null, series };
}

/** What the mall's gap in entries hides. */
export function mockEstimates(series: readonly KpiStep[]): Pick<Funnel, 'estimates' | 'series'> {
  const nothing = { passersBy: null, entries: null, purchases: null };
  const known = { gapSeconds: 3600, estimated: 55, low: 41, high: 70, value: 55, share: 1, reason: null };
  const total = { ...known, gapSeconds: 10_800, estimated: 171, low: 148, high: 195, value: 322, share: 0.53 };
  return {
    estimates: { ...nothing, entries: total },
    series: series.map((step) => ({
      ...step,
      estimates: { ...nothing, entries: step.entries === null ? known : null },
    })),
  };
}

/** A shift that lacks receipts, and one before it that does not. */
export function mockShifts(): Shifts {
  const said = { salesCount: 41, salesMinor: 1_240_050, returnsCount: 1, returnsMinor: 19_900, receiptsCount: null };
  const arrived = { salesCount: 41, salesMinor: 1_240_050, returnsCount: 1, returnsMinor: 19_900 };
  const none = { salesCount: 0, salesMinor: 0, returnsCount: 0, returnsMinor: 0, receiptsCount: null };
  const yesterday: Shift = {
    ...{ id: 'shift-87', device: 'till-arbat', till: null, state: 'complete', said, arrived, difference: none },
    start: '2026-03-12T09:55:00+03:00',
    end: '2026-03-12T22:04:00+03:00',
  };
  const today: Shift = {
    ...yesterday,
    ...{ id: 'shift-88', state: 'missing', difference: { ...none, salesCount: 3, salesMinor: 94_000 } },
    arrived: { ...arrived, salesCount: 38, salesMinor: 1_146_050 },
    start: '2026-03-12T22:04:00+03:00',
    end: '2026-03-13T22:01:00+03:00',
  };
  return { currency: 'RUB', shifts: [today, yesterday] };
}

const week = ['2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'];
const openHours = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

/** A week of hours, open 10 to 22; the mall's door has been silent since 13:05 of the last day, and was so for two hours before. */
export function mockCoverage(store: string): Coverage {
  const at = (date: string, hour: number): string => `${date}T${String(hour).padStart(2, '0')}:00:00+03:00`;
  const hours = week.flatMap((date) =>
    Array.from({ length: 24 }, (_, hour) => ({
      start: at(date, hour),
      end: hour === 23 ? `${date}T23:59:59+03:00` : at(date, hour + 1),
      date,
      isOpen: openHours.includes(hour),
    })),
  );
  const isDue = (place: number): boolean => hours[place]?.isOpen === true && place < 6 * 24 + 16;
  const covered = (place: number): number | null => (isDue(place) ? 1 : null);
  const full: Omit<DeviceHours, 'id' | 'measures'> = {
    ...{ name: '', isJudged: true, coverage: 1, gaps: [] },
    days: week.map((date) => ({ date, coverage: 1 })),
    shares: hours.map((_, place) => covered(place)),
  };
  const gaps: Gap[] = [
    {
      ...{ start: '2026-03-14T13:05:00+03:00', end: null, missingSeconds: 10_500 },
      isFromBefore: false,
      why: 'problem',
      problem: 'covered',
    },
    {
      ...{ start: at('2026-03-12', 15), end: at('2026-03-12', 17), missingSeconds: 7200 },
      isFromBefore: false,
      why: 'silent',
      problem: null,
    },
  ];
  const missing = new Map([
    [4 * 24 + 15, 0],
    [4 * 24 + 16, 0],
    [6 * 24 + 13, 0.08],
    [6 * 24 + 14, 0],
    [6 * 24 + 15, 0],
  ]);
  const bad = {
    ...{ coverage: 0.93, gaps },
    days: week.map((date, day) => ({ date, coverage: day === 6 ? 0.51 : day === 4 ? 0.83 : 1 })),
    shares: hours.map((_, place) => missing.get(place) ?? covered(place)),
  };
  const door: DeviceHours = { ...full, ...(store === 'mall' ? bad : {}), id: `door-${store}`, measures: ['entries'] };
  const till: DeviceHours = { ...full, id: `till-${store}`, measures: ['sales'] };
  const zone = { timezone: 'Europe/Moscow', from: '2026-03-08', to: '2026-03-14' };
  return { store, ...zone, hours, devices: store === 'fresh' ? [] : [door, till] };
}
