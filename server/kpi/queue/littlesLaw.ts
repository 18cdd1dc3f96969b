import type { PurchasePace } from '../../../db/rollup/purchasePace.ts';
import type { QueueTally } from '../../../db/rollup/queueTally.ts';

/**
 * How long people wait on average where only lengths are known: people waiting / people served a second (J. D. C. Little, "A proof for
 * the queuing formula L = λW", Operations Research 9, 1961), taking every purchase for one who waited. In seconds; null where nothing
 * was bought while a length was known.
 */
export function littlesWait({ purchases, knownMs, waiting }: PurchasePace): number | null {
  if (purchases <= 0 || knownMs <= 0) return null;
  return waiting / (purchases / (knownMs / 1000));
}

/** Lengths are known, and how long anybody waited is not: only then is it estimated. */
export function needsEstimate(tally: QueueTally): boolean {
  return tally.knownMs > 0 && tally.waits === 0 && tally.judged === 0;
}
