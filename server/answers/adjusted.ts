import { readAdjustedPeriods } from '../../db/reads/adjustedPeriods.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { FunnelAnswer, FunnelQuery } from '../contracts/funnel.ts';
import { adjustedOf } from '../kpi/adjusted.ts';
import { type AuditsQuestion, factorsOf } from './audits.ts';

export interface AdjustedAsk extends AuditsQuestion {
  readonly query: Pick<FunnelQuery, 'from' | 'to' | 'by' | 'hours'>;
  readonly answer: FunnelAnswer;
}

/** The funnel with figures adjusted by counts made by hand, beside its total and each of its steps. */
export async function withAdjusted(sql: Sql, scope: Scope, ask: AdjustedAsk): Promise<FunnelAnswer> {
  const { answer, query, store, now } = ask;
  const factors = await factorsOf(sql, scope, ask);
  const periods = await readAdjustedPeriods(sql, scope, { ...query, store, now, factors });
  const adjusted = ({ tally, unspoken }: (typeof periods)['total']) => ({
    ...adjustedOf(tally, { hours: query.hours, isSpokenFor: unspoken.length === 0 }),
    withoutAudit: [...unspoken],
  });
  const byStart = new Map(periods.series.map((step) => [step.startAt, step]));
  const series = answer.series?.map((step) => {
    const found = byStart.get(Date.parse(step.start));
    return found === undefined ? step : { ...step, adjusted: adjusted(found) };
  });
  return {
    ...answer,
    total: { ...answer.total, adjusted: adjusted(periods.total) },
    ...(series === undefined ? {} : { series }),
  };
}
