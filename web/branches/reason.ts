import type { DateRange, Period } from '../selection/period.ts';
import type { SortColumn } from './branchRows.ts';

/** The figures that Trends draws, by its names (web/trends/kpis.ts). */
const followed: Readonly<Partial<Record<SortColumn, string>>> = {
  passersBy: 'passersBy',
  captureRate: 'captureRate',
  entries: 'entries',
  exits: 'exits',
  conversionRate: 'conversionRate',
  place: 'conversionRate',
  purchases: 'purchases',
  netSalesMinor: 'netSalesMinor',
  grossSalesMinor: 'grossSalesMinor',
  returnsMinor: 'returnsMinor',
  averageCheckMinor: 'averageCheckMinor',
  salesPerVisitorMinor: 'salesPerVisitorMinor',
  unitsPerTransaction: 'unitsPerTransaction',
  queueWait: 'waitSeconds',
  queueLevel: 'serviceLevel',
  queueLeft: 'abandonmentRate',
  queueLength: 'averageLength',
  serviceGreen: 'green',
  nps: 'nps',
  csat: 'csat',
  csi: 'csi',
  checks: 'passedShare',
};

/** The time that is looked at, as the selection has it. */
interface Looked {
  readonly search: Readonly<Record<string, string>>;
  readonly period: Period;
  readonly range: DateRange;
  readonly chosenRange: DateRange | null;
  readonly today: string;
}

interface Place {
  readonly path: `/${string}`;
  readonly search: Readonly<Record<string, string>>;
}

/**
 * Where the reason for a branch's figure can be looked for: Trends of the figure over the same time; of a figure that Trends doesn't
 * draw the branch's last day on Today.
 */
export function reasonPlace(store: string, figure: SortColumn, looked: Looked): Place {
  const { search, period, range, chosenRange, today } = looked;
  const metric = followed[figure];
  if (metric === undefined) {
    const date: Record<string, string> = range.to < today ? { date: range.to } : {};
    return { path: '/', search: { ...search, store, ...date } };
  }
  // Each page has a period of its own where the address says none.
  const time: Record<string, string> = chosenRange === null ? { period } : {};
  return { path: '/trends', search: { ...search, store, ...time, metric } };
}

export function reasonHref(store: string, figure: SortColumn, looked: Looked): string {
  const { path, search } = reasonPlace(store, figure, looked);
  return `${path}?${new URLSearchParams(search).toString()}`;
}
