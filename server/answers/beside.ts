import type { Sql } from '../../db/sql/port.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { Beside } from '../contracts/beside.ts';
import { readServiceBriefs } from './service.ts';

export interface BesideQuestion {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly hours: 'open' | 'all';
  readonly now: number;
}

/** Of several stores. */
export interface BesideStores {
  readonly total: Beside;
  readonly byStore: ReadonlyMap<string, Beside>;
}

export const nothingBeside: Beside = { queue: null, service: null };

/** What stands beside the funnels of the stores, and of all of them together. */
export async function besideOf(sql: Sql, scope: Scope, question: BesideQuestion): Promise<BesideStores> {
  const service = await readServiceBriefs(sql, scope, question);
  return {
    total: { queue: null, service: service.total },
    byStore: new Map(question.storeIds.map((id) => [id, { queue: null, service: service.byStore.get(id) ?? null }])),
  };
}
