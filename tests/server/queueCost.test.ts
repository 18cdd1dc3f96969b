import { expect, it } from 'vitest';
import { queueCostOf } from '../../server/kpi/queue/cost.ts';
import type { ShopQuarter } from '../../server/kpi/queue/joining.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { shopWithEffect } from './kpi/queue/simulatedShop.ts';
import { openQueueShop, type QueueShop } from './queueShop.ts';

const days = 28;
const quarterMs = 900_000;
const clock = Date.parse('2026-02-10T12:00:00Z');
const at = (instant: number): string => new Date(instant).toISOString();

const simulated = shopWithEffect({ seed: 'sent', days, perMinute: -0.05 }).map((quarter): ShopQuarter => {
  const waitSeconds = Math.round(quarter.waitSeconds ?? 0);
  return { ...quarter, waitSeconds, minutesAbove: Math.max(0, waitSeconds - 180) / 60 };
});

/** What its counter, its till and its queue sensor would have sent of the quarters. */
async function sendAll(
  shop: QueueShop,
  quarters: readonly ShopQuarter[],
  { sent = ['counts', 'sales', 'queue'] }: { sent?: readonly string[] } = {},
): Promise<void> {
  const counts = quarters.map(({ startAt, entries }) => ({
    start: at(startAt),
    end: at(startAt + quarterMs),
    in: entries,
  }));
  const sales = quarters.flatMap(({ startAt, purchases }) =>
    Array.from({ length: purchases ?? 0 }, (_, i) => {
      return { id: `${startAt} ${i}`, at: at(startAt + 10_000 * (i + 1)), type: 'sale', total: '25' };
    }),
  );
  // Counts nowhere, and shows that the till is there when nobody buys.
  const signs = quarters.map(({ startAt }) => {
    return { id: `sign ${startAt}`, at: at(startAt + quarterMs - 1000), type: 'sale', total: '0', training: true };
  });
  const visits = quarters.map(({ startAt, waitSeconds }) => {
    const calledAt = at(startAt + 1000 * (waitSeconds ?? 0));
    return { id: String(startAt), queue: 'tills', joinedAt: at(startAt), calledAt, leftAt: calledAt };
  });
  if (sent.includes('counts')) await shop.send('cam-1', 'counts', counts);
  if (sent.includes('sales')) await shop.send('till-1', 'sales', [...sales, ...signs]);
  if (sent.includes('queue')) await shop.send('line-1', 'queue', visits);
}

describeOnBothDialects('what waiting cost a store', (open) => {
  it('is what its quarters say, by purchases, entries and measured waits', async () => {
    const shop = await openQueueShop(await open(), clock);
    await sendAll(shop, simulated);
    const answer = await shop.cost('2026-01-05', '2026-02-01');
    const { cost, used, aboveTarget, dates } = queueCostOf(simulated);
    expect(answer).toMatchObject({ store: 'arbat', from: '2026-01-05', targetSeconds: 180, why: null });
    expect(answer.quarters).toEqual({ used, aboveTarget, dates });
    expect(answer.estimate?.lostPurchases).toBeCloseTo(cost?.lostPurchases ?? 0, 0);
    expect(answer.estimate?.interval[0]).toBeCloseTo(cost?.interval[0] ?? 0, 0);
    expect(answer.estimate?.interval[1]).toBeCloseTo(cost?.interval[1] ?? 0, 0);
    expect(answer.estimate?.conversionPerMinute).toBeCloseTo(cost?.conversionPerMinute ?? 0, 6);
    // Every receipt is of 25 roubles.
    expect(answer.estimate?.lostNetSalesMinor).toBeCloseTo((cost?.lostPurchases ?? 0) * 2500, -2);
  }, 60_000);

  it('a week is too little, a store without waits has nothing to say, and each says what is missing', async () => {
    const shop = await openQueueShop(await open(), clock);
    await sendAll(shop, simulated.slice(0, 7 * 40));
    const week = await shop.cost('2026-01-05', '2026-01-11');
    expect(week).toMatchObject({ estimate: null, why: expect.stringContaining('Take a longer period') });
    const later = await shop.cost('2026-02-02', '2026-02-08');
    expect(later).toMatchObject({ quarters: { used: 0, aboveTarget: 0, dates: 0 }, estimate: null });
    expect(later.why).toMatch(/^No waits were measured: .* No entries .* No purchases/);
  }, 60_000);

  it('lengths without waits never enter: their estimate divides by the purchases that are to be explained', async () => {
    const shop = await openQueueShop(await open(), clock);
    await sendAll(shop, simulated.slice(0, 40), { sent: ['counts', 'sales'] });
    const samples = simulated.slice(0, 40).map(({ startAt }) => ({ at: at(startAt), queue: 'tills', length: 5 }));
    await shop.send('line-1', 'queue', samples);
    const { quarters, why } = await shop.cost('2026-01-05', '2026-01-11');
    expect(quarters.used).toBe(0);
    expect(why).toMatch(/^No waits were measured: a queue sensor .*; lengths alone do not tell\.$/);
  }, 60_000);

  it.each([
    { sent: ['sales', 'queue'], why: 'No entries were counted: a counter at the entrance is needed.' },
    { sent: ['counts', 'queue'], why: 'No purchases came: a till that sends its receipts is needed.' },
    { sent: ['counts', 'sales', 'queue'], apart: true, why: expect.stringContaining('never all complete in the same') },
  ])(
    'with $sent alone names what is missing, and no queue sensor where waits came',
    async ({ sent, apart, why }) => {
      const shop = await openQueueShop(await open(), clock);
      const quarters = simulated.slice(0, 40);
      if (!apart) await sendAll(shop, quarters, { sent });
      else {
        const counted = quarters.map((quarter, i) => ({ ...quarter, entries: i % 2 === 0 ? 0 : quarter.entries }));
        const waited = counted.filter(({ entries }) => entries === 0);
        await sendAll(shop, counted, { sent: ['counts', 'sales'] });
        await sendAll(shop, waited, { sent: ['queue'] });
      }
      const answer = await shop.cost('2026-01-05', '2026-01-11');
      expect(answer).toMatchObject({ quarters: { used: 0 }, estimate: null, why });
      expect(answer.why).not.toMatch(/queue sensor/);
    },
    60_000,
  );
});
