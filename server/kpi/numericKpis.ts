/** Apart from the schemas, whose library the reader threads can do without. */

/** The KPIs that are one number each: what changes, ranks and usuals are made of. */
export const numericKpis = [
  'passersBy',
  'entries',
  'exits',
  'purchases',
  'grossSalesMinor',
  'returnsMinor',
  'netSalesMinor',
  'netSalesExTaxMinor',
  'items',
  'unitsPerTransaction',
  'captureRate',
  'conversionRate',
  'averageCheckMinor',
  'salesPerVisitorMinor',
] as const;

export type NumericKpi = (typeof numericKpis)[number];

export type KpiNumbers = Record<NumericKpi, number | null>;

/** A number for each numeric KPI, in the order of the registry. */
export function kpiNumbers(figureOf: (kpi: NumericKpi) => number | null): KpiNumbers {
  // Object.fromEntries forgets its keys; they are exactly numericKpis.
  return Object.fromEntries(numericKpis.map((kpi) => [kpi, figureOf(kpi)])) as KpiNumbers;
}
