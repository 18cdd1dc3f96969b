import { describe, expect, it } from 'vitest';
import { type StandingSale, saleQuarters } from '../../../db/rollup/saleRows.ts';
import { at, sale } from './shop.ts';

const rowOf = (...sales: StandingSale[]) => saleQuarters({ storeId: 'shop', deviceId: 'till', sales })[0];

describe('quarter rows of sales', () => {
  it('a sale is one purchase and gross, a sale of 0 too', () => {
    expect(rowOf(sale(at('10:00'), 500, { items: 2 }), sale(at('10:01'), 0))).toMatchObject({
      purchases: 2,
      grossMinor: 500,
      receipts: 1,
      items: 2,
      purchasesWithItems: 1,
      messages: 2,
    });
  });

  it('a return adds to returns on its own time and is no purchase', () => {
    expect(rowOf(sale(at('10:00'), 300, { type: 'return', items: 1 }))).toMatchObject({
      purchases: 0,
      grossMinor: 0,
      returnsMinor: 300,
      items: 0,
    });
  });

  it('an exchange that pays is a purchase; one that pays nothing or pays out adds its size to returns', () => {
    const exchange = (total: number) => rowOf(sale(at('10:00'), total, { type: 'exchange' }));
    expect(exchange(120)).toMatchObject({ purchases: 1, grossMinor: 120, returnsMinor: 0 });
    expect(exchange(0)).toMatchObject({ purchases: 0, grossMinor: 0, returnsMinor: 0, receipts: 0 });
    expect(exchange(-80)).toMatchObject({ purchases: 0, grossMinor: 0, returnsMinor: 80 });
  });

  it('what is voided, in training or a void counts nowhere but shows that the feed is alive', () => {
    const row = rowOf(
      sale(at('10:03'), 100, { isVoided: true }),
      sale(at('10:01'), 100, { isTraining: true }),
      sale(at('10:09'), 100, { type: 'void' }),
    );
    expect(row).toMatchObject({ purchases: 0, grossMinor: 0, returnsMinor: 0, messages: 3 });
    expect(row).toMatchObject({ firstAt: at('10:01'), lastAt: at('10:09') });
  });

  it('other channels are apart: sales and paying exchanges are transactions, returns lower the net', () => {
    const other = { channel: 'delivery' };
    expect(
      rowOf(
        sale(at('10:00'), 700, other),
        sale(at('10:01'), 50, { ...other, type: 'exchange' }),
        sale(at('10:02'), 200, { ...other, type: 'return' }),
        sale(at('10:03'), -25, { ...other, type: 'exchange' }),
      ),
    ).toMatchObject({ purchases: 0, grossMinor: 0, returnsMinor: 0, otherTransactions: 2, otherNetMinor: 525 });
  });

  it('tax of returns is taken from tax of sales, and receipts that lack it are known', () => {
    expect(
      rowOf(
        sale(at('10:00'), 1200, { taxMinor: 200 }),
        sale(at('10:01'), 600, { type: 'return', taxMinor: 100 }),
        sale(at('10:02'), -60, { type: 'exchange', taxMinor: -10 }),
        sale(at('10:03'), 500),
      ),
    ).toMatchObject({ netTaxMinor: 90, receipts: 4, receiptsWithTax: 3 });
  });

  it('a quarter begins at its edge, and nothing at or after the cut counts', () => {
    const sales = [sale(at('10:14:59'), 1), sale(at('10:15'), 2), sale(at('10:20'), 4)];
    const rows = saleQuarters({ storeId: 'shop', deviceId: 'till', sales, until: at('10:20') });
    expect(rows.map((row) => [row.bucket, row.grossMinor])).toEqual([
      [at('10:00'), 1],
      [at('10:15'), 2],
    ]);
  });
});
