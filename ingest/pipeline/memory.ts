import { type DeviceState, findDeviceStates, lastStatuses, writtenByOthers } from '../../db/reads/standing.ts';
import type { Sql } from '../../db/sql/port.ts';

/** The latest status of a device by its own time; `at` is -Infinity where there is none. */
export interface LastStatus {
  at: number;
  problem: string | null;
}

/** What is kept of a device between batches, so that a plain append needs no look into the database. */
export interface KnownDevice {
  readonly state: DeviceState;
  /** No interval that was stored before this was read ends after it (epoch ms). */
  readonly endedBefore: number;
  /** By line: the latest end of what came since. */
  readonly lineEnds: Map<string, number>;
  lastStatus: LastStatus;
  /** The state is to be written with this batch. */
  isChanged: boolean;
}

/**
 * Devices by id, as the last committed batch left them. On SQLite there is one writer, and what it knows stays true until another
 * connection writes; on PostgreSQL every batch reads anew. After a roll-back it must be emptied.
 */
export interface Memory {
  readonly devices: Map<string, KnownDevice>;
  writtenByOthers: number | null;
}

export function emptyMemory(): Memory {
  return { devices: new Map(), writtenByOthers: null };
}

/** Forgets what may be wrong: all of it on PostgreSQL, and when another connection has written. First thing in a transaction. */
export async function refreshMemory(sql: Sql, memory: Memory): Promise<void> {
  const version = await writtenByOthers(sql);
  if (version === null || version !== memory.writtenByOthers) memory.devices.clear();
  memory.writtenByOthers = version;
}

function unknownState(deviceId: string): DeviceState {
  return {
    deviceId,
    firstReportAt: null,
    lastReportAt: null,
    lastSeenAt: null,
    longestIntervalMs: null,
    latestIntervalMs: null,
    completeTo: null,
    state: null,
    problem: null,
    stateAt: null,
    battery: null,
    firmware: null,
    corrections: 0,
    hasStatusSince: null,
  };
}

/** Reads what is known of the devices that are not in memory yet. */
export async function recall(sql: Sql, memory: Memory, deviceIds: Iterable<string>): Promise<void> {
  const missing = [...new Set(deviceIds)].filter((id) => !memory.devices.has(id));
  if (missing.length === 0) return;
  const states = new Map((await findDeviceStates(sql, missing)).map((state) => [state.deviceId, state]));
  const withStatus = [...states.values()]
    .filter((state) => state.hasStatusSince !== null)
    .map((state) => state.deviceId);
  const statuses = withStatus.length === 0 ? [] : await lastStatuses(sql, withStatus);
  const last = new Map(statuses.map(({ deviceId, at, problem }) => [deviceId, { at, problem }]));
  for (const deviceId of missing) {
    const state = states.get(deviceId) ?? unknownState(deviceId);
    memory.devices.set(deviceId, {
      state,
      endedBefore: state.lastReportAt ?? Number.NEGATIVE_INFINITY,
      lineEnds: new Map(),
      lastStatus: last.get(deviceId) ?? { at: Number.NEGATIVE_INFINITY, problem: null },
      isChanged: false,
    });
  }
}

/** What is known of a device that was recalled. */
export function known(memory: Memory, deviceId: string): KnownDevice {
  const device = memory.devices.get(deviceId);
  if (device === undefined) throw new Error(`The device ${deviceId} was not recalled.`);
  return device;
}
