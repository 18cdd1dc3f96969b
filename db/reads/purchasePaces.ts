import { type HeldLength, type PurchasePace, purchasePaces } from '../rollup/purchasePace.ts';
import type { Sql } from '../sql/port.ts';
import type { Span } from '../time/opening.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readKnown } from './known.ts';
import { readStoreFacts } from './storeFacts.ts';

export interface PaceQuestion {
  readonly settings: Settings;
  readonly storeId: string;
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Of whole buckets, in order. */
  readonly steps: readonly Span[];
  readonly hours: 'open' | 'all';
  readonly now: number;
}

/** How many people bought, and waited, in each step; empty for a store that the scope may not see. */
export async function readPurchasePaces(sql: Sql, scope: Scope, question: PaceQuestion): Promise<PurchasePace[]> {
  const { storeId, from, to, now } = question;
  const store = question.settings.stores.get(storeId);
  if (store === undefined || !canSeeStore(scope, store)) return [];
  return sql.transaction(async (snapshot) => {
    const known = await readKnown(snapshot, [store], now);
    const [facts] = await readStoreFacts(snapshot, [{ store, from, to }], known);
    if (facts === undefined) throw new Error('a stretch was asked for and not answered');
    const lengths = await snapshot.all<HeldLength>(
      `select bucket, queue, length_ms as "lengthMs", known_ms as "knownMs" from quarter_queues
      where store_id = ? and bucket >= ? and bucket < ? and known_ms > 0`,
      [storeId, facts.plan.startAt, facts.plan.endAt],
    );
    return purchasePaces({ ...question, facts: { ...facts, now }, lengths });
  });
}
