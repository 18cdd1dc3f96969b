import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../../../db/rollup/tally.ts';
import { type KpiContext, kpisOf } from '../../../server/kpi/kpis.ts';
import { type Kpis, kpisSchema } from '../../../server/kpi/schema.ts';
import { goodHour, period } from './tallied.ts';

const open: KpiContext = { hours: 'open', isPartial: false };

function kpis(sums: Partial<Tally>, context: Partial<KpiContext> = {}): Kpis {
  return kpisOf(period(sums), { ...open, ...context });
}

describe('the KPIs of a period', () => {
  it('of a good hour are those worked out by hand', () => {
    const { captureInterval, conversionInterval, ...figures } = kpis(goodHour);
    expect(figures).toEqual({
      passersBy: 400,
      entries: 100,
      exits: 95,
      purchases: 25,
      grossSalesMinor: 52_000,
      returnsMinor: 2_000,
      netSalesMinor: 50_000,
      netSalesExTaxMinor: 42_000,
      items: 60,
      unitsPerTransaction: 2.5,
      captureRate: 0.25,
      conversionRate: 0.25,
      averageCheckMinor: 2_000,
      salesPerVisitorMinor: 500,
      coverage: { passersBy: 1, entries: 1, purchases: 1 },
      outsideHours: { entries: 0, purchases: 0, netSalesMinor: 0 },
      otherChannels: { transactions: 0, netSalesMinor: 0 },
      flags: [],
    });
    expect(captureInterval?.map((end) => end.toFixed(4))).toEqual(['0.2101', '0.2947']);
    expect(conversionInterval?.map((end) => end.toFixed(4))).toEqual(['0.1755', '0.3430']);
  });

  it('of a store that measures nothing are null, not 0', () => {
    const nothing = kpis({});
    const counts = [
      nothing.passersBy,
      nothing.entries,
      nothing.exits,
      nothing.purchases,
      nothing.netSalesMinor,
      nothing.items,
    ];
    expect(counts).toEqual([null, null, null, null, null, null]);
    expect([nothing.averageCheckMinor, nothing.conversionRate, nothing.captureInterval]).toEqual([null, null, null]);
    expect(nothing.coverage).toEqual({ passersBy: null, entries: null, purchases: null });
    expect(nothing.outsideHours).toEqual({ entries: null, purchases: null, netSalesMinor: null });
    expect(nothing.otherChannels).toEqual({ transactions: null, netSalesMinor: null });
  });

  it('of an hour that was watched and saw nobody are 0, and its rates null', () => {
    const quiet = kpis({ entriesSeen: 4, purchasesSeen: 4, conversionBuckets: 4 });
    expect([quiet.entries, quiet.purchases, quiet.netSalesMinor, quiet.items]).toEqual([0, 0, 0, 0]);
    expect([
      quiet.conversionRate,
      quiet.salesPerVisitorMinor,
      quiet.averageCheckMinor,
      quiet.unitsPerTransaction,
    ]).toEqual([null, null, null, null]);
  });

  it('of a store without an outside counter have no passers-by and no capture rate', () => {
    const inside = kpis({
      ...goodHour,
      passersBySeen: 0,
      passersByDoubled: 0,
      capturePassersByDoubled: 0,
      captureEntriesDoubled: 0,
    });
    expect([inside.passersBy, inside.captureRate, inside.conversionRate]).toEqual([null, null, 0.25]);
  });

  it('keep the half person of an entrance that counts the average', () => {
    const half = kpis({ ...goodHour, entriesDoubled: 201, conversionEntriesDoubled: 201 });
    expect([half.entries, half.conversionRate]).toEqual([100.5, 25 / 100.5]);
    expect(half.salesPerVisitorMinor).toBe(498);
  });

  it('use valid buckets only for rates, while counts show all that was seen', () => {
    const patchy = kpis({
      ...goodHour,
      conversionEntriesDoubled: 100,
      conversionPurchases: 20,
      conversionNetSalesMinor: 30_000,
    });
    expect([patchy.entries, patchy.purchases, patchy.conversionRate, patchy.salesPerVisitorMinor]).toEqual([
      100, 25, 0.4, 600,
    ]);
  });

  it('have net sales without tax only where every receipt with an amount carries its tax', () => {
    expect(kpis({ ...goodHour, receiptsWithTax: 25 }).netSalesExTaxMinor).toBeNull();
  });

  it('have no items where purchases were made and none says its items', () => {
    expect(kpis({ ...goodHour, items: 0, purchasesWithItems: 0 }).items).toBeNull();
  });

  it('show a day of returns only as negative net sales, without an average check', () => {
    const returns = kpis({ purchasesSeen: 1, returnsMinor: 1_250 });
    expect([returns.netSalesMinor, returns.averageCheckMinor]).toEqual([-1_250, null]);
  });

  it('round a negative average check away from zero too', () => {
    expect(kpis({ purchasesSeen: 1, purchases: 2, returnsMinor: 5 }).averageCheckMinor).toBe(-3);
  });

  it('over the window leave to outsideHours what fell outside it; over all hours they take it in', () => {
    const both = period(
      { ...goodHour },
      { entriesSeen: 1, entriesDoubled: 6, purchasesSeen: 1, purchases: 1, grossSalesMinor: 900 },
    );
    const window = kpisOf(both, open);
    const all = kpisOf(both, { ...open, hours: 'all' });
    expect([window.entries, window.purchases, window.netSalesMinor]).toEqual([100, 25, 50_000]);
    expect([all.entries, all.purchases, all.netSalesMinor]).toEqual([103, 26, 50_900]);
    expect(window.outsideHours).toEqual({ entries: 3, purchases: 1, netSalesMinor: 900 });
    expect(all.outsideHours).toEqual(window.outsideHours);
  });

  it('report other channels beside purchases', () => {
    const other = kpis({ ...goodHour, otherTransactions: 3, otherNetSalesMinor: 4_500 });
    expect([other.purchases, other.otherChannels]).toEqual([25, { transactions: 3, netSalesMinor: 4_500 }]);
  });

  it('always have the shape that the API promises', () => {
    const anySums = fc.record({
      entriesSeen: fc.nat(3),
      purchasesSeen: fc.nat(3),
      entriesDoubled: fc.integer({ min: -10, max: 1000 }),
      purchases: fc.nat(500),
      grossSalesMinor: fc.nat(1e9),
      returnsMinor: fc.nat(1e9),
      conversionPurchases: fc.nat(500),
      conversionEntriesDoubled: fc.integer({ min: -10, max: 1000 }),
      conversionNetSalesMinor: fc.integer({ min: -1e9, max: 1e9 }),
    });
    fc.assert(
      fc.property(anySums, (sums) => {
        const figures = kpis(sums);
        expect(kpisSchema.parse(figures)).toEqual(figures);
        expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
      }),
    );
  });
});

