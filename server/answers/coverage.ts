import { type ClockHour, readDeviceHours } from '../../db/reads/deviceHours.ts';
import type { DeviceGap, DeviceHours, Seen } from '../../db/rollup/deviceHours.ts';
import type { Sql } from '../../db/sql/port.ts';
import { addDays, businessDateAt, startOfDate } from '../../db/time/businessDate.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { CoverageAnswer, CoverageQuery } from '../contracts/coverage.ts';

export interface CoverageQuestion {
  readonly settings: Settings;
  readonly store: Store;
  readonly query: CoverageQuery;
  readonly now: number;
}

type Line = CoverageAnswer['devices'][number];

/** Of every device of a store: which hours its reports covered, and where they are missing. Devices that were removed before are left out. */
export async function coverageOf(
  sql: Sql,
  scope: Scope,
  { settings, store, query, now }: CoverageQuestion,
): Promise<CoverageAnswer> {
  const to = query.to ?? businessDateAt(store, now);
  const from = query.from ?? addDays(to, -6);
  const { hours, devices } = await readDeviceHours(sql, scope, { settings, storeId: store.id, from, to, now });
  const at = (instant: number): string => formatInstant(store.timezone, instant);
  const startAt = startOfDate(store, from);
  return {
    store: store.id,
    timezone: store.timezone,
    from,
    to,
    hours: hours.map((hour) => ({
      start: at(hour.startAt),
      end: at(hour.endAt),
      date: hour.date,
      isOpen: hour.isOpen,
    })),
    devices: devices
      .filter(({ device }) => device.removedAt === null || device.removedAt > startAt)
      .map((one) => lineOf(one, hours, at)),
  };
}

function lineOf(
  { device, isJudged, ...seen }: DeviceHours,
  hours: readonly ClockHour[],
  at: (at: number) => string,
): Line {
  return {
    id: device.id,
    name: device.name,
    measures: [...device.measures],
    isJudged,
    coverage: shareOf(seen.hours),
    days: daysOf(hours, seen.hours),
    shares: seen.hours.map((hour) => shareOf([hour])),
    gaps: seen.gaps.map((gap) => gapOf(gap, at)).reverse(),
  };
}

function gapOf(
  { startAt, endAt, isGoing, isFromBefore, why, problem, missingMs }: DeviceGap,
  at: (at: number) => string,
): Line['gaps'][number] {
  return {
    start: at(startAt),
    isFromBefore,
    end: isGoing ? null : at(endAt),
    why,
    problem,
    missingSeconds: Math.round(missingMs / 1000),
  };
}

function daysOf(hours: readonly ClockHour[], seen: readonly Seen[]): Line['days'] {
  const dates = new Map<string, Seen[]>();
  for (const [i, { date }] of hours.entries()) {
    const one = seen[i];
    if (one !== undefined) dates.set(date, [...(dates.get(date) ?? []), one]);
  }
  return [...dates].map(([date, list]) => ({ date, coverage: shareOf(list) }));
}

function shareOf(list: readonly Seen[]): number | null {
  const expectedMs = list.reduce((sum, one) => sum + one.expectedMs, 0);
  return expectedMs === 0 ? null : list.reduce((sum, one) => sum + one.observedMs, 0) / expectedMs;
}
