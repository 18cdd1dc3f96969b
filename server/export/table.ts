import type { CompareAnswer, FunnelAnswer } from '../contracts/funnel.ts';
import { type Kpis, numericKpis } from '../kpi/schema.ts';

export type Cell = string | number | null;

/** What is exported: a head and rows of the same length. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One column for each figure of a period; money in whole minor units, as in the API. */
const kpiColumns: readonly (readonly [string, (kpis: Kpis) => Cell])[] = [
  ...numericKpis.map((kpi) => [kpi, (kpis: Kpis) => kpis[kpi]] as const),
  ['captureLow', (kpis) => kpis.captureInterval?.[0] ?? null],
  ['captureHigh', (kpis) => kpis.captureInterval?.[1] ?? null],
  ['conversionLow', (kpis) => kpis.conversionInterval?.[0] ?? null],
  ['conversionHigh', (kpis) => kpis.conversionInterval?.[1] ?? null],
  ['coveragePassersBy', (kpis) => kpis.coverage.passersBy],
  ['coverageEntries', (kpis) => kpis.coverage.entries],
  ['coveragePurchases', (kpis) => kpis.coverage.purchases],
  ['outsideHoursEntries', (kpis) => kpis.outsideHours.entries],
  ['outsideHoursPurchases', (kpis) => kpis.outsideHours.purchases],
  ['outsideHoursNetSalesMinor', (kpis) => kpis.outsideHours.netSalesMinor],
  ['otherChannelsTransactions', (kpis) => kpis.otherChannels.transactions],
  ['otherChannelsNetSalesMinor', (kpis) => kpis.otherChannels.netSalesMinor],
  ['flags', (kpis) => kpis.flags.join(' ')],
];

const kpiHead = kpiColumns.map(([name]) => name);

function kpiCells(kpis: Kpis): Cell[] {
  return kpiColumns.map(([, cellOf]) => cellOf(kpis));
}

/** A row for each step, or one for the whole period; the last row is the total. */
export function funnelTable(funnel: FunnelAnswer): Table {
  const about = [funnel.store, funnel.currency];
  const steps = (funnel.series ?? []).map((step) => [...about, step.start, step.end, ...kpiCells(step)]);
  return {
    head: ['store', 'currency', 'start', 'end', ...kpiHead],
    rows: [...steps, [...about, funnel.from, funnel.to, ...kpiCells(funnel.total)]],
  };
}

/** A row for each store; the last row is the total, without money where there are several currencies. */
export function compareTable(compare: CompareAnswer): Table {
  const rows = compare.stores.map((line) => [
    line.store,
    line.name,
    line.region,
    line.currency,
    ...kpiCells(line),
    line.rank.conversionRate,
    line.rank.captureRate,
    line.rank.netSalesMinor,
  ]);
  const total = ['total', null, null, compare.currency, ...kpiCells(compare.total), null, null, null];
  return {
    head: ['store', 'name', 'region', 'currency', ...kpiHead, 'rankConversionRate', 'rankCaptureRate', 'rankNetSales'],
    rows: [...rows, total],
  };
}
