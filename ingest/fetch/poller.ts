import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { adapters } from '../adapters/registry.ts';
import type { Account } from './account.ts';
import { usualPace } from './pace.ts';
import { type PollOutcome, pollOnce } from './polling.ts';
import type { Asking } from './worker.ts';

/** Asks each vendor's account again and again what has changed. */
export interface Poller {
  /** Feeds whose turn may have come. */
  due(settings: Settings, now: number): Turn[];
  poll(turn: Turn, settings: Settings): Promise<void>;
}

export interface Turn {
  readonly feed: string;
  /** The least time since the last turn, of whichever process. */
  readonly everyMs: number;
}

const scope = systemScope('fetch');
const failedPauseMs = 60_000;

export function openPoller(asking: Asking): Poller {
  const { writes, pauses, pollEveryMs, pace = usualPace } = asking;
  /** When to look again, and after how much time since the last turn it is due then. */
  const next = new Map<string, { readonly at: number; readonly everyMs: number }>();
  const pollables = rememberedFor((settings) => pollableFeeds(settings, pollEveryMs));

  const lookAgain = (feed: string, inMs: number, everyMs: number): void =>
    void next.set(feed, { at: Date.now() + inMs, everyMs });

  const note = async ({ feed, everyMs }: Turn, outcome: PollOutcome, account: Account): Promise<void> => {
    const triedAt = Date.now();
    lookAgain(feed, everyMs, everyMs);
    if (outcome.kind === 'done') await writes.notePoll(scope, { feed, triedAt, outcome: { cursor: outcome.cursor } });
    if (outcome.kind !== 'off') return;
    const { isDenied, pauseMs } = outcome;
    const inMs = isDenied ? pace.deniedPauseMs : (pauseMs ?? Math.min(failedPauseMs, everyMs));
    lookAgain(feed, inMs, inMs);
    if (isDenied) pauses.begin(feed, { until: triedAt + inMs, denied: { secret: account.secret } });
    else if (pauseMs !== null) pauses.begin(feed, { until: triedAt + pauseMs, denied: null });
    await writes.notePoll(scope, { feed, triedAt, outcome: { error: outcome.sentence } });
  };

  return {
    due(settings, now) {
      const paused = new Set(pauses.feeds(now));
      return pollables(settings).flatMap(({ feed, everyMs }) => {
        const planned = next.get(feed);
        if (paused.has(feed) || (planned !== undefined && planned.at > now)) return [];
        return [{ feed, everyMs: planned?.everyMs ?? everyMs }];
      });
    },
    async poll({ feed, everyMs }, settings) {
      const usual = pollables(settings).find((one) => one.feed === feed) ?? { feed, everyMs };
      // Whatever comes of it, not twice at a time.
      lookAgain(feed, usual.everyMs, usual.everyMs);
      const account = await asking.accountFor(feed, settings);
      if (account === null || 'problem' in account) return;
      const claimed = await writes.claimPoll(scope, { feed, now: Date.now(), everyMs });
      if (claimed === null) return;
      const outcome = await pollOnce({
        account,
        cursor: claimed.cursor,
        store: asking.store,
        stillAtIt: () => writes.notePoll(scope, { feed, triedAt: Date.now(), outcome: null }),
        signal: asking.signal,
      });
      if (!asking.signal.aborted) await note(usual, outcome, account);
    },
  };
}

/** Devices and sources of a profile with an API; a device that has a source is asked for by that. */
function pollableFeeds(settings: Settings, pollEveryMs: number | undefined): Turn[] {
  const feeds: Turn[] = [];
  const add = (feed: string, profile: string): void => {
    const api = adapters.get(profile)?.api ?? null;
    if (api !== null) feeds.push({ feed, everyMs: pollEveryMs ?? api.pollEverySeconds * 1000 });
  };
  for (const { id, profile } of settings.sources.values()) add(id, profile);
  for (const { id, profile, connection } of settings.devices.values())
    if (connection !== null && connection.source === null) add(id, profile);
  return feeds;
}

function rememberedFor<Value>(make: (settings: Settings) => Value): (settings: Settings) => Value {
  let kept: { readonly settings: Settings; readonly value: Value } | null = null;
  return (settings) => {
    if (kept?.settings !== settings) kept = { settings, value: make(settings) };
    return kept.value;
  };
}
