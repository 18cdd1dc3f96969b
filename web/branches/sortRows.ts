import type { Beside, ComparedStore, CompareRank, Kpis } from '../api-types.ts';
import { leastNpsAnswers } from '../today/beside.ts';

export const sortColumns = [
  'name',
  'passersBy',
  'entries',
  'captureRate',
  'purchases',
  'conversionRate',
  'averageCheckMinor',
  'netSalesMinor',
] as const;
/** Beside the funnel: queue and service. */
export const besideColumns = ['queueWait', 'queueLevel', 'serviceGreen', 'nps'] as const;
export type BesideColumn = (typeof besideColumns)[number];
export type SortColumn = (typeof sortColumns)[number] | BesideColumn;

export function isBesideColumn(column: SortColumn): column is BesideColumn {
  return besideColumns.some((one) => one === column);
}

/** The figure of a column; null: not known. */
export function besideValue({ queue, service }: Beside, column: BesideColumn): number | null {
  const values: Record<BesideColumn, number | null | undefined> = {
    queueWait: queue?.meanWaitSeconds,
    queueLevel: queue?.serviceLevel,
    serviceGreen: service?.zones?.shares?.green,
    nps: service?.nps,
  };
  return values[column] ?? null;
}

function figureOf(row: Kpis & Beside, column: Exclude<SortColumn, 'name'>): number | null {
  if (column === 'nps' && (row.service?.npsAnswers ?? 0) < leastNpsAnswers) return null;
  return isBesideColumn(column) ? besideValue(row, column) : row[column];
}

export interface Sorting {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** A click on a heading: names rise first, figures fall first; the same heading again turns round. */
export function nextSorting(present: Sorting, column: SortColumn): Sorting {
  if (present.column === column) return { column, isDescending: !present.isDescending };
  return { column, isDescending: column !== 'name' };
}

function isUnranked(row: ComparedStore, column: SortColumn): boolean {
  return column in row.rank && row.rank[column as keyof CompareRank] === null;
}

/**
 * Rows in order. An unknown figure comes last either way, before it those that take no part in the column's ranks; money
 * is compared within a currency.
 */
export function sortRows(rows: readonly ComparedStore[], { column, isDescending }: Sorting): ComparedStore[] {
  const turn = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column === 'name') return turn * a.name.localeCompare(b.name);
    const [left, right] = [figureOf(a, column), figureOf(b, column)];
    const group = Number(isUnranked(a, column)) - Number(isUnranked(b, column));
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const currency = column.endsWith('Minor') ? a.currency.localeCompare(b.currency) : 0;
    return group || currency || turn * (left - right) || a.name.localeCompare(b.name);
  });
}
