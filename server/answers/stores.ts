import { AppError } from '../../db/vocabulary/errors.ts';
import type { Region, Settings, Store } from '../../db/vocabulary/place.ts';
import { canSeeStore, type Scope, visibleStores } from '../../db/vocabulary/scope.ts';
import type { StoresAnswer } from '../contracts/stores.ts';

/** The store by its id; someone else's is not found, as if it were not there. */
export function storeFor(scope: Scope, settings: Settings, storeId: string): Store {
  const store = settings.stores.get(storeId);
  if (store === undefined || !canSeeStore(scope, store)) {
    throw new AppError('not_found', `There is no store "${storeId}".`);
  }
  return store;
}

export interface StoreFilter {
  readonly region?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly store?: readonly string[] | undefined;
}

/**
 * The caller's stores that are in one of the regions, carry one of the tags and are among the named ones, each where asked.
 * @throws not_found for a store or region that is not there for this caller.
 */
export function filteredStores(scope: Scope, settings: Settings, filter: StoreFilter): Store[] {
  const { region, tag } = filter;
  const named = filter.store && new Set(filter.store.map((id) => storeFor(scope, settings, id).id));
  const seen = new Set(visibleRegions(scope, settings).map(({ id }) => id));
  for (const id of region ?? []) {
    if (!seen.has(id)) throw new AppError('not_found', `There is no region "${id}".`);
  }
  return visibleStores(scope, settings).filter(
    (store) =>
      (named?.has(store.id) ?? true) &&
      (region?.includes(store.regionId ?? '') ?? true) &&
      (tag?.some((word) => store.tags.includes(word)) ?? true),
  );
}

/** `09:15` */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function storesOf(scope: Scope, settings: Settings): StoresAnswer {
  return {
    stores: visibleStores(scope, settings).map(summaryOf),
    regions: visibleRegions(scope, settings).map((region) => ({ ...region })),
  };
}

function visibleRegions(scope: Scope, settings: Settings): Region[] {
  if (scope.role === 'owner') return [...settings.regions];
  const ids = new Set([...scope.regionIds, ...visibleStores(scope, settings).map((store) => store.regionId)]);
  return settings.regions.filter(({ id }) => ids.has(id));
}

function summaryOf(store: Store): StoresAnswer['stores'][number] {
  const devices = store.devices.filter((device) => device.removedAt === null);
  return {
    id: store.id,
    name: store.name,
    region: store.regionId,
    tags: [...store.tags],
    areaM2: store.areaM2,
    opensOn: store.opensOn,
    closesOn: store.closesOn,
    timezone: store.timezone,
    currency: store.currency,
    dayStartsAt: clockText(store.dayStartsAtMinutes),
    measures: [...new Set(devices.flatMap((device) => device.measures))],
  };
}
