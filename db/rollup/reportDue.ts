import { endOfDate } from '../time/businessDate.ts';
import { minuteMs } from '../time/calendar.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { type DeviceReports, noReports } from './coverage.ts';

/** The reports of a date's last minutes are on their way when it ends: without this wait every day would be restated. */
const leastWaitMs = minuteMs;
const longestWaitMs = 5 * minuteMs;

/**
 * When a date is looked at for what it showed: its end, and as long as its counters take from one report to the next (1 to 5
 * minutes), so that what was counted before the end is in.
 */
export function reportDueAt(store: Store, reports: ReadonlyMap<string, DeviceReports>, date: string): number {
  const endAt = endOfDate(store, date);
  const waits = store.devices
    .filter((device) => device.removedAt === null || device.removedAt > endAt)
    .map((device) => reportsEveryMs(device, reports.get(device.id) ?? noReports));
  return endAt + Math.min(longestWaitMs, Math.max(leastWaitMs, ...waits));
}

function reportsEveryMs(device: Device, reports: DeviceReports): number {
  if (device.mode === 'event' || !measuresPeople(device)) return 0;
  return device.reportsEverySeconds === null ? (reports.latestIntervalMs ?? 0) : device.reportsEverySeconds * 1000;
}

function measuresPeople(device: Device): boolean {
  return device.measures.includes('entries') || device.measures.includes('passersBy');
}
