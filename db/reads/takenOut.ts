import type { Sql } from '../sql/port.ts';
import type { TakeOut } from '../vocabulary/correction.ts';
import type { Settings } from '../vocabulary/place.ts';

/** What a device counted and sold in a span that was taken out; null: nothing of the kind was sent. */
export interface TakenOut {
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
  readonly purchases: number | null;
  readonly netSalesMinor: number | null;
}

export async function readTakenOut(_sql: Sql, _settings: Settings, takeOuts: readonly TakeOut[]): Promise<TakenOut[]> {
  return takeOuts.map(() => ({ in: null, out: null, passersBy: null, purchases: null, netSalesMinor: null }));
}
