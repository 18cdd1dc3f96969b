import type { NumericKpi } from '../../server/kpi/numericKpis.ts';
import type { Compare } from '../api-types.ts';
import type { Cell, ShownTable } from '../figure/tableFile.ts';
import { branchesMessages } from './branchesMessages.ts';
import type { BranchRow } from './branchRows.ts';
import { type ColumnId, columnOf, type Figured, valueIn, wholeUnits } from './columns.ts';

interface Shown {
  readonly compare: Compare | null;
  readonly rows: readonly BranchRow[];
  readonly columns: readonly ColumnId[];
  readonly course: NumericKpi;
}

/** The table as it stands: its columns, rows and order, an interval as its two ends; then the sum of all. */
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
    ...(isCompared ? [row.comparison?.change[course] ?? null] : []),
    ...columns.flatMap((id) => cellsOf(id, row, row.currency)),
  ]);
  if (compare === null) return { head, rows: lines };
  const { total, queue, service, currency, comparison } = compare;
  const sum: Cell[] = [
    text.file.all,
    currency,
    ...(isCompared ? [comparison?.change[course] ?? null] : []),
    ...columns.flatMap((id) => cellsOf(id, { ...total, queue, service }, currency)),
  ];
  return { head, rows: [...lines, sum] };
}

function headsOf(id: ColumnId): string[] {
  const { columns, file } = branchesMessages;
  const name = columns[id];
  if (id === 'place') return [file.best(name), file.worst(name)];
  return columnOf(id).intervalOf ? [name, file.low(name), file.high(name)] : [name];
}

function cellsOf(id: ColumnId, figures: Figured, currency: string | null): Cell[] {
  if (id === 'place') return [figures.place?.[0] ?? null, figures.place?.[1] ?? null];
  const { kind, intervalOf } = columnOf(id);
  const value = valueIn(id, figures);
  if (kind === 'money') return [value === null || currency === null ? null : wholeUnits(value, currency)];
  if (!intervalOf) return [value];
  const interval = intervalOf(figures);
  return [value, interval?.[0] ?? null, interval?.[1] ?? null];
}
