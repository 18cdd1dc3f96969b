import { addDays, businessDateAt } from '../time/businessDate.ts';
import type { Store } from '../vocabulary/place.ts';
import { type DeviceReports, noReports, reportPatienceMs } from './coverage.ts';
import { installation } from './watch.ts';

/** Late messages are common for a while after midnight; until then a date is worked out anew each time. */
const leastSlackMs = 2 * 60 * 60_000;

type Reports = ReadonlyMap<string, DeviceReports>;

/** How long after a date's end the passing of time alone can still change its figures. */
function slackMs(store: Store, reports: Reports): number {
  const patience = store.devices.map((device) =>
    Math.max(device.silentAfterSeconds * 1000, reportPatienceMs(device, reports.get(device.id) ?? noReports)),
  );
  return Math.max(leastSlackMs, ...patience);
}

/** The last date whose tallies only new facts can change; those before it are final too. */
export function lastFinalDate(store: Store, reports: Reports, now: number): string {
  return addDays(businessDateAt(store, now - slackMs(store, reports)), -1);
}

/** The date on which the first device of a store was installed; all dates before it are empty. null: none was. */
export function firstDateOf(store: Store, reports: Reports): string | null {
  const starts = store.devices.map((device) => {
    const known = reports.get(device.id) ?? noReports;
    return Math.min(installation(device, known).installedAt, known.firstReportAt ?? Number.POSITIVE_INFINITY);
  });
  const startAt = Math.min(Number.POSITIVE_INFINITY, ...starts);
  return Number.isFinite(startAt) ? businessDateAt(store, startAt) : null;
}
