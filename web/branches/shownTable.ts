import type { NumericKpi } from '../../server/kpi/numericKpis.ts';
import type { Compare } from '../api-types.ts';
import type { Cell, ShownTable } from '../figure/tableFile.ts';
import { branchesMessages } from './branchesMessages.ts';
import type { BranchRow } from './branchRows.ts';
import { type ColumnId, columnOf, type Figured, otherSteps, valueIn, wholeUnits } from './columns.ts';

interface Shown {
  readonly compare: Compare | null;
  readonly rows: readonly BranchRow[];
  readonly columns: readonly ColumnId[];
  readonly course: NumericKpi;
}

/** The table as it stands: its columns, rows and order, an interval as its two ends; then the sum of all, and their money by currency where there are several. */
export function shownTable({ compare, rows, columns, course }: Shown): ShownTable {
  const text = branchesMessages;
  const isCompared = compare?.comparison !== undefined;
  const head = [
    text.table.branch,
    text.file.currency,
    ...(isCompared ? [text.file.changeOf(text.columns[course])] : []),
    ...columns.flatMap((id) => headsOf(id)),
  ];
  const lines = rows.map((row): Cell[] => [
    row.name,
    row.currency,
    ...(isCompared ? [rounded(row.comparison?.change[course])] : []),
    ...columns.flatMap((id) => cellsOf(id, row, row.currency)),
  ]);
  if (compare === null) return { head, rows: lines };
  const { total, queue, service, currency, comparison, money = {} } = compare;
  const sum: Cell[] = [
    text.file.all,
    currency,
    ...(isCompared ? [rounded(comparison?.change[course])] : []),
    ...columns.flatMap((id) => cellsOf(id, { ...total, queue, service }, currency)),
  ];
  const hasMoney = columns.some((id) => columnOf(id).kind === 'money');
  const sums = Object.entries(hasMoney ? money : {}).map(([code, of]): Cell[] => [
    text.file.all,
    code,
    ...(isCompared ? [null] : []),
    ...columns.flatMap((id) => moneyCells(id, of, code)),
  ]);
  return { head, rows: [...lines, sum, ...sums] };
}

/** Of a line that says one currency's money and nothing else. */
function moneyCells(id: ColumnId, money: object, currency: string): Cell[] {
  if (columnOf(id).kind !== 'money') return headsOf(id).map(() => null);
  const value = Object.entries(money).find(([name]) => name === id)?.[1];
  return [typeof value === 'number' ? wholeUnits(value, currency) : null];
}

/** Four decimals say a rate to a hundredth of a percent. */
function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(4));
}

function headsOf(id: ColumnId): string[] {
  const { columns, file } = branchesMessages;
  const name = columns[id];
  if (id === 'place') return [file.best(name), file.worst(name)];
  if (id === 'coverage') return [name, ...otherSteps.map((step) => file.covered(name, columns[step]))];
  if (columnOf(id).kind === 'duration') return [file.seconds(name)];
  return columnOf(id).intervalOf ? [name, file.low(name), file.high(name)] : [name];
}

function cellsOf(id: ColumnId, figures: Figured, currency: string | null): Cell[] {
  if (id === 'place') return [figures.place?.[0] ?? null, figures.place?.[1] ?? null];
  const { kind, intervalOf } = columnOf(id);
  const value = valueIn(id, figures);
  if (kind === 'money') return [value === null || currency === null ? null : wholeUnits(value, currency)];
  if (kind === 'duration') return [value === null ? null : Math.round(value)];
  if (id === 'coverage') return [rounded(value), ...otherSteps.map((step) => rounded(figures.coverage[step]))];
  if (!intervalOf) return [rounded(value)];
  const interval = intervalOf(figures);
  return [rounded(value), rounded(interval?.[0]), rounded(interval?.[1])];
}
