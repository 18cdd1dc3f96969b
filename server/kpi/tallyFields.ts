import type { Tally } from '../../db/rollup/tally.ts';
import type { Step } from '../../db/vocabulary/quality.ts';
import type { NumericKpi } from './numericKpis.ts';
import { stepsOf } from './trust.ts';

type Fields = readonly (keyof Tally)[];

const sales: Fields = ['purchasesSeen', 'grossSalesMinor', 'returnsMinor'];

/** What a KPI is worked out from (kpis.ts), but for its coverage. */
const sums: Readonly<Record<NumericKpi, Fields>> = {
  passersBy: ['passersBySeen', 'passersByDoubled'],
  entries: ['entriesSeen', 'entriesDoubled'],
  exits: ['exitsSeen', 'exits'],
  purchases: ['purchasesSeen', 'purchases'],
  grossSalesMinor: sales,
  returnsMinor: sales,
  netSalesMinor: sales,
  netSalesExTaxMinor: [...sales, 'netTaxMinor', 'receipts', 'receiptsWithTax'],
  items: ['purchasesSeen', 'purchases', 'purchasesWithItems', 'items'],
  unitsPerTransaction: ['purchasesSeen', 'items', 'purchasesWithItems'],
  captureRate: ['captureEntriesDoubled', 'capturePassersByDoubled'],
  conversionRate: ['conversionPurchases', 'conversionEntriesDoubled'],
  averageCheckMinor: [...sales, 'purchases'],
  salesPerVisitorMinor: ['conversionNetSalesMinor', 'conversionEntriesDoubled'],
};

const coverage: Readonly<Record<Step, Fields>> = {
  passersBy: ['passersByExpectedMs', 'passersByObservedMs'],
  entries: ['entriesExpectedMs', 'entriesObservedMs'],
  purchases: ['purchasesExpectedMs', 'purchasesObservedMs'],
};

/** The sums that these KPIs need, with what says how far they are covered: a tally of them alone gives the same figures. */
export function fieldsOf(kpis: readonly NumericKpi[]): Fields {
  return [...new Set(kpis.flatMap((kpi) => [...sums[kpi], ...stepsOf[kpi].flatMap((step) => coverage[step])]))];
}
