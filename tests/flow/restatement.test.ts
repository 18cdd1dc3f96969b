import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSql } from '../../db/sql/open.ts';
import { businessDateAt } from '../../db/time/businessDate.ts';
import { eventually, openShop, type Shop } from './shop.ts';

const dayMs = 86_400_000;
const moscow = { timezone: 'Europe/Moscow', dayStartsAtMinutes: 0 };
const yesterday = businessDateAt(moscow, Date.now() - dayMs);
const at = (clock: string): string => `${yesterday}T${clock}:00+03:00`;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(() => shop?.close());

const count = (start: string, end: string, people: number): Promise<unknown> =>
  shop.post('/api/v1/ingest/arbat/cam-1/counts', JSON.stringify({ start: at(start), end: at(end), in: people }));
const sell = (receipt: object): Promise<unknown> =>
  shop.post('/api/v1/ingest/arbat/till-1/sales', JSON.stringify({ at: at('12:10'), type: 'sale', ...receipt }));

/** The job looks every ten seconds; the store was there yesterday as far as it knows. */
async function untilReported(): Promise<void> {
  const sql = openSql({ databaseUrl: undefined, dataDir: shop.server.dataDir });
  await eventually(
    () => sql.run('update reporting set first_date = ? where last_date is null', [yesterday]),
    (changed) => changed === 1,
  );
  await eventually(
    () => sql.all('select 1 as one from reported_tallies'),
    (rows) => rows.length === 2,
  );
  await sql.close();
}

it('a day that has ended says what it showed, what it shows and why, as soon as something came', async () => {
  await count('12:00', '12:15', 10);
  await sell({ id: 'a', total: '10.00' });
  await sell({ id: 'b', total: '20.00' });
  await untilReported();
  await count('12:15', '12:30', 4);
  await sell({ id: 'a', total: '12.50' });
  await sell({ id: 'v', type: 'void', total: '0', original: 'b' });
  const dates = `from=${yesterday}&to=${yesterday}`;
  const { body } = await shop.get(`/api/v1/stores/arbat/restatements?${dates}`);
  expect(body.days).toMatchObject([
    {
      date: yesterday,
      reported: { entries: 10, purchases: 2, netSalesMinor: 3000 },
      restated: { entries: 14, purchases: 1, netSalesMinor: 1250 },
      difference: { entries: 4, purchases: -1, netSalesMinor: -1750 },
    },
  ]);
  const changes = body.days[0].changes.map((change: Record<string, unknown>) => [
    change['cause'],
    change['device'],
    change['entries'],
    change['netSalesMinor'],
  ]);
  expect(changes).toEqual([
    ['late', 'cam-1', 4, 0],
    ['corrected', 'till-1', 0, 250],
    ['voided', 'till-1', 0, -2000],
  ]);
  const now = await shop.get(`/api/v1/stores/arbat/funnel?${dates}`);
  const then = await shop.get(`/api/v1/stores/arbat/funnel?${dates}&figures=reported`);
  expect([now.body.total.entries, then.body.total.entries]).toEqual([14, 10]);
  expect(then.body.reported).toEqual({ dates: 1, withoutReport: 0 });
}, 120_000);
