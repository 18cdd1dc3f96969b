import { steps } from '../../db/vocabulary/quality.ts';
import type { Estimates } from '../contracts/estimates.ts';
import type { CompareAnswer, FunnelAnswer } from '../contracts/funnel.ts';
import { numericKpis } from '../kpi/numericKpis.ts';
import type { Kpis, Money } from '../kpi/schema.ts';
import { besideCells, besideHead } from './besideColumns.ts';

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

/** Columns of their own, only where they were asked for: an estimate is never in a measured column. */
const estimateHead = steps.flatMap((step) => ['Estimated', 'EstimatedLow', 'EstimatedHigh'].map((what) => step + what));

function estimateCells(estimates: Estimates | undefined): Cell[] {
  if (estimates === undefined) return [];
  return steps.flatMap((step) => {
    const estimate = estimates[step];
    return [estimate?.estimated ?? null, estimate?.low ?? null, estimate?.high ?? null];
  });
}

type Comparison = NonNullable<FunnelAnswer['comparison']>;

/** Two columns for each KPI, what it was then and by how much it changed; none where nothing is compared. */
function comparedHead(comparison: Comparison | undefined): string[] {
  return comparison === undefined ? [] : numericKpis.flatMap((kpi) => [`${kpi}Then`, `${kpi}Change`]);
}

function comparedCells({ total, change }: Comparison): Cell[] {
  return numericKpis.flatMap((kpi) => [total[kpi], change[kpi]]);
}

/** Rows are made as long as the head: what is compared with nothing stays empty. */
function filled(head: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return { head, rows: rows.map((row) => [...row, ...Array<null>(head.length - row.length).fill(null)]) };
}

type Reported = FunnelAnswer['reported'];

/** How much is as it was reported, where that was asked for. */
function reportedHead(reported: Reported): string[] {
  return reported === undefined ? [] : ['datesAsReported', 'datesWithoutReport'];
}

function reportedCells(reported: Reported): Cell[] {
  return reported === undefined ? [] : [reported.dates, reported.withoutReport];
}

/** A row for each step, or one for the whole period; the last row is the total, with what it is compared with. */
export function funnelTable(funnel: FunnelAnswer): Table {
  const about = [funnel.store, funnel.currency];
  const { comparison, total, reported } = funnel;
  const rows = (funnel.series ?? []).map((step) => [
    ...[...about, step.start, step.end],
    ...kpiCells(step),
    ...estimateCells(step.estimates),
  ]);
  const compared = comparison === undefined ? [] : comparedCells(comparison);
  const head = [
    ...['store', 'currency', 'start', 'end', ...kpiHead],
    ...(funnel.estimates === undefined ? [] : estimateHead),
    ...comparedHead(comparison),
    ...reportedHead(reported),
  ];
  const figures = [...kpiCells(total), ...estimateCells(funnel.estimates)];
  const sum = [...about, funnel.from, funnel.to, ...figures, ...compared, ...reportedCells(reported)];
  return filled(head, [...rows, sum]);
}

/** A row for each store, then the total; where there are several currencies it has no money, and a row for each of them has. */
export function compareTable(compare: CompareAnswer): Table {
  const { comparison } = compare;
  const rows = compare.stores.map((line) => [
    line.store,
    line.name,
    line.region,
    line.currency,
    ...kpiCells(line),
    line.rank.conversionRate,
    line.rank.captureRate,
    line.rank.netSalesMinor,
    ...besideCells(line),
    ...(line.comparison === undefined ? [] : comparedCells(line.comparison)),
    ...reportedCells(line.reported),
  ]);
  const total = [
    'total',
    null,
    null,
    compare.currency,
    ...kpiCells(compare.total),
    null,
    null,
    null,
    ...besideCells(compare),
  ];
  const compared = comparison === undefined ? [] : comparedCells(comparison);
  const money = Object.entries(compare.money ?? {}).map(([currency, of]) => [
    'total',
    null,
    null,
    currency,
    ...kpiHead.map((name) => moneyCell(of, name)),
  ]);
  const ranks = ['rankConversionRate', 'rankCaptureRate', 'rankNetSales'];
  const reported = reportedHead(compare.stores[0]?.reported);
  const about = ['store', 'name', 'region', 'currency'];
  const head = [...about, ...kpiHead, ...ranks, ...besideHead, ...comparedHead(comparison), ...reported];
  return filled(head, [...rows, [...total, ...compared], ...money]);
}

function moneyCell(money: Money, column: string): Cell {
  if (column === 'outsideHoursNetSalesMinor') return money.outsideHours.netSalesMinor;
  if (column === 'otherChannelsNetSalesMinor') return money.otherChannels.netSalesMinor;
  const figure = Object.entries(money).find(([name]) => name === column)?.[1];
  return typeof figure === 'number' ? figure : null;
}
