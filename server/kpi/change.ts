import { type KpiNumbers, kpiNumbers, type NumericKpi } from './numericKpis.ts';

type Figures = Readonly<Record<NumericKpi, number | null>>;

/** The relative change of every numeric KPI: (now − then) / |then|; null where then is 0 or null, or now is null. */
export function changeOf(now: Figures, then: Figures): KpiNumbers {
  return kpiNumbers((kpi) => relativeChange(now[kpi], then[kpi]));
}

export function relativeChange(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before === 0) return null;
  return (now - before) / Math.abs(before);
}
