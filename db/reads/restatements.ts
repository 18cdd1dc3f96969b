import { emptyTally, type PeriodTally, type Tally } from '../rollup/tally.ts';
import { addSums, areNothing, noSums, type RestatedSums, restatedFields } from '../rollup/worth.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt } from '../time/businessDate.ts';
import type { Cause } from '../vocabulary/cause.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import type { StoreDates } from './days.ts';
import { readPeriods } from './funnel.ts';
import { type ReportedDay, readReportedDays } from './reportedDays.ts';
import { readReporting } from './reporting.ts';
import { columnsAs } from './wanted.ts';

export interface RestatementsQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly now: number;
}

/** What one cause changed of a date, at one device or (null) at no device alone; instants in epoch ms. */
export interface RestatedChange {
  readonly cause: Cause;
  readonly deviceId: string | null;
  /** How many commits changed something. */
  readonly changes: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly window: RestatedSums;
  readonly outside: RestatedSums;
}

/** A date as it was reported and as it is now; the changes add up to the difference. */
export interface RestatedDay {
  readonly date: string;
  readonly reportedAt: number;
  readonly reported: PeriodTally;
  readonly restated: PeriodTally;
  readonly changes: readonly RestatedChange[];
}

/** The reports of a store. */
export interface Restatements {
  /** The first date that is, or will be, reported; null: nobody has looked at the store yet. */
  readonly reportedFrom: string | null;
  /** The reported dates of the period, in order. */
  readonly days: readonly RestatedDay[];
}

/** The reported dates of a period with what changed since; null for a store that the scope may not see. */
export async function readRestatements(sql: Sql, scope: Scope, query: RestatementsQuery): Promise<Restatements | null> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return null;
  return sql.transaction(async (snapshot) => {
    const reporting = (await readReporting(snapshot, [store.id])).get(store.id);
    const days = await restatedDays(snapshot, scope, { ...query, store });
    return { reportedFrom: reporting?.firstDate ?? null, days };
  });
}

async function restatedDays(
  sql: Sql,
  scope: Scope,
  query: RestatementsQuery & { readonly store: Store },
): Promise<RestatedDay[]> {
  const { store, now } = query;
  const dates = { storeId: store.id, from: query.from, to: query.to };
  const [reported] = await readReportedDays(sql, [dates]);
  const days = [...(reported ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const [first, last] = [days[0]?.[0], days.at(-1)?.[0]];
  if (first === undefined || last === undefined) return [];
  const changes = await readChanges(sql, dates);
  const period = { from: first, to: last, by: 'day', hours: 'all' } as const;
  const [periods] = await readPeriods(sql, scope, { ...query, ...period, storeIds: [store.id] });
  const restated = new Map(periods?.series.map((step) => [businessDateAt(store, step.startAt), step]));
  return days.map(([date, day]) => {
    const { window, outside } = restated.get(date) ?? { window: emptyTally(), outside: emptyTally() };
    return explained(date, day, { restated: { window, outside }, noted: changes.get(date) ?? [], now });
  });
}

interface Noted {
  readonly restated: PeriodTally;
  readonly noted: readonly RestatedChange[];
  readonly now: number;
}

/** What no change of facts explains is owed to other settings, which have yet to be noted (writes/daily.ts). */
function explained(
  date: string,
  { reportedAt, ...reported }: ReportedDay,
  { restated, noted, now }: Noted,
): RestatedDay {
  const window = unexplained(
    reported.window,
    restated.window,
    noted.map((one) => one.window),
  );
  const outside = unexplained(
    reported.outside,
    restated.outside,
    noted.map((one) => one.outside),
  );
  const day = { date, reportedAt, reported, restated };
  if (areNothing(window) && areNothing(outside)) return { ...day, changes: noted };
  const known = noted.find(({ cause, deviceId }) => cause === 'settings' && deviceId === null);
  const settings: RestatedChange = {
    cause: 'settings',
    deviceId: null,
    changes: (known?.changes ?? 0) + 1,
    firstAt: known?.firstAt ?? now,
    lastAt: now,
    window: addSums(window, known?.window ?? noSums()),
    outside: addSums(outside, known?.outside ?? noSums()),
  };
  return { ...day, changes: [...noted.filter((one) => one !== known), settings] };
}

/** What of the difference between two tallies the changes do not add up to. */
export function unexplained(reported: Tally, restated: Tally, changes: readonly RestatedSums[]): RestatedSums {
  const rest = noSums();
  addSums(rest, restated);
  addSums(rest, reported, -1);
  for (const change of changes) addSums(rest, change, -1);
  return rest;
}

type Row = RestatedSums & {
  readonly date: string;
  readonly inWindow: number;
  readonly cause: Cause;
  readonly deviceId: string;
  readonly changes: number;
  readonly firstAt: number;
  readonly lastAt: number;
};

/** What was noted of the dates, in the order in which it came, by date. */
export async function readChanges(sql: Sql, { storeId, from, to }: StoreDates): Promise<Map<string, RestatedChange[]>> {
  const rows = await sql.all<Row>(
    `select r.date, r.in_window as "inWindow", r.cause, r.device_id as "deviceId", r.changes, r.first_at as "firstAt",
      r.last_at as "lastAt", ${columnsAs('r', restatedFields)}
    from restatements r where r.store_id = ? and r.date >= ? and r.date <= ?
    order by r.first_at, r.cause, r.device_id, r.in_window desc`,
    [storeId, from, to],
  );
  const days = new Map<string, RestatedChange[]>();
  for (const row of rows) {
    const list = days.get(row.date) ?? [];
    days.set(row.date, list);
    const deviceId = row.deviceId === '' ? null : row.deviceId;
    const place = list.findIndex((one) => one.cause === row.cause && one.deviceId === deviceId);
    const change = together(list[place], row);
    if (place === -1) list.push(change);
    else list[place] = change;
  }
  return days;
}

/** A change inside the window and one outside it, by one cause at one device, are one. */
function together(known: RestatedChange | undefined, row: Row): RestatedChange {
  const sums = addSums(noSums(), row);
  const isInside = row.inWindow === 1;
  return {
    cause: row.cause,
    deviceId: row.deviceId === '' ? null : row.deviceId,
    changes: Math.max(known?.changes ?? 0, row.changes),
    firstAt: Math.min(known?.firstAt ?? row.firstAt, row.firstAt),
    lastAt: Math.max(known?.lastAt ?? row.lastAt, row.lastAt),
    window: isInside ? sums : (known?.window ?? noSums()),
    outside: isInside ? (known?.outside ?? noSums()) : sums,
  };
}
