import type { DeviceReport } from '../api-types.ts';

export type DeviceState = 'online' | 'offline' | 'silent' | 'waiting' | 'problem' | 'imported' | 'removed';

/** A device's state in one word. */
export function stateOf({
  id,
  store,
  profile,
  removedAt,
  lastSeen,
  problem,
  state,
  coverage,
}: Pick<
  DeviceReport,
  'id' | 'store' | 'profile' | 'removedAt' | 'lastSeen' | 'problem' | 'state' | 'coverage'
>): DeviceState {
  // The store's own import device has always ended: with the last receipt of its files.
  if (profile === 'import' || id.startsWith(`${store}-import-`)) return 'imported';
  if (removedAt !== null) return 'removed';
  if (lastSeen === null) return 'waiting';
  if (problem !== null) return 'problem';
  if (state === 'offline') return 'offline';
  return coverage === 0 ? 'silent' : 'online';
}
