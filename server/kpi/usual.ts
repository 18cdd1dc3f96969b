import { type KpiNumbers, kpiNumbers, type NumericKpi, numericKpis } from './numericKpis.ts';
import { divideHalfAway } from './rounding.ts';
import type { Kpis } from './schema.ts';
import { isWellCovered } from './trust.ts';

/** A usual is the median of so many days at most, and not shown with fewer than the least. */
export const usualDaysAtMost = 8;
export const usualDaysAtLeast = 4;

export interface Usual {
  /** How many days the best-founded value is the median of: 4 to 8. */
  readonly days: number;
  readonly values: KpiNumbers;
}

/**
 * What is usual: for each KPI the median of the last 8 of these days on which it has a figure and its steps are at least 70 %
 * covered. null where every KPI has fewer than 4. `days`: the same weekday, open ones only, the latest first, each up to the
 * same local time where today is not over.
 */
export function usualOf(days: readonly Kpis[]): Usual | null {
  const counts = numericKpis.map((kpi) => usualFigures(days, kpi).length);
  const most = Math.max(...counts);
  if (most < usualDaysAtLeast) return null;
  return { days: most, values: kpiNumbers((kpi) => usualValue(usualFigures(days, kpi), kpi)) };
}

function usualFigures(days: readonly Kpis[], kpi: NumericKpi): number[] {
  const figures: number[] = [];
  for (const day of days) {
    const figure = day[kpi];
    if (figure !== null && isWellCovered(kpi, day.coverage)) figures.push(figure);
    if (figures.length === usualDaysAtMost) break;
  }
  return figures;
}

function usualValue(figures: readonly number[], kpi: NumericKpi): number | null {
  if (figures.length < usualDaysAtLeast) return null;
  const sorted = figures.toSorted((a, b) => a - b);
  const sum = (sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0);
  return kpi.endsWith('Minor') ? divideHalfAway(sum, 2) : sum / 2;
}
