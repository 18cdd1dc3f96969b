import { wilsonInterval } from './wilson.ts';

/** One direction of one audit: people counted by hand, and what the device saw in the same time. */
export interface CountedPair {
  readonly manual: number;
  readonly device: number;
}

export interface Accuracy {
  readonly manual: number;
  readonly device: number;
  /** 1 − Σ |device − manual| / Σ manual; below 0 where the device is wrong by more people than there were. */
  readonly accuracy: number;
  /** 95 % Wilson interval with n = Σ manual and k = Σ manual − Σ |device − manual| (0 at least), as fractions of 1. */
  readonly interval: readonly [number, number];
  /** Σ manual / Σ device: what the device's counts are multiplied with; null where it saw nobody. */
  readonly factor: number | null;
}

/**
 * How well a device counts one direction, by one audit or several together. null where nobody was counted by hand: of no people
 * nothing can be said.
 */
export function accuracyOf(pairs: readonly CountedPair[]): Accuracy | null {
  const manual = pairs.reduce((sum, pair) => sum + pair.manual, 0);
  const device = pairs.reduce((sum, pair) => sum + pair.device, 0);
  const missed = pairs.reduce((sum, pair) => sum + Math.abs(pair.device - pair.manual), 0);
  const interval = wilsonInterval(Math.max(0, manual - missed), manual);
  if (interval === null) return null;
  return { manual, device, accuracy: 1 - missed / manual, interval, factor: device > 0 ? manual / device : null };
}

const dayMs = 86_400_000;
/** A counter moves, shelves are put in its way, lamps change: an audit says nothing of it after this. */
export const auditHoldsMs = 90 * dayMs;

/** When an audit that ended then stops to hold, in epoch ms. */
export function expiryOf(endAt: number): number {
  return endAt + auditHoldsMs;
}
