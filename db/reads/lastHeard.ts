import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readDeviceStates } from './devices.ts';

/** When something of a device was stored last. */
export interface LastHeard {
  readonly store: string;
  readonly device: string;
  /** Epoch ms of receipt. */
  readonly at: number;
  /** Epoch ms its latest report speaks of. */
  readonly reportedAt: number | null;
  readonly state: 'online' | 'offline' | null;
}

/** Of the devices of these stores that were ever heard; stores that the scope may not see are left out. */
export async function readLastHeard(
  sql: Sql,
  scope: Scope,
  { settings, storeIds }: { readonly settings: Settings; readonly storeIds: readonly string[] },
): Promise<LastHeard[]> {
  const devices = storeIds.flatMap((id) => {
    const store = settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? store.devices : [];
  });
  const ids = devices.map((device) => device.id);
  const states = await readDeviceStates(sql, ids);
  return devices.flatMap((device) => {
    const state = states.get(device.id);
    if (state === undefined || state.lastSeenAt === null) return [];
    const { lastSeenAt: at, lastReportAt: reportedAt } = state;
    return [{ store: device.storeId, device: device.id, at, reportedAt, state: state.state }];
  });
}
