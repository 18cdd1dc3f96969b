import type { Remote } from '../../db/threads/protocol.ts';
import type { Reads } from '../../db/threads/reads.ts';
import type { Writes } from '../../db/threads/writes.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { ClaimedFetch } from '../../db/writes/fetches.ts';
import { findFeed } from '../hooks/feeds.ts';
import type { SecretKeeper } from '../hooks/secrets.ts';
import type { MessageFate, RawMessage } from '../pipeline/message.ts';
import type { Patience } from '../waitingLine.ts';
import { type Account, accountOf, type NoAccount } from './account.ts';
import { fetchOne } from './fetching.ts';
import { type Pace, usualPace } from './pace.ts';
import { makePauses } from './pauses.ts';
import { openPoller } from './poller.ts';

export interface FetchWorkerParts {
  readonly reads: Pick<Remote<Reads>, 'hasDueFetches'>;
  readonly writes: Pick<
    Remote<Writes>,
    'claimFetches' | 'completeFetch' | 'putOffFetch' | 'releaseFetches' | 'claimPoll' | 'notePoll'
  >;
  settings(): Promise<Settings>;
  /** The `api` secrets. */
  readonly secrets: SecretKeeper;
  submit(message: RawMessage, patience: Patience): Promise<MessageFate>;
  onTrouble(what: string, error: unknown): void;
  readonly pace?: Pace;
  /** Instead of what each vendor's API says. */
  readonly pollEveryMs?: number;
}

/** Asks vendors for what their webhooks only named, and for what was missed. */
export interface FetchWorker {
  /** Begins what is due; to be called every second or so. Settles when it has begun. */
  round(): Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  close(): Promise<void>;
}

const scope = systemScope('fetch');
const mostAtOnce = 4;
/** Longer than any question with its answer takes: then another process may ask. */
const leaseMs = 120_000;

/** What the parts of the worker share. */
export interface Asking extends FetchWorkerParts {
  readonly signal: AbortSignal;
  readonly pauses: ReturnType<typeof makePauses>;
  accountFor(feed: string, settings: Settings): Promise<Account | NoAccount | null>;
  store(messages: readonly RawMessage[]): Promise<void>;
}

export function openFetchWorker(parts: FetchWorkerParts): FetchWorker {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const asking: Asking = {
    ...parts,
    signal: stopping.signal,
    pauses: makePauses(),
    async accountFor(id, settings) {
      const feed = findFeed(settings, id);
      if (feed === null) return null;
      const [secret = null] = await parts.secrets.of(feed);
      return accountOf(feed, secret, settings);
    },
    store: async (messages) => void (await Promise.all(messages.map((message) => parts.submit(message, 'hold')))),
  };
  const poller = openPoller(asking);
  const begin = (work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) parts.onTrouble('asking a vendor failed', error);
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  };
  const askRound = async (): Promise<void> => {
    const now = Date.now();
    const settings = await parts.settings();
    await releaseChanged(asking, settings);
    const most = mostAtOnce - underWay.size;
    if (most <= 0 || stopping.signal.aborted) return;
    if (await parts.reads.hasDueFetches(scope, { now })) {
      const without = asking.pauses.feeds(now);
      const claimed = await parts.writes.claimFetches(scope, { now, until: now + leaseMs, most, without });
      for (const one of claimed) begin(ask(asking, one, settings));
    }
    for (const turn of poller.due(settings, now)) if (underWay.size < mostAtOnce) begin(poller.poll(turn, settings));
  };
  let round: Promise<void> = Promise.resolve();
  return {
    round() {
      round = askRound();
      return round;
    },
    async close() {
      stopping.abort();
      // A round may still begin something.
      await round.catch(() => undefined);
      await Promise.all(underWay);
    },
  };
}

/** An account whose key was refused is asked again as soon as it has another. */
async function releaseChanged({ pauses, accountFor, writes }: Asking, settings: Settings): Promise<void> {
  for (const { feed, secret } of pauses.denied()) {
    const account = await accountFor(feed, settings);
    const present = account !== null && 'secret' in account ? account.secret : null;
    if (present === secret) continue;
    pauses.end(feed);
    await writes.releaseFetches(scope, { feed, now: Date.now() });
  }
}

async function ask(asking: Asking, claimed: ClaimedFetch, settings: Settings): Promise<void> {
  const { writes, pauses, pace = usualPace, signal } = asking;
  const account = await asking.accountFor(claimed.feed, settings);
  const outcome = await fetchOne({ claimed, account, pace, now: Date.now(), signal });
  // Not asked to the end: another process, or the next start, does it when the lease is over.
  if (signal.aborted) return;
  if (outcome.kind === 'found') {
    await asking.store(outcome.messages);
    await writes.completeFetch(scope, claimed);
    return;
  }
  if (outcome.pauseFeedMs > 0) {
    const secret = account !== null && 'secret' in account ? account.secret : null;
    pauses.begin(claimed.feed, {
      until: Date.now() + outcome.pauseFeedMs,
      denied: outcome.isDenied ? { secret } : null,
    });
  }
  await writes.putOffFetch(scope, outcome.off);
}
