import { requireOwnDevice } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { type DeviceState, readDeviceStates } from './devices.ts';

/** What there is to see of a device that is tried out. */
export interface TrialFacts {
  /** null: it was never heard. */
  readonly state: DeviceState | null;
  /** What of its messages was refused of late, by reason, most often first. */
  readonly refused: readonly { readonly reason: string; readonly detail: string; readonly count: number }[];
  /** How many of its reports were placed by receipt of late, by why. */
  readonly placed: readonly { readonly reason: string; readonly count: number }[];
}

const lateMs = 24 * 3600_000;

interface TrialAsk {
  readonly settings: Settings;
  readonly deviceId: string;
  readonly now: number;
}

/** How a device has done in the last 24 hours; someone else's is not found. */
export async function readTrial(sql: Sql, scope: Scope, { settings, deviceId, now }: TrialAsk): Promise<TrialFacts> {
  requireOwnDevice(scope, settings, deviceId);
  const states = await readDeviceStates(sql, [deviceId]);
  const refused = await sql.all<TrialFacts['refused'][number]>(
    `select reason, max(detail) as "detail", sum(count) as "count" from quarantine
     where device_id = ? and last_at > ? group by reason order by sum(count) desc`,
    [deviceId, now - lateMs],
  );
  const placed = await sql.all<TrialFacts['placed'][number]>(
    'select reason, count(*) as "count" from placements where device_id = ? and received_at > ? group by reason',
    [deviceId, now - lateMs],
  );
  return { state: states.get(deviceId) ?? null, refused: refused.map(counted), placed: placed.map(counted) };
}

/** PostgreSQL sums to a numeric. */
function counted<Row extends { readonly count: number }>(row: Row): Row {
  return { ...row, count: Number(row.count) };
}
