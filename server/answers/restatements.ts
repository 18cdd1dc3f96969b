import type { RestatedChange, RestatedDay } from '../../db/reads/restatements.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { RestatementsAnswer, RestatementsQuery } from '../contracts/restatements.ts';
import { type DifferenceContext, differenceOf, sumsBetween } from '../kpi/difference.ts';
import { kpisOf } from '../kpi/kpis.ts';

export interface RestatedStore {
  readonly store: Store;
  readonly query: RestatementsQuery;
  readonly days: readonly RestatedDay[];
  readonly reportedFrom: string | null;
}

/** What each reported date showed when it ended, beside what it shows now, and why. */
export function restatementsOf({ store, query, days, reportedFrom }: RestatedStore): RestatementsAnswer {
  const { from, to, hours } = query;
  return {
    store: store.id,
    currency: store.currency,
    timezone: store.timezone,
    from,
    to,
    reportedFrom,
    days: days.map((day) => dayOf(store, day, hours)),
  };
}

type Day = RestatementsAnswer['days'][number];

function dayOf(store: Store, day: RestatedDay, hours: RestatementsQuery['hours']): Day {
  const reported = kpisOf(day.reported, { hours, isPartial: false });
  const restated = kpisOf(day.restated, { hours, isPartial: false });
  const context: DifferenceContext = { hours, shown: [reported, restated] };
  return {
    date: day.date,
    reportedAt: formatInstant(store.timezone, day.reportedAt),
    reported,
    restated,
    difference: differenceOf(sumsBetween(day.reported, day.restated), context),
    changes: day.changes.map((change) => changeOf(store, change, context)),
  };
}

function changeOf(store: Store, change: RestatedChange, context: DifferenceContext): Day['changes'][number] {
  const device = store.devices.find((one) => one.id === change.deviceId);
  return {
    cause: change.cause,
    device: change.deviceId,
    deviceName: device?.name ?? change.deviceId,
    changes: change.changes,
    firstAt: formatInstant(store.timezone, change.firstAt),
    lastAt: formatInstant(store.timezone, change.lastAt),
    ...differenceOf(change, context),
  };
}
