import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, put, startChain } from './chain.ts';

const date = '2025-03-03';
const at = (time: string): string => `${date}T${time}:00Z`;

/** Three shops: two in euros, one in yen, which has no minor unit; each sold what is in `sold`. */
const shops = [
  { id: 'berlin', currency: 'EUR', region: 'west', sold: ['100.00', '50.00'], entries: 10 },
  { id: 'paris', currency: 'EUR', region: 'west', sold: ['300.00'], entries: 30 },
  { id: 'tokyo', currency: 'JPY', region: 'east', sold: ['9000'], entries: 20 },
];

describe('stores of several currencies beside each other', () => {
  let chain: Chain;
  const compare = async (query = '') =>
    (await call(chain.server, `/api/v1/compare?from=${date}&to=${date}${query}`, { headers: bearer(chain.token) }))
      .body;

  beforeAll(async () => {
    chain = await startChain();
    for (const id of ['west', 'east']) await put(chain, `/api/v1/regions/${id}`, { name: id });
    for (const { id, currency, region, sold, entries } of shops) {
      await put(chain, `/api/v1/stores/${id}`, { timezone: 'UTC', currency, region });
      const there = { installedAt: at('10:00'), removedAt: at('11:00') };
      await put(chain, `/api/v1/stores/${id}/devices/door-${id}`, { measures: ['entries'], ...there });
      await put(chain, `/api/v1/stores/${id}/devices/till-${id}`, { measures: ['sales'], feed: 'batch', ...there });
      const send = (device: string, kind: string, body: unknown) =>
        call(chain.server, `/api/v1/ingest/${id}/${device}/${kind}`, {
          method: 'POST',
          headers: bearer(chain.token),
          body,
        });
      const receipts = sold.map((total, i) => ({
        id: `s${i}`,
        at: at('10:10'),
        type: 'sale',
        total,
        completeTo: date,
      }));
      expect((await send(`till-${id}`, 'sales', receipts)).body).toMatchObject({ accepted: sold.length });
      expect((await send(`door-${id}`, 'counts', { start: at('10:00'), end: at('11:00'), in: entries })).status).toBe(
        200,
      );
    }
  });
  afterAll(() => chain?.stop());

  it('money is told by currency, what is no money in total', async () => {
    const { currency, total, money } = await compare();
    expect(currency).toBeNull();
    expect(total).toMatchObject({
      entries: 60,
      purchases: 4,
      conversionRate: 4 / 60,
      netSalesMinor: null,
      averageCheckMinor: null,
    });
    expect(money.EUR).toMatchObject({
      netSalesMinor: 45_000,
      averageCheckMinor: 15_000,
      rank: { berlin: 2, paris: 1 },
    });
    expect(money.JPY).toMatchObject({ netSalesMinor: 9_000, rank: { tokyo: 1 } });
  });

  it('ranks of money are null, the others stay', async () => {
    const { stores } = await compare();
    const ranks = Object.fromEntries(stores.map(({ store, rank }: { store: string; rank: object }) => [store, rank]));
    expect(ranks).toEqual({
      berlin: { conversionRate: 1, captureRate: null, netSalesMinor: null },
      paris: { conversionRate: 3, captureRate: null, netSalesMinor: null },
      tokyo: { conversionRate: 2, captureRate: null, netSalesMinor: null },
    });
  });

  it('stores of one currency have their money in total, and ranks among themselves', async () => {
    const west = await compare('&region=west&compare=previous');
    expect(west).toMatchObject({ currency: 'EUR', total: { netSalesMinor: 45_000 }, comparison: { to: '2025-02-24' } });
    expect(west.money).toBeUndefined();
    expect(west.stores.map(({ rank }: { rank: { netSalesMinor: number } }) => rank.netSalesMinor)).toEqual([2, 1]);
    expect((await compare('&store=tokyo&store=paris')).stores.map(({ store }: { store: string }) => store)).toEqual([
      'paris',
      'tokyo',
    ]);
  });

  it('a workbook of it opens as one', async () => {
    const answer = await fetch(`${chain.server.url}/api/v1/export.xlsx?from=${date}&to=${date}`, {
      headers: bearer(chain.token),
    });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
