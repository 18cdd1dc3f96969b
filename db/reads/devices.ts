import { deviceCoverage } from '../rollup/deviceCoverage.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt } from '../time/businessDate.ts';
import { bucketMs } from '../time/opening.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readKnown } from './known.ts';
import { nothingSetAside, readSetAside, type SetAside } from './setAside.ts';
import { readStoreFacts } from './storeFacts.ts';
import { wantedRows } from './wanted.ts';

export interface DevicesQuery {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  readonly now: number;
}

/** What a device last said of itself; instants in epoch ms, null where it never did. */
export interface DeviceState {
  readonly deviceId: string;
  /** When its last message came. */
  readonly lastSeenAt: number | null;
  /** The time its last report speaks of. */
  readonly lastReportAt: number | null;
  readonly firstReportAt: number | null;
  readonly state: 'online' | 'offline' | null;
  readonly problem: string | null;
  readonly stateAt: number | null;
  readonly battery: number | null;
  readonly firmware: string | null;
  readonly corrections: number;
}

export interface DeviceReport extends DeviceState, SetAside {
  readonly storeId: string;
  /** Observed / expected over the last 24 h; null where nothing was expected. */
  readonly coverage: number | null;
  /** Items of its messages in quarantine, equal ones counted as often as they came. */
  readonly quarantined: number;
}

const coverageMs = 24 * 60 * 60_000;
const chunkSize = 50;

/** How each device of the stores is, in the settings' order; stores that the scope may not see are left out. */
export async function readDevices(sql: Sql, scope: Scope, query: DevicesQuery): Promise<DeviceReport[]> {
  const stores = query.storeIds.flatMap((id) => {
    const store = query.settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
  const reports: DeviceReport[] = [];
  for (let i = 0; i < stores.length; i += chunkSize) {
    const chunk = stores.slice(i, i + chunkSize);
    reports.push(...(await sql.transaction((snapshot) => reportsOf(snapshot, chunk, query.now))));
  }
  return reports;
}

async function reportsOf(sql: Sql, stores: readonly Store[], now: number): Promise<DeviceReport[]> {
  const devices = stores.flatMap((store) => store.devices);
  const ids = devices.map((device) => device.id);
  const states = await readDeviceStates(sql, ids);
  const setAside = await readSetAside(sql, ids);
  const quarantined = await readQuarantined(sql, ids);
  const coverage = await readCoverage(sql, stores, now);
  return devices.map((device) => ({
    storeId: device.storeId,
    ...(states.get(device.id) ?? neverHeard(device)),
    coverage: coverage.get(device.id) ?? null,
    ...(setAside.get(device.id) ?? nothingSetAside),
    quarantined: quarantined.get(device.id) ?? 0,
  }));
}

/** What the devices last said of themselves; a device that was never heard is absent. */
export async function readDeviceStates(sql: Sql, deviceIds: readonly string[]): Promise<Map<string, DeviceState>> {
  const rows = await sql.all<DeviceState>(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select d.device_id as "deviceId", d.last_seen_at as "lastSeenAt", d.last_report_at as "lastReportAt",
      d.first_report_at as "firstReportAt", d.state, d.problem, d.state_at as "stateAt", d.battery, d.firmware, d.corrections
    from wanted cross join device_states d where d.device_id = wanted.device_id`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
  return new Map(rows.map((row) => [row.deviceId, row]));
}

async function readQuarantined(sql: Sql, deviceIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.all<{ deviceId: string; count: number }>(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select q.device_id as "deviceId", sum(q.count) as "count" from wanted cross join quarantine q
    where q.device_id = wanted.device_id group by q.device_id`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
  return new Map(rows.map((row) => [row.deviceId, row.count]));
}

/** The last 24 h, from the first whole bucket on. */
async function readCoverage(sql: Sql, stores: readonly Store[], now: number): Promise<Map<string, number | null>> {
  const startAt = Math.ceil((now - coverageMs) / bucketMs) * bucketMs;
  const known = await readKnown(sql, stores, now);
  const stretches = stores.map((store) => ({
    store,
    from: businessDateAt(store, startAt),
    to: businessDateAt(store, now),
  }));
  const facts = await readStoreFacts(sql, stretches, known);
  return new Map(
    facts.flatMap((one) =>
      one.store.devices.map((device) => [device.id, deviceCoverage({ ...one, now }, device, { startAt, endAt: now })]),
    ),
  );
}

function neverHeard(device: Device): DeviceState {
  return {
    deviceId: device.id,
    lastSeenAt: null,
    lastReportAt: null,
    firstReportAt: null,
    state: null,
    problem: null,
    stateAt: null,
    battery: null,
    firmware: null,
    corrections: 0,
  };
}
