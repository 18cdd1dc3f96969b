import { type Standing, standingOf } from '../../server/kpi/funnelLimits.ts';
import { rankRanges } from '../../server/kpi/rankRange.ts';
import { hasLowCoverage } from '../../server/kpi/trust.ts';
import type { Compare, ComparedStore } from '../api-types.ts';
import { type ColumnId, columnOf, type Figured, isDoubtful, valueIn } from './columns.ts';

/** One branch as the page shows it. */
export interface BranchRow extends ComparedStore, Figured {
  /** Its conversion beside that of all together; null: not to be compared. */
  readonly standing: Standing | null;
  /** Its name and region for the filter, in small letters. */
  readonly searched: string;
}

/** Can its conversion be set beside the others'? Known, of people who came in, not above 100 %, and well covered. */
function isComparable(line: ComparedStore): boolean {
  const { conversionRate, conversionEntries, conversionInterval, coverage } = line;
  if (conversionRate === null || conversionInterval === null || !conversionEntries) return false;
  return !hasLowCoverage('conversionRate', coverage);
}

/** The conversion of all branches that can be compared: purchases of entries, over the same quarters of hours. null: there is none. */
export function chainRate(lines: readonly ComparedStore[]): number | null {
  let [purchases, entries] = [0, 0];
  for (const line of lines.filter(isComparable)) {
    entries += line.conversionEntries ?? 0;
    purchases += (line.conversionRate ?? 0) * (line.conversionEntries ?? 0);
  }
  return entries > 0 ? purchases / entries : null;
}

/** The branches of an answer, with what follows from seeing them all. */
export function rowsOf({ stores }: Compare, regionNames: ReadonlyMap<string, string>): BranchRow[] {
  const rate = chainRate(stores);
  const places = rankRanges(stores.map((line) => (isComparable(line) ? line.conversionInterval : null)));
  return stores.map((line, i) => ({
    ...line,
    place: places[i] ?? null,
    standing:
      rate === null || !isComparable(line)
        ? null
        : standingOf(line.conversionRate ?? 0, line.conversionEntries ?? 0, rate),
    searched: `${line.name} ${regionNames.get(line.region ?? '') ?? ''} ${line.store}`.toLocaleLowerCase(),
  }));
}

/** Those whose name, region or id has every word. */
export function foundRows(rows: readonly BranchRow[], find: string): readonly BranchRow[] {
  const words = find.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ searched }) => words.every((word) => searched.includes(word)));
}

export type SortColumn = ColumnId | 'name' | 'change';

export interface Sorting {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** A click on a heading: names and places rise first, figures fall first; the same heading again turns round. */
export function nextSorting(present: Sorting, column: SortColumn): Sorting {
  if (present.column === column) return { column, isDescending: !present.isDescending };
  return { column, isDescending: column !== 'name' && column !== 'place' };
}

/**
 * Rows in order. An unknown figure comes last either way, before it those whose step is covered too little; money is compared within
 * a currency. `changeOf`: the change of the figure whose course is shown.
 */
export function sortRows(
  rows: readonly BranchRow[],
  { column, isDescending }: Sorting,
  changeOf: (row: BranchRow) => number | null = () => null,
): BranchRow[] {
  const turn = isDescending ? -1 : 1;
  const byName = (a: BranchRow, b: BranchRow): number => names.compare(a.name, b.name);
  if (column === 'name') return rows.toSorted((a, b) => turn * byName(a, b));
  const isMoney = column !== 'change' && columnOf(column).kind === 'money';
  const keyed = rows.map((row) => {
    const value = column === 'change' ? changeOf(row) : valueIn(column, row);
    const isBehind = column !== 'change' && column !== 'coverage' && isDoubtful(column, row);
    return { row, value, isBehind };
  });
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || byName(a.row, b.row);
    }
    const currency = isMoney ? a.row.currency.localeCompare(b.row.currency) : 0;
    const behind = Number(a.isBehind) - Number(b.isBehind);
    return behind || currency || turn * (a.value - b.value) || byName(a.row, b.row);
  });
  return keyed.map(({ row }) => row);
}

const names = new Intl.Collator(undefined, { numeric: true });
