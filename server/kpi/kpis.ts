import { addTally, emptyTally, type PeriodTally, type Tally } from '../../db/rollup/tally.ts';
import { type Flag, flags, lowCoverageBelow } from '../../db/vocabulary/quality.ts';
import { divideHalfAway } from './rounding.ts';
import type { Kpis } from './schema.ts';
import { wilsonInterval } from './wilson.ts';

export interface KpiContext {
  /** `all`: the figures are over the whole day instead of the window. */
  readonly hours: 'open' | 'all';
  /** The period is not over yet. */
  readonly isPartial: boolean;
  /** A step of a 15-minute or hourly series: people who came in need not have left again. */
  readonly isWithinDay?: boolean;
}

/**
 * The KPIs of a period. Ratios are quotients of the tally's sums over valid buckets; a quotient by nothing is null. `outsideHours`
 * is what fell outside the window, whatever `hours` says.
 */
export function kpisOf(tally: PeriodTally, context: KpiContext): Kpis {
  const main = context.hours === 'all' ? bothOf(tally) : tally.window;
  const figures = { ...countsOf(main), ...salesOf(main), ...ratesOf(main), coverage: coverageOf(main) };
  return {
    ...figures,
    outsideHours: outsideHoursOf(tally),
    otherChannels: otherChannelsOf(main),
    flags: flagsOf(main, figures, context),
  };
}

function bothOf(tally: PeriodTally): Tally {
  return addTally(addTally(emptyTally(), tally.window), tally.outside);
}

type Counts = Pick<Kpis, 'passersBy' | 'entries' | 'exits' | 'purchases'>;

function countsOf(main: Tally): Counts {
  return {
    passersBy: main.passersBySeen > 0 ? main.passersByDoubled / 2 : null,
    entries: main.entriesSeen > 0 ? main.entriesDoubled / 2 : null,
    exits: main.exitsSeen > 0 ? main.exits : null,
    purchases: main.purchasesSeen > 0 ? main.purchases : null,
  };
}

const noSales = {
  grossSalesMinor: null,
  returnsMinor: null,
  netSalesMinor: null,
  netSalesExTaxMinor: null,
  items: null,
  unitsPerTransaction: null,
  averageCheckMinor: null,
};

function salesOf(main: Tally): Pick<Kpis, keyof typeof noSales> {
  if (main.purchasesSeen === 0) return noSales;
  const netSalesMinor = main.grossSalesMinor - main.returnsMinor;
  const isTaxKnown = main.receipts === main.receiptsWithTax;
  const areItemsKnown = main.purchases === 0 || main.purchasesWithItems > 0;
  return {
    grossSalesMinor: main.grossSalesMinor,
    returnsMinor: main.returnsMinor,
    netSalesMinor,
    netSalesExTaxMinor: isTaxKnown ? netSalesMinor - main.netTaxMinor : null,
    items: areItemsKnown ? main.items : null,
    unitsPerTransaction: ratio(main.items, main.purchasesWithItems),
    averageCheckMinor: divideHalfAway(netSalesMinor, main.purchases),
  };
}

type Rates = Pick<
  Kpis,
  'captureRate' | 'conversionRate' | 'salesPerVisitorMinor' | 'captureInterval' | 'conversionInterval'
>;

function ratesOf(main: Tally): Rates {
  return {
    captureRate: ratio(main.captureEntriesDoubled, main.capturePassersByDoubled),
    conversionRate: ratio(2 * main.conversionPurchases, main.conversionEntriesDoubled),
    salesPerVisitorMinor: divideHalfAway(2 * main.conversionNetSalesMinor, main.conversionEntriesDoubled),
    captureInterval: wilsonInterval(main.captureEntriesDoubled / 2, main.capturePassersByDoubled / 2),
    conversionInterval: wilsonInterval(main.conversionPurchases, main.conversionEntriesDoubled / 2),
  };
}

function coverageOf(main: Tally): Kpis['coverage'] {
  return {
    passersBy: ratio(main.passersByObservedMs, main.passersByExpectedMs),
    entries: ratio(main.entriesObservedMs, main.entriesExpectedMs),
    purchases: ratio(main.purchasesObservedMs, main.purchasesExpectedMs),
  };
}

/** Event feeds are observed in the window only: outside it, what was measured at all in the period and not seen is 0. */
function outsideHoursOf({ window, outside }: PeriodTally): Kpis['outsideHours'] {
  const hasEntries = window.entriesSeen + outside.entriesSeen > 0;
  const hasSales = window.purchasesSeen + outside.purchasesSeen > 0;
  return {
    entries: hasEntries ? outside.entriesDoubled / 2 : null,
    purchases: hasSales ? outside.purchases : null,
    netSalesMinor: hasSales ? outside.grossSalesMinor - outside.returnsMinor : null,
  };
}

function otherChannelsOf(main: Tally): Kpis['otherChannels'] {
  const hasSales = main.purchasesSeen > 0;
  return {
    transactions: hasSales ? main.otherTransactions : null,
    netSalesMinor: hasSales ? main.otherNetSalesMinor : null,
  };
}

function flagsOf(main: Tally, figures: Counts & Pick<Kpis, 'coverage'>, context: KpiContext): Flag[] {
  const raised: Record<Flag, boolean> = {
    low_coverage: Object.values(figures.coverage).some((share) => share !== null && share < lowCoverageBelow),
    coarse: context.isWithinDay === true && main.coarseBuckets > 0,
    conversion_over_100: isAbove(2 * main.conversionPurchases, main.conversionEntriesDoubled),
    capture_over_100: isAbove(main.captureEntriesDoubled, main.capturePassersByDoubled),
    sales_without_entries: figures.entries === 0 && (figures.purchases ?? 0) > 0,
    entry_exit_imbalance: context.isWithinDay !== true && isImbalanced(main.balanceIn, main.balanceOut),
    partial: context.isPartial,
  };
  return flags.filter((flag) => raised[flag]);
}

/** A rate of more than 1; by nothing there is no rate. */
function isAbove(numerator: number, denominator: number): boolean {
  return denominator !== 0 && numerator / denominator > 1;
}

/** More than 10 % apart, with at least 50 people the greater way. */
function isImbalanced(balanceIn: number, balanceOut: number): boolean {
  const greater = Math.max(balanceIn, balanceOut);
  return greater >= 50 && 10 * Math.abs(balanceIn - balanceOut) > greater;
}

function ratio(numerator: number, denominator: number): number | null {
  // Adding 0 makes of -0 (nobody bought, more staff than people came in) a plain 0.
  return denominator === 0 ? null : numerator / denominator + 0;
}
