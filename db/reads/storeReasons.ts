import type { Tally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt, endOfDate, startOfDate } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readDeviceStates } from './devices.ts';
import { readKnown } from './known.ts';
import { pastReasons, type QualityReason, qualityReasons } from './quality.ts';

export interface StoreReasonsQuery {
  readonly settings: Settings;
  /** By store: the sums of the period within the opening hours. */
  readonly windows: ReadonlyMap<string, Tally>;
  /** The last business date of the period; where it has not begun, the one that is running stands for it. */
  readonly to: string;
  readonly now: number;
}

/** Stores read in one round. */
const chunkSize = 50;

/**
 * Why the figures of a period may be doubted, by store: how the devices are now, where its last date is running, and what was covered.
 * Stores that the scope may not see are left out.
 */
export async function readStoreReasons(
  sql: Sql,
  scope: Scope,
  query: StoreReasonsQuery,
): Promise<Map<string, QualityReason[]>> {
  const stores = [...query.windows.keys()].flatMap((id) => {
    const store = query.settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
  const reasons = new Map<string, QualityReason[]>();
  for (let i = 0; i < stores.length; i += chunkSize) {
    const chunk = stores.slice(i, i + chunkSize);
    for (const [id, found] of await sql.transaction((snapshot) => reasonsOf(snapshot, query, chunk))) {
      reasons.set(id, found);
    }
  }
  return reasons;
}

async function reasonsOf(
  sql: Sql,
  { windows, to, now }: StoreReasonsQuery,
  stores: readonly Store[],
): Promise<[string, QualityReason[]][]> {
  const known = await readKnown(sql, stores, now);
  const states = await readDeviceStates(
    sql,
    stores.flatMap(({ devices }) => devices.map(({ id }) => id)),
  );
  return stores.flatMap((store): [string, QualityReason[]][] => {
    const window = windows.get(store.id);
    if (window === undefined) return [];
    const date = begunDate(store, to, now);
    const endAt = endOfDate(store, date);
    const day = { startAt: startOfDate(store, date), endAt: Math.min(now, endAt) };
    return [[store.id, (endAt <= now ? pastReasons : qualityReasons)({ ...known, store, now, day, window, states })]];
  });
}

/** The date, or the one that is running at the store where that is earlier: chains reach over midnight. */
export function begunDate(store: Store, date: string, now: number): string {
  const running = businessDateAt(store, now);
  return date < running ? date : running;
}
