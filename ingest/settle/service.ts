import { aside, type FoundRequest, type FoundSurvey } from '../adapters/finding.ts';
import type { SettleContext, Settled } from './settled.ts';

/** What a vendor says of answers and requests. */
export function settleService(_found: FoundSurvey | FoundRequest, _context: SettleContext): Settled {
  return aside('other', 'It is about service.');
}
