import { lowCoverageBelow, type Step } from '../../db/vocabulary/quality.ts';
import type { NumericKpi } from './numericKpis.ts';
import type { Kpis } from './schema.ts';

/** The steps of the funnel that a KPI is made of; its figure is trusted no further than they are covered. */
export const stepsOf: Readonly<Record<NumericKpi, readonly Step[]>> = {
  passersBy: ['passersBy'],
  entries: ['entries'],
  exits: ['entries'],
  purchases: ['purchases'],
  grossSalesMinor: ['purchases'],
  returnsMinor: ['purchases'],
  netSalesMinor: ['purchases'],
  netSalesExTaxMinor: ['purchases'],
  items: ['purchases'],
  unitsPerTransaction: ['purchases'],
  captureRate: ['passersBy', 'entries'],
  conversionRate: ['entries', 'purchases'],
  averageCheckMinor: ['purchases'],
  salesPerVisitorMinor: ['entries', 'purchases'],
};

/** Is a step that the KPI uses below 70 % covered? A step of which nothing was expected is not. */
export function hasLowCoverage(kpi: NumericKpi, coverage: Kpis['coverage']): boolean {
  return stepsOf[kpi].some((step) => (coverage[step] ?? 1) < lowCoverageBelow);
}

/** Were all steps that the KPI uses expected, and at least 70 % covered? */
export function isWellCovered(kpi: NumericKpi, coverage: Kpis['coverage']): boolean {
  return stepsOf[kpi].every((step) => (coverage[step] ?? 0) >= lowCoverageBelow);
}
