import { afterEach, expect, test } from 'vitest';
import { readFetchStates } from '../../../db/reads/fetches.ts';
import { owner } from '../../db/chain.ts';
import { describeOnBothDialects } from '../../db/dialects.ts';
import { closeTills, demand, id, openTill } from './till.ts';

describeOnBothDialects('what no webhook named', (open) => {
  // Before the database is closed: hooks of one level run the last first.
  afterEach(closeTills);

  test('is found by asking for all that changed, from where the last time ended', async () => {
    const till = await openTill(await open());
    till.vendor.answer(({ path }) => ({ body: { rows: path.includes('/retaildemand?') ? [demand] : [] } }));
    await till.until(async () => (await till.sales()).length === 1);
    const polled = async (): Promise<boolean> =>
      (await readFetchStates(till.sql, owner, {}))[0]?.pollSucceededAt != null;
    await till.until(polled);
    const [{ cursor }] = (await till.sql.all<{ cursor: string }>('select cursor from polls')) as [{ cursor: string }];
    expect(Date.parse(cursor)).toBeGreaterThan(Date.now() - 60_000);
    // What a webhook names as well counts once.
    till.vendor.answer(() => ({ body: demand }));
    await till.notice();
    await till.until(async () => (await till.state()).waiting === 0);
    expect(await till.sales()).toEqual([{ id, total_minor: 51240 }]);
  });

  test('is not asked for by two processes at once', async () => {
    const till = await openTill(await open());
    till.vendor.answer(() => ({ body: { rows: [] }, afterMs: 50 }));
    const second = till.another();
    await Promise.all([till.worker.round(), second.round()]);
    await till.until(async () => (await readFetchStates(till.sql, owner, {}))[0]?.pollSucceededAt != null);
    expect(till.vendor.asked.filter(({ path }) => path.includes('/retaildemand?'))).toHaveLength(1);
  });

  test('is asked for again soon where the vendor had a fault, and the cursor stays', async () => {
    const till = await openTill(await open());
    till.vendor.answer(() => ({ status: 502 }));
    const worker = till.another({ pollEveryMs: 100 });
    await till.until(async () => (await till.state()).error !== null, worker);
    till.vendor.answer(({ path }) => ({ body: { rows: path.includes('/retaildemand?') ? [demand] : [] } }));
    await till.until(async () => (await till.sales()).length === 1 && (await till.state()).error === null, worker);
    expect(await till.state()).toEqual({ waiting: 0, failed: 0, error: null });
  });
});
