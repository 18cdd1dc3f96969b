import { Formats } from '../../web/format/formats.ts';
import { kpiOf } from '../../web/trends/kpis.ts';
import type { TrendPlace, TrendStep } from '../../web/trends/steps.ts';
import type { Trend, TrendQuery } from '../../web/trends/trend.ts';

export const formats = new Formats('en-GB');
export const march = { from: '2026-03-02', to: '2026-03-29' };

export interface StepParts {
  readonly value?: number | null;
  readonly weight?: number;
  readonly coverage?: number | null;
  readonly clock?: string;
  readonly missing?: number;
  readonly isPartial?: boolean;
}

export function step(date: string, parts: StepParts = {}): TrendStep {
  const { value = 10, weight = 1, coverage = 1, clock = null, missing, isPartial = false } = parts;
  return {
    ...{ from: date, to: date, clock, isAhead: false, isPartial },
    figure: { value, interval: null, weight, coverage },
    missing: missing === undefined ? null : { estimated: missing, interval: null },
  };
}

export const days = (from: string, values: readonly (number | null)[]): TrendStep[] =>
  values.map((value, index) =>
    step(new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10), { value }),
  );

export function trendOf(places: readonly TrendPlace[], query: Partial<TrendQuery> = {}): Trend {
  return {
    query: {
      ...{ store: 'arbat', kpi: kpiOf('entries'), by: 'day', ...march, compare: 'previous' },
      ...{ isReported: false, hasEstimates: true },
      ...query,
    },
    places,
    total: { value: null, interval: null, weight: null, coverage: null },
    ...{ missing: null, totalBehind: null, reported: null },
  };
}
