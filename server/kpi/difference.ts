import type { PeriodTally } from '../../db/rollup/tally.ts';
import { addSums, noSums, type RestatedSums } from '../../db/rollup/worth.ts';
import type { Kpis } from './schema.ts';

/** Differences of a period's sums, inside the window and outside it. */
export interface SumsOfPeriod {
  readonly window: RestatedSums;
  readonly outside: RestatedSums;
}

/** Differences as the API shows them; null where the figure is known neither as reported nor as restated. */
export interface KpiDifference
  extends Pick<
    Kpis,
    | 'passersBy'
    | 'entries'
    | 'exits'
    | 'purchases'
    | 'items'
    | 'grossSalesMinor'
    | 'returnsMinor'
    | 'netSalesMinor'
    | 'outsideHours'
    | 'otherChannels'
  > {}

export interface DifferenceContext {
  readonly hours: 'open' | 'all';
  /** What was shown before and what is shown now, which decide what there is a difference of. */
  readonly shown: readonly [Kpis, Kpis];
}

/** What sums that changed do to the counts and the money of a period: the same additions that the KPIs are made of. */
export function differenceOf(sums: SumsOfPeriod, { hours, shown }: DifferenceContext): KpiDifference {
  const main = hours === 'all' ? addSums(addSums(noSums(), sums.window), sums.outside) : sums.window;
  const { outside } = sums;
  const isKnown = (figureOf: (kpis: Kpis) => number | null): boolean => shown.some((kpis) => figureOf(kpis) !== null);
  const known = (figureOf: (kpis: Kpis) => number | null, difference: number): number | null =>
    isKnown(figureOf) ? difference + 0 : null;
  return {
    passersBy: known((kpis) => kpis.passersBy, main.passersByDoubled / 2),
    entries: known((kpis) => kpis.entries, main.entriesDoubled / 2),
    exits: known((kpis) => kpis.exits, main.exits),
    purchases: known((kpis) => kpis.purchases, main.purchases),
    items: known((kpis) => kpis.items, main.items),
    grossSalesMinor: known((kpis) => kpis.grossSalesMinor, main.grossSalesMinor),
    returnsMinor: known((kpis) => kpis.returnsMinor, main.returnsMinor),
    netSalesMinor: known((kpis) => kpis.netSalesMinor, main.grossSalesMinor - main.returnsMinor),
    outsideHours: {
      entries: known((kpis) => kpis.outsideHours.entries, outside.entriesDoubled / 2),
      purchases: known((kpis) => kpis.outsideHours.purchases, outside.purchases),
      netSalesMinor: known((kpis) => kpis.outsideHours.netSalesMinor, outside.grossSalesMinor - outside.returnsMinor),
    },
    otherChannels: {
      transactions: known((kpis) => kpis.otherChannels.transactions, main.otherTransactions),
      netSalesMinor: known((kpis) => kpis.otherChannels.netSalesMinor, main.otherNetSalesMinor),
    },
  };
}

/** What a period shows now less what it was reported with. */
export function sumsBetween(reported: PeriodTally, restated: PeriodTally): SumsOfPeriod {
  const between = (part: 'window' | 'outside'): RestatedSums =>
    addSums(addSums(noSums(), restated[part]), reported[part], -1);
  return { window: between('window'), outside: between('outside') };
}