describe('flags', () => {
  const flagsOf = (sums: Partial<Tally>, context: Partial<KpiContext> = {}): string[] => kpis(sums, context).flags;

  it('warn of low coverage below 70 % of any step, not at 70 %', () => {
    expect(flagsOf({ ...goodHour, purchasesObservedMs: 2_520_000 })).toEqual([]);
    expect(flagsOf({ ...goodHour, purchasesObservedMs: 2_519_999 })).toEqual(['low_coverage']);
    expect(flagsOf({ ...goodHour, passersByObservedMs: 0 })).toEqual(['low_coverage']);
  });

  it('warn of rates above 100 %, which are shown as they are and have no interval', () => {
    const over = kpis({ ...goodHour, conversionPurchases: 101, captureEntriesDoubled: 801 });
    expect(over.flags).toEqual(['conversion_over_100', 'capture_over_100']);
    expect([over.conversionRate, over.conversionInterval, over.captureInterval]).toEqual([1.01, null, null]);
    expect(flagsOf({ ...goodHour, conversionPurchases: 100 })).toEqual([]);
  });

  it('warn of sales while nobody came in, but not where nobody counts', () => {
    expect(flagsOf({ ...goodHour, entriesDoubled: 0 })).toEqual(['sales_without_entries']);
    expect(flagsOf({ ...goodHour, entriesSeen: 0, entriesDoubled: 0 })).toEqual([]);
  });

  it('warn of entries and exits more than 10 % apart, from 50 people on, over whole dates', () => {
    expect(flagsOf({ ...goodHour, balanceIn: 100, balanceOut: 90 })).toEqual([]);
    expect(flagsOf({ ...goodHour, balanceIn: 100, balanceOut: 89 })).toEqual(['entry_exit_imbalance']);
    expect(flagsOf({ ...goodHour, balanceIn: 20, balanceOut: 50 })).toEqual(['entry_exit_imbalance']);
    expect(flagsOf({ ...goodHour, balanceIn: 49, balanceOut: 0 })).toEqual([]);
    expect(flagsOf({ ...goodHour, balanceIn: 100, balanceOut: 0 }, { isWithinDay: true })).toEqual([]);
  });

  it('say that intervals were coarse and that the period is not over', () => {
    expect(flagsOf({ ...goodHour, coarseBuckets: 1 }, { isPartial: true, isWithinDay: true })).toEqual([
      'coarse',
      'partial',
    ]);
  });
});
