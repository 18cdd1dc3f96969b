import type { Settings, Store } from './place.ts';

export const roles = ['owner', 'regional', 'manager', 'viewer'] as const;
/** owner: all; regional: their regions; manager: their stores; viewer: reads their stores. */
export type Role = (typeof roles)[number];

/**
 * What a caller may see and do. Every read and write of the database takes one, without a default.
 * `storeIds` and `regionIds` are what was granted; a region's stores are worked out from the settings of the moment.
 */
export interface Scope {
  /** Whom the audit log names: `user:ID`, `token:ID`, `device:ID`, `cli`, `system`. */
  readonly actor: string;
  readonly role: Role;
  readonly storeIds: readonly string[];
  readonly regionIds: readonly string[];
}

/** For what the house does itself: jobs, the pipeline, the command line. Never made from a request. */
export function systemScope(actor: string): Scope {
  return { actor, role: 'owner', storeIds: [], regionIds: [] };
}

export function canSeeStore(scope: Scope, store: Store): boolean {
  if (scope.role === 'owner') return true;
  if (scope.storeIds.includes(store.id)) return true;
  return store.regionId !== null && scope.regionIds.includes(store.regionId);
}

/** The stores a caller may see, in the settings' order. */
export function visibleStores(scope: Scope, settings: Settings): Store[] {
  return [...settings.stores.values()].filter((store) => canSeeStore(scope, store));
}

/** Quarantine is seen by the owner and, for their stores, by regionals and managers. */
export function canSeeQuarantine(scope: Scope): boolean {
  return scope.role !== 'viewer';
}

/** Figures are corrected by those who answer for a store: held differences, take-outs, counts by hand. */
export function canChangeData(scope: Scope): boolean {
  return scope.role !== 'viewer';
}

/** Settings of the chain, users and tokens are the owner's. */
export function canChangeSettings(scope: Scope): boolean {
  return scope.role === 'owner';
}
