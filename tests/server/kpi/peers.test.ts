import { describe, expect, it } from 'vitest';
import { rankBy, ranksOf } from '../../../server/kpi/ranks.ts';
import { totalKpisSchema } from '../../../server/kpi/schema.ts';
import { sumTallies, totalOf } from '../../../server/kpi/total.ts';
import { usualOf } from '../../../server/kpi/usual.ts';
import { day, goodHour, period } from './tallied.ts';

const full = { passersBy: 1, entries: 1, purchases: 1 };

describe('ranks', () => {
  it('begin at the highest, ties share a rank, and the next one follows after them', () => {
    const stores = [0.2, 0.3, 0.3, 0.1].map((conversionRate) => day({ conversionRate }));
    expect(rankBy(stores, 'conversionRate')).toEqual([3, 1, 1, 4]);
  });

  it('leave out a store only where a step that the figure uses is below 70 %', () => {
    const dark = day({ coverage: { ...full, passersBy: 0.69 } });
    const deaf = day({ coverage: { ...full, purchases: 0.5 } });
    const edge = day({ coverage: { ...full, entries: 0.7 } });
    expect(ranksOf([dark, deaf, edge], true)).toEqual([
      { conversionRate: 1, captureRate: null, netSalesMinor: 1 },
      { conversionRate: null, captureRate: 1, netSalesMinor: null },
      { conversionRate: 1, captureRate: 1, netSalesMinor: 1 },
    ]);
  });

  it('by net sales are not given across currencies', () => {
    expect(ranksOf([day()], false)).toEqual([{ conversionRate: 1, captureRate: 1, netSalesMinor: null }]);
  });

  it('are null without a figure, though nothing was missed', () => {
    expect(rankBy([day({ captureRate: null }), day()], 'captureRate')).toEqual([null, 1]);
  });
});

describe('the total of several stores', () => {
  const context = { hours: 'open', isPartial: false } as const;
  const small = {
    ...goodHour,
    conversionPurchases: 5,
    conversionEntriesDoubled: 20,
    purchases: 5,
    grossSalesMinor: 10_000,
    returnsMinor: 0,
  };

  it('divides sums by sums, it does not average rates', () => {
    const total = totalOf(
      [
        { storeId: 'a', currency: 'EUR', tally: period(goodHour) },
        { storeId: 'b', currency: 'EUR', tally: period(small) },
      ],
      context,
    );
    expect(total.conversionRate).toBe(30 / 110);
    expect([total.purchases, total.netSalesMinor, total.averageCheckMinor]).toEqual([30, 60_000, 2_000]);
    expect(total).not.toHaveProperty('money');
  });

  it('keeps currencies apart, and shows no sum of them', () => {
    const total = totalOf(
      [
        { storeId: 'a', currency: 'RUB', tally: period(goodHour) },
        { storeId: 'b', currency: 'EUR', tally: period(small) },
        { storeId: 'c', currency: 'EUR', tally: period(goodHour) },
      ],
      context,
    );
    expect([total.netSalesMinor, total.averageCheckMinor, total.outsideHours.netSalesMinor]).toEqual([
      null,
      null,
      null,
    ]);
    expect([total.entries, total.purchases, total.outsideHours.entries]).toEqual([300, 55, 0]);
    expect(Object.keys(total.money ?? {})).toEqual(['EUR', 'RUB']);
    expect(total.money?.EUR).toMatchObject({ netSalesMinor: 60_000, averageCheckMinor: 2_000, rank: { b: 2, c: 1 } });
    expect(total.money?.RUB).toMatchObject({ netSalesMinor: 50_000, rank: { a: 1 } });
    expect(totalKpisSchema.parse(total)).toEqual(total);
  });

  it('of no stores is nothing', () => {
    expect(sumTallies([]).window.entriesDoubled).toBe(0);
    expect(totalOf([], context).entries).toBeNull();
  });
});

describe('the usual', () => {
  it('is the median of the last eight, and no more', () => {
    const entries = [10, 80, 20, 70, 30, 60, 40, 50, 1000, 1000];
    expect(usualOf(entries.map((count) => day({ entries: count })))).toMatchObject({
      days: 8,
      values: { entries: 45 },
    });
  });

  it('is not shown for fewer than four', () => {
    expect(usualOf([day(), day(), day()])).toBeNull();
    expect(usualOf([day(), day(), day(), day()])?.values.purchases).toBe(25);
  });

  it('passes over days on which a step of the figure was missed or not expected, and looks further back', () => {
    const missed = day({ entries: 1, purchases: 7, coverage: { ...full, entries: 0.6 } });
    const unexpected = day({ entries: 2, coverage: { ...full, entries: null } });
    const days = [missed, unexpected, ...[3, 4, 5, 6].map((entries) => day({ entries }))];
    expect(usualOf(days)?.values).toMatchObject({ entries: 4.5, purchases: 25 });
    expect(usualOf(days.slice(0, 5))).toMatchObject({
      days: 5,
      values: { entries: null, conversionRate: null, purchases: 25 },
    });
  });

  it('of money is a whole minor unit', () => {
    const checks = [100, 101, 99, 102].map((averageCheckMinor) => day({ averageCheckMinor }));
    expect(usualOf(checks)?.values.averageCheckMinor).toBe(101);
  });
});
