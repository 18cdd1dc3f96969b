import { addTally, emptyTally, type PeriodTally } from '../../db/rollup/tally.ts';
import { type KpiContext, kpisOf } from './kpis.ts';
import { rankBy } from './ranks.ts';
import type { Kpis, Money, TotalKpis } from './schema.ts';

export interface StoreTally {
  readonly storeId: string;
  readonly currency: string;
  readonly tally: PeriodTally;
}

/** Sums of the tallies of several stores. */
export function sumTallies(tallies: readonly PeriodTally[]): PeriodTally {
  const sum = { window: emptyTally(), outside: emptyTally() };
  for (const tally of tallies) {
    addTally(sum.window, tally.window);
    addTally(sum.outside, tally.outside);
  }
  return sum;
}

/**
 * The KPIs of several stores together: Σ numerators / Σ denominators, every store included. With several currencies money is null
 * and `money` has it by currency.
 */
export function totalOf(stores: readonly StoreTally[], context: KpiContext): TotalKpis {
  const kpis = kpisOf(sumTallies(stores.map((store) => store.tally)), context);
  const currencies = [...new Set(stores.map((store) => store.currency))].sort();
  if (currencies.length < 2) return kpis;
  const money = currencies.map((currency) => [
    currency,
    moneyOf(
      stores.filter((store) => store.currency === currency),
      context,
    ),
  ]);
  return { ...withoutMoney(kpis), money: Object.fromEntries(money) };
}

function withoutMoney(kpis: Kpis): Kpis {
  return {
    ...kpis,
    grossSalesMinor: null,
    returnsMinor: null,
    netSalesMinor: null,
    netSalesExTaxMinor: null,
    averageCheckMinor: null,
    salesPerVisitorMinor: null,
    outsideHours: { ...kpis.outsideHours, netSalesMinor: null },
    otherChannels: { ...kpis.otherChannels, netSalesMinor: null },
  };
}

function moneyOf(stores: readonly StoreTally[], context: KpiContext): Money {
  const kpis = kpisOf(sumTallies(stores.map((store) => store.tally)), context);
  const ranks = rankBy(
    stores.map((store) => kpisOf(store.tally, context)),
    'netSalesMinor',
  );
  return {
    grossSalesMinor: kpis.grossSalesMinor,
    returnsMinor: kpis.returnsMinor,
    netSalesMinor: kpis.netSalesMinor,
    netSalesExTaxMinor: kpis.netSalesExTaxMinor,
    averageCheckMinor: kpis.averageCheckMinor,
    salesPerVisitorMinor: kpis.salesPerVisitorMinor,
    outsideHours: { netSalesMinor: kpis.outsideHours.netSalesMinor },
    otherChannels: { netSalesMinor: kpis.otherChannels.netSalesMinor },
    rank: Object.fromEntries(stores.map((store, i) => [store.storeId, ranks[i] ?? null])),
  };
}
