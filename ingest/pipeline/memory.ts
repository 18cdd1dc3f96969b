import { type DeviceState, findDeviceStates, lastStatuses, versionForMemory } from '../../db/reads/standing.ts';
import { latestTakenOut } from '../../db/reads/takeOutSpans.ts';
import type { Carry } from '../../db/rollup/differences.ts';
import type { Sql } from '../../db/sql/port.ts';

/** The latest status of a device by its own time; `at` is -Infinity where there is none. */
export interface LastStatus {
  at: number;
  problem: string | null;
}

/** What the latest readings of one line show. */
export interface KnownLine {
  /** When its latest reading was; null: it has none. */
  lastAt: number | null;
  carry: Carry;
  /** Marks of the totals of which the carry is known (totalMarks). */
  knows: number;
  /** The UTC day that is noted in reading_days already, and the marks it is noted with. */
  notedDay: number;
  notedTotals: number;
}

/** What is kept of a device between batches, so that a plain append needs no look into the database. */
export interface KnownDevice {
  readonly state: DeviceState;
  /** No interval, reading or event that was stored before this was read ends after it (epoch ms). */
  endedBefore: number;
  /** By line: the latest end of what came since, interval or reading. */
  readonly lineEnds: Map<string, number>;
  /** By line: the latest event that came since. */
  readonly eventEnds: Map<string, number>;
  /** By line, those of which readings came. */
  readonly lines: Map<string, KnownLine>;
  lastStatus: LastStatus;
  /** No span of the device that stands taken out ends later (epoch ms). */
  readonly takenOutUntil: number;
  /** The state is to be written with this batch. */
  isChanged: boolean;
}

/**
 * Devices by id, as the last committed batch left them. On SQLite there is one writer, and what it knows stays true until another
 * connection writes; on PostgreSQL every batch reads anew. After a roll-back it must be emptied.
 */
export interface Memory {
  readonly devices: Map<string, KnownDevice>;
  version: string | null;
  /** Rows put into quarantine since it was looked how many there are in all. */
  keptSinceLook: number;
  /** What someone watches, and when that was looked up. */
  watched: ReadonlySet<string>;
  watchedAt: number;
}

export function emptyMemory(): Memory {
  return {
    devices: new Map(),
    version: null,
    keptSinceLook: 0,
    watched: new Set(),
    watchedAt: Number.NEGATIVE_INFINITY,
  };
}

/** Forgets what may be wrong: all of it on PostgreSQL, and when another connection has written. First thing in a transaction. */
export async function refreshMemory(sql: Sql, memory: Memory): Promise<void> {
  const version = await versionForMemory(sql);
  if (version === null || version !== memory.version) memory.devices.clear();
  memory.version = version;
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
  const takenOut = await latestTakenOut(sql, missing);
  for (const deviceId of missing) {
    const state = states.get(deviceId) ?? unknownState(deviceId);
    memory.devices.set(deviceId, {
      state,
      endedBefore: state.lastReportAt ?? Number.NEGATIVE_INFINITY,
      lineEnds: new Map(),
      eventEnds: new Map(),
      lines: new Map(),
      takenOutUntil: takenOut.get(deviceId) ?? Number.NEGATIVE_INFINITY,
      lastStatus: last.get(deviceId) ?? { at: Number.NEGATIVE_INFINITY, problem: null },
      isChanged: false,
    });
  }
}

const mostLines = 64;

/** Forgets the lines of a device that names ever new ones: what is known of it as a whole will do. At the end of a batch. */
export function boundLines(device: KnownDevice): void {
  if (Math.max(device.lineEnds.size, device.eventEnds.size, device.lines.size) <= mostLines) return;
  device.endedBefore = device.state.lastReportAt ?? device.endedBefore;
  device.lineEnds.clear();
  device.eventEnds.clear();
  device.lines.clear();
}

/** What is known of a device that was recalled. */
export function known(memory: Memory, deviceId: string): KnownDevice {
  const device = memory.devices.get(deviceId);
  if (device === undefined) throw new Error(`The device ${deviceId} was not recalled.`);
  return device;
}
