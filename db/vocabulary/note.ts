import type { Settings, Store } from './place.ts';
import { canSeeStore, type Scope, visibleStores } from './scope.ts';

/** What somebody wants remembered of some dates: a fair, road works, new prices. */
export interface NoteContent {
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The stores that it is about; null: a region's, or all. */
  readonly storeIds: readonly string[] | null;
  /** The region that it is about; null: some stores, or all. */
  readonly regionId: string | null;
}

export interface Note extends NoteContent {
  readonly id: string;
  /** Whom the audit log names. */
  readonly madeBy: string;
  readonly madeAt: number;
}

export type NoteReach = Pick<NoteContent, 'storeIds' | 'regionId'>;

/** Is a note about this store? */
export function isAboutStore({ storeIds, regionId }: NoteReach, store: Store): boolean {
  if (storeIds !== null) return storeIds.includes(store.id);
  return regionId === null || regionId === store.regionId;
}

/** Whoever may see one of the stores that a note is about may read it; one about all stores is everybody's. */
export function canSeeNote(scope: Scope, settings: Settings, reach: NoteReach): boolean {
  const { storeIds, regionId } = reach;
  if (scope.role === 'owner' || (storeIds === null && regionId === null)) return true;
  if (regionId !== null && scope.regionIds.includes(regionId)) return true;
  return visibleStores(scope, settings).some((store) => isAboutStore(reach, store));
}

/** Whoever answers for every store that a note is about may write it: one about all stores is the owner's alone. */
export function canWriteNote(scope: Scope, settings: Settings, { storeIds, regionId }: NoteReach): boolean {
  if (scope.role === 'owner') return true;
  if (scope.role === 'viewer') return false;
  if (storeIds === null) return regionId !== null && scope.role === 'regional' && scope.regionIds.includes(regionId);
  return storeIds.every((id) => {
    const store = settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store);
  });
}
