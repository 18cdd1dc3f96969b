import type { StandingInterval } from '../../../db/rollup/quarterRows.ts';
import type { StandingSale } from '../../../db/rollup/saleRows.ts';
import type { Device, Store } from '../../../db/vocabulary/place.ts';
import { makeDevice, makeStore } from '../chain.ts';

export const minute = 60_000;
export const quarter = 15 * minute;
export const hour = 60 * minute;

/** 2026-03-02 is a Monday; the shop stands in UTC, so that hands can reckon. */
export function at(clock: string, date = '2026-03-02'): number {
  return Date.parse(`${date}T${clock.length === 5 ? `${clock}:00` : clock}Z`);
}

export const everyDay = (openings: string[]): Store['openingHours'] => [
  {
    week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, openings])),
    exceptions: {},
  },
];

/** Open 10:00 to 12:00 every day, with the devices given. */
export function shopWith(devices: readonly Device[], more: Partial<Store> = {}): Store {
  return makeStore('shop', { timezone: 'UTC', openingHours: everyDay(['10:00-12:00']), devices, ...more });
}

export const door = (more: Partial<Device> = {}): Device => makeDevice('door', 'shop', { entranceId: null, ...more });
export const street = (more: Partial<Device> = {}): Device =>
  makeDevice('street', 'shop', { entranceId: null, measures: ['passersBy'], ...more });
export const till = (more: Partial<Device> = {}): Device =>
  makeDevice('till', 'shop', { entranceId: null, measures: ['sales'], reportsEverySeconds: null, ...more });

export function interval(startAt: number, endAt: number, more: Partial<StandingInterval> = {}): StandingInterval {
  return { startAt, endAt, line: 'main', in: null, out: null, passersBy: null, staffIn: null, staffOut: null, ...more };
}

export function sale(saleAt: number, totalMinor: number, more: Partial<StandingSale> = {}): StandingSale {
  return {
    at: saleAt,
    type: 'sale',
    totalMinor,
    taxMinor: null,
    items: null,
    channel: 'store',
    isTraining: false,
    isVoided: false,
    ...more,
  };
}
