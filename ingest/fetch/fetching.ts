import type { ClaimedFetch, FetchPutOff } from '../../db/writes/fetches.ts';
import type { RawMessage } from '../pipeline/message.ts';
import { hookPrefix } from '../pipeline/routes.ts';
import type { Account, NoAccount } from './account.ts';
import { askVendor, type Unanswered } from './ask.ts';
import { type Pace, pauseAfter } from './pace.ts';

/** An answer's bodies as the messages they are read as. */
export function messagesOf(feed: string, resource: string, bodies: readonly unknown[]): RawMessage[] {
  const receivedAt = Date.now();
  return bodies.map((body) => ({
    topic: `${hookPrefix}${feed}/fetched/${resource}`,
    payload: new TextEncoder().encode(JSON.stringify(body)),
    isRetained: false,
    receivedAt,
  }));
}

/** What became of one thing that was asked for. */
export type FetchOutcome =
  /** To be stored; then it is done. */
  | { readonly kind: 'found'; readonly messages: readonly RawMessage[] }
  | { readonly kind: 'off'; readonly off: FetchPutOff; readonly pauseFeedMs: number; readonly isDenied: boolean };

interface ToFetch {
  readonly claimed: ClaimedFetch;
  readonly account: Account | NoAccount | null;
  readonly pace: Pace;
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Asks the vendor for one thing; never rejects. */
export async function fetchOne(given: ToFetch): Promise<FetchOutcome> {
  const { claimed, account, signal } = given;
  if (account === null) return givenUp(given, 'The vendor of this profile cannot be asked.');
  if ('problem' in account) return denied(given, account.problem);
  const ask = account.api.ask(claimed.resource, claimed.key);
  if (ask === null) return givenUp(given, `There is no way to ask for ${claimed.resource}.`);
  const asked = await askVendor(account, ask, signal);
  if (asked.kind !== 'answered') return offOf(given, asked);
  try {
    const bodies = account.api.found(claimed.resource, asked.answer);
    if (bodies.length === 0) return offOf(given, wrongAnswer);
    return { kind: 'found', messages: messagesOf(claimed.feed, claimed.resource, bodies) };
  } catch {
    return offOf(given, wrongAnswer);
  }
}

const wrongAnswer: Unanswered = {
  kind: 'failed',
  isLasting: true,
  sentence: 'The vendor’s answer is not what was asked for.',
};

function offOf(given: ToFetch, asked: Unanswered): FetchOutcome {
  const { claimed, pace, now } = given;
  if (asked.kind === 'denied') return denied(given, asked.sentence);
  if (asked.kind === 'later') {
    const off = { ...basis(claimed), error: asked.sentence, dueAt: now + asked.afterMs, failedAt: null };
    return { kind: 'off', off, pauseFeedMs: asked.afterMs, isDenied: false };
  }
  const attempts = claimed.attempts + 1;
  const most = asked.isLasting ? pace.mostLastingAttempts : pace.mostAttempts;
  if (attempts >= most) return givenUp(given, asked.sentence);
  const dueAt = now + pauseAfter(pace, attempts);
  const off = { ...basis(claimed), attempts, error: asked.sentence, dueAt, failedAt: null };
  return { kind: 'off', off, pauseFeedMs: 0, isDenied: false };
}

function basis({ id, version, attempts }: ClaimedFetch): Pick<FetchPutOff, 'id' | 'version' | 'attempts'> {
  return { id, version, attempts };
}

/** It waits, however long, for a key that is taken. */
function denied({ claimed, pace, now }: ToFetch, sentence: string): FetchOutcome {
  const off = { ...basis(claimed), error: sentence, dueAt: now + pace.deniedPauseMs, failedAt: null };
  return { kind: 'off', off, pauseFeedMs: pace.deniedPauseMs, isDenied: true };
}

function givenUp({ claimed, now }: ToFetch, sentence: string): FetchOutcome {
  const attempts = claimed.attempts + 1;
  const error = `${sentence} It was given up after ${attempts} ${attempts === 1 ? 'try' : 'tries'}.`;
  const off = { ...basis(claimed), attempts, error, dueAt: now, failedAt: now };
  return { kind: 'off', off, pauseFeedMs: 0, isDenied: false };
}
