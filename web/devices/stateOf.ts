import type { DeviceReport } from '../api-types.ts';

export type DeviceState = 'online' | 'offline' | 'silent' | 'waiting' | 'problem' | 'removed';

/** A device's state in one word. */
export function stateOf({
  removedAt,
  lastSeen,
  problem,
  state,
  coverage,
}: Pick<DeviceReport, 'removedAt' | 'lastSeen' | 'problem' | 'state' | 'coverage'>): DeviceState {
  if (removedAt !== null) return 'removed';
  if (lastSeen === null) return 'waiting';
  if (problem !== null) return 'problem';
  if (state === 'offline') return 'offline';
  return coverage === 0 ? 'silent' : 'online';
}
