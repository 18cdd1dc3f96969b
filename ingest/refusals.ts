/** Why something of a feed was not taken: at its webhook, or (`login`, `topic`) at the broker of this house. */
export type RefusalWhy = 'address' | 'noSecret' | 'missing' | 'forged' | 'late' | 'tooMany' | 'login' | 'topic';

/** What was refused of a feed in the last hour. */
export interface RefusedLately {
  readonly count: number;
  /** Epoch ms. */
  readonly lastAt: number;
  /** Of the last one. */
  readonly why: RefusalWhy;
  /** The network address the last one came from; null: by MQTT. */
  readonly address: string | null;
}

interface Refusal {
  /** A device's or source's id: one that is there, so that strangers cannot fill the memory. */
  readonly feed: string;
  readonly why: RefusalWhy;
  /** null: by MQTT. */
  readonly address: string | null;
}

/** The refusals of the last hour by feed, in the memory of the process that refused. */
export interface Refusals {
  note(refusal: Refusal): void;
  /** The same sender was heard now: what it was refused is mended, or was only the question whether it must show itself. */
  heard(feed: string, address: string | null): void;
  /** null: nothing was refused in the last hour. */
  of(feed: string): RefusedLately | null;
}

interface Last {
  readonly at: number;
  readonly why: RefusalWhy;
  readonly address: string | null;
}

interface Kept {
  /** By minute since the epoch; at most those of an hour. */
  readonly minutes: Map<number, number>;
  last: Last;
  /** What was the last one before a request that showed nothing. */
  before: Last | null;
}

const minuteMs = 60_000;
const minutesKept = 60;
const mostFeeds = 10_000;

/** `tell` is called for a feed at most once a minute. */
export function keepRefusals(
  now: () => number,
  tell: (feed: string, lately: Pick<RefusedLately, 'count' | 'why'>) => void,
): Refusals {
  const kept = new Map<string, Kept>();
  const told = new Map<string, number>();
  const find = (feed: string): Kept | null => {
    const found = kept.get(feed);
    if (found === undefined) return null;
    const first = Math.floor(now() / minuteMs) - minutesKept;
    for (const minute of found.minutes.keys()) if (minute <= first) found.minutes.delete(minute);
    if (found.minutes.size > 0) return found;
    kept.delete(feed);
    return null;
  };
  const of = (feed: string): RefusedLately | null => {
    const found = find(feed);
    if (found === null) return null;
    const { at, why, address } = found.last;
    return { count: sum(found), lastAt: at, why, address };
  };
  return {
    of,
    note({ feed, why, address }) {
      const before = find(feed);
      const last: Last = { at: now(), why: before !== null && why === 'tooMany' ? before.last.why : why, address };
      const one: Kept = before ?? { minutes: new Map(), last, before: null };
      Object.assign(one, { last, before: why === 'missing' ? (before?.last ?? null) : null });
      const minute = Math.floor(last.at / minuteMs);
      one.minutes.set(minute, (one.minutes.get(minute) ?? 0) + 1);
      keepNewest(kept, feed, one);
      // Of a camera that asks first whether it must show itself, nothing needs to be said.
      if (why === 'missing' && sum(one) === 1) return;
      if (last.at - (told.get(feed) ?? Number.NEGATIVE_INFINITY) < minuteMs) return;
      keepNewest(told, feed, last.at);
      tell(feed, { count: sum(one), why: last.why });
    },
    heard(feed, address) {
      const found = kept.get(feed);
      if (found === undefined || found.last.address !== address || found.last.why === 'topic') return;
      // A camera asks first whether it must show the secret: what was refused to others before stays.
      if (found.last.why === 'missing' && found.before !== null && found.before.address !== address) {
        const minute = Math.floor(found.last.at / minuteMs);
        const rest = (found.minutes.get(minute) ?? 0) - 1;
        if (rest > 0) found.minutes.set(minute, rest);
        else found.minutes.delete(minute);
        Object.assign(found, { last: found.before, before: null });
      } else kept.delete(feed);
    },
  };
}

function sum({ minutes }: Kept): number {
  let count = 0;
  for (const one of minutes.values()) count += one;
  return count;
}

/** The one that was noted last is the last to be forgotten. */
function keepNewest<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostFeeds && oldest !== undefined) map.delete(oldest);
}
