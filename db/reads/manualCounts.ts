import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { ManualCount } from '../vocabulary/correction.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** A count by hand as it is kept. */
export interface KeptCount extends ManualCount {
  /** Who sent it, `user:ID` or `token:ID`. */
  readonly madeBy: string;
  readonly receivedAt: number;
}

const mostCounts = 500;

export interface ManualCountsQuery {
  readonly settings: Settings;
  readonly storeId: string;
  /** Only those that ended after this instant, epoch ms. */
  readonly endedAfter?: number;
}

/** A store's counts by hand that were not withdrawn, the latest first, no more than 500. */
export async function readManualCounts(
  sql: Sql,
  scope: Scope,
  { settings, storeId, endedAfter = 0 }: ManualCountsQuery,
): Promise<KeptCount[]> {
  requireStore(scope, settings, storeId);
  return sql.all(
    `select id, store_id as "storeId", device_id as "deviceId", start_at as "startAt", end_at as "endAt", count_in as "countIn",
      count_out as "countOut", note, made_by as "madeBy", received_at as "receivedAt"
    from manual_counts where store_id = ? and withdrawn_at is null and end_at > ? order by end_at desc, id limit ?`,
    [storeId, endedAfter, mostCounts],
  );
}
