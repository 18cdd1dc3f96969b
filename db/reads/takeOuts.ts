import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { TakeOut } from '../vocabulary/correction.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** A take-out as it is kept; `revertedAt` null: it stands. */
export interface KeptTakeOut extends TakeOut {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly revertedBy: string | null;
  readonly revertedAt: number | null;
}

const mostTakeOuts = 500;

/** A store's take-outs, standing and reverted, the latest first, no more than 500. */
export async function readTakeOuts(
  sql: Sql,
  scope: Scope,
  { settings, storeId }: { readonly settings: Settings; readonly storeId: string },
): Promise<KeptTakeOut[]> {
  requireStore(scope, settings, storeId);
  return sql.all(
    `select id, store_id as "storeId", device_id as "deviceId", from_at as "fromAt", to_at as "toAt", reason, note,
      made_by as "madeBy", made_at as "madeAt", reverted_by as "revertedBy", reverted_at as "revertedAt"
    from take_outs where store_id = ? order by from_at desc, id limit ?`,
    [storeId, mostTakeOuts],
  );
}
