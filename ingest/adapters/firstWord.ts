import type { When } from './finding.ts';

const farAhead = Date.UTC(3000, 0, 1);

/**
 * An `updatedAt` for something of which the first counts, such as the first answer to a request: the latest `updatedAt` stands, so the
 * earlier it happened, the later it says. Nothing else may share the finding.
 */
export function firstWord(at: When): number | null {
  return typeof at === 'number' ? farAhead - at : null;
}
