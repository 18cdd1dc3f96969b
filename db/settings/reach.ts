import { AppError } from '../vocabulary/errors.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import { canChangeData, canSeeStore, type Scope } from '../vocabulary/scope.ts';

/** Lets owners, regionals and managers go on; a viewer hears that they may not `what` (`take out counts`). */
export function requireStaff(scope: Scope, what: string): void {
  if (!canChangeData(scope)) throw new AppError('forbidden', `Your role does not let you ${what}: ask a manager.`);
}

/** The store, if it is there for this caller; someone else's is not found, as if it were not there. */
export function requireStore(scope: Scope, settings: Settings, storeId: string): Store {
  const store = settings.stores.get(storeId);
  if (store === undefined || !canSeeStore(scope, store)) {
    throw new AppError('not_found', `There is no store "${storeId}": choose one of your own.`);
  }
  return store;
}

/** A device of a store, `not_found` where the store has none of that id. */
export function requireDevice(store: Store, deviceId: string): Device {
  const device = store.devices.find((one) => one.id === deviceId);
  if (device === undefined) {
    throw new AppError('not_found', `The store "${store.id}" has no device "${deviceId}": choose one of its own.`);
  }
  return device;
}

/** A device of a store of the caller's; someone else's is not found, as if it were not there. */
export function requireOwnDevice(scope: Scope, settings: Settings, deviceId: string): Device {
  const device = settings.devices.get(deviceId);
  const store = device === undefined ? undefined : settings.stores.get(device.storeId);
  if (device === undefined || store === undefined || !canSeeStore(scope, store)) {
    throw new AppError('not_found', `There is no device "${deviceId}": choose one of your own.`);
  }
  return device;
}
