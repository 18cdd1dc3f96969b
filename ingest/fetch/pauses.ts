interface Pause {
  /** Epoch ms. */
  readonly until: number;
  /** The key that was refused, null where there was none; without it the vendor only wants to be asked later. */
  readonly denied: { readonly secret: string | null } | null;
}

/** Accounts that are left alone for a while. */
export interface Pauses {
  begin(feed: string, pause: Pause): void;
  end(feed: string): void;
  feeds(now: number): string[];
  denied(): { readonly feed: string; readonly secret: string | null }[];
}

export function makePauses(): Pauses {
  const pauses = new Map<string, Pause>();
  return {
    begin: (feed, pause) => void pauses.set(feed, pause),
    end: (feed) => void pauses.delete(feed),
    feeds(now) {
      for (const [feed, { until }] of pauses) if (until <= now) pauses.delete(feed);
      return [...pauses.keys()];
    },
    denied: () =>
      [...pauses].flatMap(([feed, { denied }]) => (denied === null ? [] : [{ feed, secret: denied.secret }])),
  };
}
