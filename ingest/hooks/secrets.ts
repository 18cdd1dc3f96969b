import type { VendorSecret } from '../../db/reads/vendorSecrets.ts';
import type { Feed } from './feeds.ts';

/** The secrets of feeds, at most two seconds old; the last that were known while the database does not answer. */
export interface SecretKeeper {
  /** Values that hold, the newest first. Rejects only where none were ever read. */
  of(feed: Pick<Feed, 'id' | 'kind'>): Promise<readonly string[]>;
}

const trustedMs = 2_000;
/** Whoever asks waits no longer than this for newer ones. */
const patienceMs = 300;

export function keepSecrets(read: () => Promise<readonly VendorSecret[]>, now: () => number): SecretKeeper {
  let kept: ReadonlyMap<string, VendorSecret[]> | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  const refresh = (): Promise<void> => {
    reading ??= read()
      .then((secrets) => {
        kept = byHolder(secrets);
        readAt = now();
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  return {
    async of({ id, kind }) {
      if (now() - readAt >= trustedMs) {
        const newer = refresh();
        if (kept === null) await newer;
        else
          await Promise.race([newer.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      }
      const found = kept?.get(`${kind} ${id}`) ?? [];
      return found.filter(({ endsAt }) => endsAt === null || endsAt > now()).map(({ value }) => value);
    },
  };
}

function byHolder(secrets: readonly VendorSecret[]): Map<string, VendorSecret[]> {
  const lists = new Map<string, VendorSecret[]>();
  for (const secret of secrets) {
    const key = `${secret.holderKind} ${secret.holderId}`;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [secret]);
    else list.push(secret);
  }
  return lists;
}
