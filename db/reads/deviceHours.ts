import { type DeviceHours, deviceHours } from '../rollup/deviceHours.ts';
import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import { type BucketPlan, bucketMs, partAt, type Span } from '../time/opening.ts';
import { type DateRange, seriesSteps } from '../time/steps.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { readStatuses } from './facts.ts';
import { readKnown } from './known.ts';
import { readStoreFacts } from './storeFacts.ts';
import { readTakeOutSpans } from './takeOutSpans.ts';

export interface DeviceHoursQuery extends DateRange {
  readonly settings: Settings;
  readonly storeId: string;
  readonly now: number;
}

/** An hour of the store's clock. */
export interface ClockHour extends Span {
  readonly date: string;
  /** Any quarter of it lies in opening hours. */
  readonly isOpen: boolean;
}

export interface StoreDeviceHours {
  readonly hours: readonly ClockHour[];
  readonly devices: readonly DeviceHours[];
}

/** How much of each hour of some business dates every device of a store was observed. Another's store is `not_found`. */
export async function readDeviceHours(sql: Sql, scope: Scope, query: DeviceHoursQuery): Promise<StoreDeviceHours> {
  const { settings, storeId, from, to, now } = query;
  const store = requireStore(scope, settings, storeId);
  return sql.transaction(async (snapshot) => {
    const known = await readKnown(snapshot, [store], now);
    const [facts] = await readStoreFacts(snapshot, [{ store, from, to }], known);
    if (facts === undefined) throw new Error(`the store ${storeId} was read and has no facts`);
    const { plan } = facts;
    const spans = store.devices.map(({ id }) => ({ deviceId: id, fromAt: plan.startAt, toAt: plan.endAt }));
    const explained = {
      statuses: await readStatuses(snapshot, spans),
      takeOuts: await readTakeOutSpans(snapshot, spans),
    };
    const hours = seriesSteps(store, { from, to }, 'hour');
    return {
      hours: hours.map((hour) => ({ ...hour, ...partOf(plan, hour) })),
      devices: deviceHours({ ...facts, now }, hours, explained),
    };
  });
}

function partOf(plan: BucketPlan, { startAt, endAt }: Span): Pick<ClockHour, 'date' | 'isOpen'> {
  const first = Math.round((startAt - plan.startAt) / bucketMs);
  const next = Math.round((endAt - plan.startAt) / bucketMs);
  const { date } = partAt(plan, startAt);
  return { date, isOpen: plan.isOpen.subarray(first, next).includes(1) };
}
