import type { ComparedStore } from '../api-types.ts';

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
export type SortColumn = (typeof sortColumns)[number];

export interface Sorting {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** A click on a heading: names rise first, figures fall first; the same heading again turns round. */
export function nextSorting(present: Sorting, column: SortColumn): Sorting {
  if (present.column === column) return { column, isDescending: !present.isDescending };
  return { column, isDescending: column !== 'name' };
}

/** Rows in order; an unknown figure comes last either way. */
export function sortRows(rows: readonly ComparedStore[], { column, isDescending }: Sorting): ComparedStore[] {
  const turn = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column === 'name') return turn * a.name.localeCompare(b.name);
    const [left, right] = [a[column], b[column]];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * (left - right) || a.name.localeCompare(b.name);
  });
}
