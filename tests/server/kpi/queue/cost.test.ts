import { describe, expect, it } from 'vitest';
import { leastDates, leastQuarters, queueCostOf } from '../../../../server/kpi/queue/cost.ts';
import { movedToJoining, type ShopQuarter } from '../../../../server/kpi/queue/joining.ts';
import { shopFloor, shopWithEffect } from './simulatedShop.ts';

const shops = (count: number): string[] => Array.from({ length: count }, (_, i) => `shop ${i}`);

describe('what waiting cost, in simulated shops', () => {
  it('a known effect lies inside the interval in about 95 of 100 shops', () => {
    const perMinute = -0.03;
    const costs = shops(60).flatMap((seed) => queueCostOf(shopWithEffect({ seed, days: 42, perMinute })).cost ?? []);
    const inside = costs.filter(({ interval, lostPurchases, conversionPerMinute }) => {
      const truth = (lostPurchases * perMinute) / conversionPerMinute;
      return interval[0] <= truth && truth <= interval[1];
    });
    expect(costs.length).toBeGreaterThanOrEqual(58);
    // Two deviations of 60 draws at 95 %.
    expect(inside.length / costs.length).toBeGreaterThanOrEqual(0.9);
    const mean = costs.reduce((sum, cost) => sum + cost.conversionPerMinute, 0) / costs.length;
    expect(mean).toBeCloseTo(perMinute, 2);
  });

  it('no effect: nothing is said in at least 97 of 100 shops', () => {
    const said = shops(60).filter(
      (seed) => queueCostOf(shopWithEffect({ seed, days: 28, perMinute: 0 })).cost !== null,
    );
    expect(said.length).toBeLessThanOrEqual(2);
  });

  // Where tills cannot keep up, purchases of a quarter fall while people wait, though everybody buys later.
  it.each([
    { tills: 1, crowd: 12 },
    { tills: 2, crowd: 28 },
    { tills: 2, crowd: 31 },
  ])('$tills tills for $crowd people a quarter: who only buys later is not lost', ({ tills, crowd }) => {
    const said = shops(6).filter((seed) => {
      return queueCostOf(shopFloor({ seed, days: 56, tills, crowd, leaving: 0 }).quarters).cost !== null;
    });
    expect(said).toEqual([]);
  });

  it('of people who leave a line that is too long some are found, and never more than there were', () => {
    for (const seed of shops(4)) {
      const { quarters, lost } = shopFloor({ seed, days: 84, tills: 2, crowd: 34, leaving: 0.08 });
      const { cost } = queueCostOf(quarters);
      expect(cost?.interval[0]).toBeGreaterThan(0);
      expect((cost?.lostPurchases ?? 0) / lost).toBeGreaterThan(0.25);
      expect((cost?.lostPurchases ?? 0) / lost).toBeLessThan(1);
    }
  });
});

describe('where the data cannot carry it nothing is said', () => {
  const shop = shopWithEffect({ seed: 'one', days: 42, perMinute: -0.05 });
  const whyOf = (quarters: readonly ShopQuarter[]): string | null => queueCostOf(quarters).why;

  it('a shop with enough of everything is told', () => {
    const { cost, used, aboveTarget, dates } = queueCostOf(shop);
    expect(cost).not.toBeNull();
    expect(dates).toBe(42);
    expect(aboveTarget).toBeGreaterThanOrEqual(leastQuarters);
    expect(used - aboveTarget).toBeGreaterThanOrEqual(leastQuarters);
    expect(cost?.averageCheckMinor).toBe(2500);
  });

  it('the same data give the same interval every time', () => {
    expect(queueCostOf(shop)).toEqual(queueCostOf(shop));
  });

  it('no waits, none above the target, too few above, too few below, too few dates', () => {
    expect(whyOf([])).toBe('noWaits');
    expect(whyOf(shop.map((quarter) => ({ ...quarter, waitSeconds: null })))).toBe('noWaits');
    expect(whyOf(shop.map((quarter) => ({ ...quarter, entries: null })))).toBe('noConversion');
    expect(whyOf(shop.map((quarter) => ({ ...quarter, purchases: null })))).toBe('noConversion');
    expect(whyOf(shop.map((quarter) => ({ ...quarter, minutesAbove: 0 })))).toBe('neverAbove');
    const above = shop.filter(({ minutesAbove }) => minutesAbove > 0);
    const below = shop.filter(({ minutesAbove }) => minutesAbove === 0);
    expect(whyOf([...below, ...above.slice(0, leastQuarters - 1)])).toBe('fewAbove');
    expect(whyOf([...above, ...below.slice(0, leastQuarters - 1)])).toBe('fewBelow');
    const dates = [...new Set(shop.map(({ date }) => date))].slice(0, leastDates - 1);
    expect(whyOf(shop.filter(({ date }) => dates.includes(date)))).toBe('fewDates');
  });

  it('hours that are always above the target, or never, are compared with nothing', () => {
    const always = shop.map((quarter) => ({ ...quarter, minutesAbove: quarter.hour < 15 ? 2 : 0 }));
    expect(queueCostOf(always)).toMatchObject({ used: 0, why: 'fewAbove' });
  });
});

describe('purchases counted when their buyers joined', () => {
  const quarter = (i: number, purchases: number | null, waitSeconds: number | null): ShopQuarter => ({
    startAt: i * 900_000,
    date: '2026-01-05',
    weekday: 0,
    hour: 10,
    entries: 10,
    purchases,
    netSalesMinor: 0,
    waitSeconds,
    minutesAbove: 0,
  });
  const moved = (list: readonly ShopQuarter[]): (number | null)[] =>
    movedToJoining(list).map(({ purchases }) => purchases);

  it('stay where nobody waits', () => {
    expect(moved([quarter(0, 4, 0), quarter(1, 8, null), quarter(2, 2, 0)])).toEqual([4, 8, 2]);
  });

  it('go back by the wait; of who joined last it is not known any more', () => {
    expect(moved([4, 8, 2, 6].map((purchases, i) => quarter(i, purchases, 450)))).toEqual([6, 5, 4]);
    expect(moved([4, 8, 2, 6].map((purchases, i) => quarter(i, purchases, 900)))).toEqual([8, 2, 6]);
  });

  it('are not carried over a gap', () => {
    const list = [
      quarter(0, 4, 900),
      quarter(1, 8, 900),
      quarter(2, null, 900),
      quarter(3, 5, 900),
      quarter(4, 7, 900),
    ];
    expect(moved(list)).toEqual([8, 7]);
  });
});
