import { AppError } from '../../db/vocabulary/errors.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Role } from '../../db/vocabulary/scope.ts';

interface Written {
  readonly role: Role;
  readonly stores: readonly string[];
  readonly regions: readonly string[];
}

/** What is granted to a person or token, checked against what is set up. */
export function grantsOf({ role, stores, regions }: Written, settings: Settings) {
  const unknownStore = stores.find((id) => !settings.stores.has(id));
  if (unknownStore !== undefined) throw new AppError('invalid', `stores: there is no store "${unknownStore}"`);
  const unknownRegion = regions.find((id) => !settings.regions.some((region) => region.id === id));
  if (unknownRegion !== undefined) throw new AppError('invalid', `regions: there is no region "${unknownRegion}"`);
  return { role, storeIds: stores, regionIds: regions };
}
