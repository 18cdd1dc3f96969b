import type { ApiAsk } from '../adapters/vendorApi.ts';
import type { RawMessage } from '../pipeline/message.ts';
import type { Account } from './account.ts';
import { askVendor, type Unanswered } from './ask.ts';
import { messagesOf } from './fetching.ts';

/** How a turn of asking for all that changed went. */
export type PollOutcome =
  /** Read to its end and stored: from where to ask the next time. */
  | { readonly kind: 'done'; readonly cursor: string | null }
  /** The profile asks nothing by these options. */
  | { readonly kind: 'nothing' }
  /** `pauseMs`: so long the vendor wants to be left alone; null: it does not say. */
  | { readonly kind: 'off'; readonly sentence: string; readonly pauseMs: number | null; readonly isDenied: boolean };

export interface ToPoll {
  readonly account: Account;
  readonly cursor: string | null;
  /** Settles after the commit. */
  store(messages: readonly RawMessage[]): Promise<void>;
  /** Told between pages, so that no other process takes the turn meanwhile. */
  stillAtIt(): Promise<void>;
  readonly signal: AbortSignal;
}

/** More are left to the next turn only where the vendor's cursor allows; a shop's day has far fewer. */
const mostPages = 500;

/** Reads all pages; the cursor moves on only when the last one is stored. Rejects only where storing does. */
export async function pollOnce(poll: ToPoll): Promise<PollOutcome> {
  const { account, signal } = poll;
  const { api, options } = account;
  const now = Date.now();
  let ask: ApiAsk | null = api.poll(poll.cursor, { now, options });
  if (ask === null) return { kind: 'nothing' };
  let cursor = poll.cursor;
  for (let pages = 0; ask !== null; pages += 1) {
    if (pages >= mostPages) return off('The vendor’s answer does not end: it is asked again.');
    const asked = await askVendor(account, ask, signal);
    if (asked.kind !== 'answered') return offOf(asked);
    const page = readPage(account, asked.answer, { ask, now });
    if (page === null) return off('The vendor’s answer is not what was asked for.');
    await poll.store(page.found.flatMap(({ resource, body }) => messagesOf(account.feed, resource, [body])));
    cursor = page.cursor ?? cursor;
    ask = page.next;
    if (ask !== null) await poll.stillAtIt();
  }
  return { kind: 'done', cursor };
}

function readPage({ api }: Account, answer: unknown, context: { readonly ask: ApiAsk; readonly now: number }) {
  try {
    return api.page(answer, context);
  } catch {
    return null;
  }
}

function off(sentence: string, pauseMs: number | null = null): PollOutcome {
  return { kind: 'off', sentence, pauseMs, isDenied: false };
}

function offOf(asked: Unanswered): PollOutcome {
  if (asked.kind === 'denied') return { kind: 'off', sentence: asked.sentence, pauseMs: null, isDenied: true };
  return off(asked.sentence, asked.kind === 'later' ? asked.afterMs : null);
}
