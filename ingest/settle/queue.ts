import { aside, type FoundQueueSample, type FoundQueueStatistic, type FoundQueueVisit } from '../adapters/finding.ts';
import type { SettleContext, Settled } from './settled.ts';

/** What a vendor says of a queue, by the device's lines and clock. */
export function settleQueue(
  _found: FoundQueueSample | FoundQueueVisit | FoundQueueStatistic,
  _context: SettleContext,
): Settled {
  return aside('other', 'It is about a queue.');
}
