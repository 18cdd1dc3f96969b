/** Requests that did not show whom they come from, by feed and address: too many of them are not looked at any more. */
export interface Attempts {
  /** Seconds until this address is heard again; null: it is. */
  blockedForSeconds(feed: string, address: string): number | null;
  failed(feed: string, address: string): void;
  succeeded(feed: string, address: string): void;
}

interface Seen {
  since: number;
  failures: number;
  provenAt: number;
}

const windowMs = 60_000;
/** Guesses a minute: enough for someone who sets a webhook up, and for a vendor who sends again what was refused. */
const mostFailures = 30;
/** Behind one proxy the vendor and a stranger may share an address: the vendor is not to be shut out by the other. */
const mostFailuresOfProven = 600;
const provenMs = 3600_000;
const mostKept = 10_000;

export function makeAttempts(now: () => number): Attempts {
  const seen = new Map<string, Seen>();
  const find = (feed: string, address: string): Seen => {
    const key = `${feed} ${address}`;
    const known = seen.get(key) ?? { since: now(), failures: 0, provenAt: Number.NEGATIVE_INFINITY };
    // The one that was heard last is the last to be forgotten.
    seen.delete(key);
    seen.set(key, known);
    if (seen.size > mostKept) seen.delete(seen.keys().next().value as string);
    if (now() - known.since >= windowMs) Object.assign(known, { since: now(), failures: 0 });
    return known;
  };
  return {
    blockedForSeconds(feed, address) {
      const { since, failures, provenAt } = find(feed, address);
      const most = now() - provenAt < provenMs ? mostFailuresOfProven : mostFailures;
      return failures < most ? null : Math.max(1, Math.ceil((since + windowMs - now()) / 1000));
    },
    failed: (feed, address) => {
      find(feed, address).failures += 1;
    },
    succeeded: (feed, address) => {
      find(feed, address).provenAt = now();
    },
  };
}
