import type { AttentionAnswer } from '../../server/contracts/attention.ts';
import { askAttention, type LookQuery } from './branchesApi.ts';

/** The table waits so long for the list above it, lest it is pushed down. */
const patienceMs = 1500;

/** Which branches need a look: what was shown stays until what is asked for now has come. */
export class LookData {
  answer = $state.raw<AttentionAnswer | null>(null);
  hasFailed = $state(false);
  /** It has come, has failed, or takes long. */
  isSettled = $state(false);
  /** It came only after what is below it was there. */
  isLate = $state(false);
  #asked: LookQuery | undefined;

  async load(query: LookQuery): Promise<void> {
    this.#asked = query;
    const timer = setTimeout(() => this.#giveUpWaiting(), patienceMs);
    try {
      const answer = await askAttention(query);
      if (this.#asked !== query) return;
      this.answer = answer;
      this.hasFailed = false;
    } catch {
      // The table says why nothing could be loaded; this list is told to be missing.
      if (this.#asked !== query) return;
      this.answer = null;
      this.hasFailed = true;
    } finally {
      clearTimeout(timer);
    }
    this.isSettled = true;
  }

  #giveUpWaiting(): void {
    if (this.isSettled) return;
    this.isLate = true;
    this.isSettled = true;
  }
}
