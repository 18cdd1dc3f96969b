import { requireOwnDevice } from '../../db/settings/reach.ts';
import type { Device, Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';

/** A device of the caller's with its store; someone else's is not found, as if it were not there. */
export function ownDevice(scope: Scope, settings: Settings, id: string): { device: Device; store: Store } {
  const device = requireOwnDevice(scope, settings, id);
  const store = settings.stores.get(device.storeId);
  if (store === undefined) throw new TypeError(`the device ${id} is in no store`);
  return { device, store };
}
