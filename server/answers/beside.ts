import { readQueueBriefs } from '../../db/reads/queues.ts';
import { addQueueTally, emptyQueueTally, type QueuePeriod } from '../../db/rollup/queueTally.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { Beside } from '../contracts/beside.ts';
import { measuredTally, queueBriefOf } from '../kpi/queue/kpis.ts';
import type { QueueBrief } from '../kpi/queue/schema.ts';
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
  const queues = await readQueueBriefs(sql, scope, question);
  const queueOf = (id: string): QueueBrief | null => {
    const period = queues.get(id) ?? null;
    return period === null ? null : queueBriefOf(measuredTally(period, question.hours));
  };
  return {
    total: { queue: queueTotal([...queues.values()], question.hours), service: service.total },
    byStore: new Map(
      question.storeIds.map((id) => [id, { queue: queueOf(id), service: service.byStore.get(id) ?? null }]),
    ),
  };
}

function queueTotal(periods: readonly (QueuePeriod | null)[], hours: 'open' | 'all'): QueueBrief | null {
  const measured = periods.filter((period) => period !== null);
  if (measured.length === 0) return null;
  const sum = emptyQueueTally();
  for (const period of measured) addQueueTally(sum, measuredTally(period, hours));
  return queueBriefOf(sum);
}
