import type { WatchedFacts } from '../rollup/lookout.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { type DeviceState, readDeviceStates } from './devices.ts';
import type { KnownReports } from './facts.ts';
import { readKnown } from './known.ts';
import { type PlacedByReceipt, readPlacedByReceipt } from './placements.ts';
import { type ReceivedFacts, readReceipts, readRefusedAsFuture } from './receipts.ts';
import { readStoreFacts } from './storeFacts.ts';
import { readShifts, type Shift } from './zReports.ts';

export interface CheckQuery {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  readonly now: number;
}

/** What the devices of a store said and sent of late. */
export interface LateFacts {
  readonly store: Store;
  readonly reports: ReadonlyMap<string, KnownReports>;
  readonly states: ReadonlyMap<string, DeviceState>;
  /** By device. */
  readonly receipts: ReadonlyMap<string, readonly ReceivedFacts[]>;
  readonly refusedAsFuture: ReadonlyMap<string, { readonly count: number; readonly since: number }>;
  /** Shifts of its tills that ended in the last 7 days. */
  readonly shifts: readonly Shift[];
  /** By device, where its clock was never set or stands still. */
  readonly placed: ReadonlyMap<string, PlacedByReceipt>;
}

/** Checks compare a date with the same weekday of so many weeks. */
const weeksBack = 4;
const refusedWithinMs = 24 * 60 * 60_000;
const shiftsWithinMs = 7 * refusedWithinMs;

/** What was counted from four weeks ago up to now, of each store that the scope may see. */
export async function readCheckWeeks(sql: Sql, scope: Scope, query: CheckQuery): Promise<WatchedFacts[]> {
  const stores = visible(scope, query);
  return sql.transaction(async (snapshot) => {
    const known = await readKnown(snapshot, stores, query.now);
    const stretches = stores.map((store) => {
      const to = businessDateAt(store, query.now);
      return { store, from: addDays(to, -7 * weeksBack), to };
    });
    const facts = await readStoreFacts(snapshot, stretches, known);
    return facts.map((one) => ({ ...one, now: query.now }));
  });
}

/** What the devices themselves give away, of each store that the scope may see. */
export async function readLateFacts(sql: Sql, scope: Scope, query: CheckQuery): Promise<LateFacts[]> {
  const stores = visible(scope, query);
  const devices = stores.flatMap((store) => store.devices);
  const ids = devices.map(({ id }) => id);
  return sql.transaction(async (snapshot) => {
    const { reports } = await readKnown(snapshot, stores, query.now);
    const states = await readDeviceStates(snapshot, ids);
    const reporting = devices.flatMap((device) => {
      const lastReportAt = reports.get(device.id)?.lastReportAt ?? null;
      return lastReportAt === null || device.feed === 'batch' ? [] : [{ device, lastReportAt }];
    });
    const receipts = byDevice(await readReceipts(snapshot, reporting));
    const refusedAsFuture = await readRefusedAsFuture(snapshot, ids, query.now - refusedWithinMs);
    const byReceipt = await readPlacedByReceipt(snapshot, ids, query.now - refusedWithinMs);
    const placed = new Map(byReceipt.map((one) => [one.deviceId, one]));
    const ended = { fromAt: query.now - shiftsWithinMs, toAt: query.now + 1 };
    const storeIds = stores.map(({ id }) => id);
    const shifts = await readShifts(snapshot, scope, { settings: query.settings, storeIds, ...ended });
    return stores.map((store) => {
      const ofStore = shifts.filter(({ report }) => report.storeId === store.id);
      return { store, reports, states, receipts, refusedAsFuture, placed, shifts: ofStore };
    });
  });
}

function byDevice(facts: readonly ReceivedFacts[]): Map<string, ReceivedFacts[]> {
  const lists = new Map<string, ReceivedFacts[]>();
  for (const one of facts) {
    const list = lists.get(one.deviceId);
    if (list === undefined) lists.set(one.deviceId, [one]);
    else list.push(one);
  }
  return lists;
}

function visible(scope: Scope, { settings, storeIds }: CheckQuery): Store[] {
  return storeIds.flatMap((id) => {
    const store = settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
}
