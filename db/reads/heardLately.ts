import type { Sql } from '../sql/port.ts';
import type { Device } from '../vocabulary/place.ts';
import { readDeviceStates } from './devices.ts';

/**
 * Those of the devices whose silence means that nothing happened: heard within their `silentAfter`, not offline, and with no problem
 * of their own. The silence of the others is a gap.
 */
export async function readHeardLately(sql: Sql, devices: readonly Device[], now: number): Promise<Set<string>> {
  const states = await readDeviceStates(
    sql,
    devices.map((device) => device.id),
  );
  const heard = devices.filter(({ id, silentAfterSeconds }) => {
    const state = states.get(id);
    if (state?.lastSeenAt == null || state.state === 'offline' || state.problem !== null) return false;
    return now - state.lastSeenAt <= silentAfterSeconds * 1000;
  });
  return new Set(heard.map((device) => device.id));
}
