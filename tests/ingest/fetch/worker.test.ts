import { afterEach, expect, test } from 'vitest';
import { applySettings } from '../../../db/writes/settings.ts';
import { makeDevice, owner } from '../../db/chain.ts';
import { describeOnBothDialects } from '../../db/dialects.ts';
import { closeTills, demand, id, isReceipt, openTill } from './till.ts';

describeOnBothDialects('what a webhook only names', (open) => {
  // Before the database is closed: hooks of one level run the last first.
  afterEach(closeTills);

  test('is asked for, shown the key, and counts', async () => {
    const till = await openTill(await open());
    till.vendor.answer(({ path }) => (isReceipt(path) ? { body: demand } : { body: { rows: [] } }));
    expect(await till.notice()).toMatchObject([{ items: [{ fate: 'accepted' }] }]);
    expect(await till.state()).toMatchObject({ waiting: 1, failed: 0 });
    await till.until(async () => (await till.sales()).length > 0 && (await till.state()).waiting === 0);
    expect(await till.sales()).toEqual([{ id, total_minor: 51240 }]);
    expect(till.vendor.asked.find(({ path }) => isReceipt(path))?.headers.authorization).toBe('Bearer key-1');
  });

  test('named twice is asked for once, and again when it has changed', async () => {
    const till = await openTill(await open());
    till.vendor.answer(({ path }) => (isReceipt(path) ? { body: demand, afterMs: 50 } : { body: { rows: [] } }));
    await till.notice();
    expect(await till.notice()).toMatchObject([{ items: [{ fate: 'duplicate' }] }]);
    const second = till.another();
    await Promise.all([till.worker.round(), second.round()]);
    // While it is under way.
    await till.notice(id, '2026-03-19 15:09:00');
    const count = (): number => till.vendor.asked.filter(({ path }) => isReceipt(path)).length;
    await till.until(async () => count() === 2 && (await till.state()).waiting === 0);
    expect(await till.sales()).toHaveLength(1);
  });

  test('is asked for again, after longer and longer pauses, while the vendor has a fault', async () => {
    const till = await openTill(await open());
    let faults = 0;
    till.vendor.answer(({ path }) => {
      if (!isReceipt(path)) return { body: { rows: [] } };
      faults += 1;
      return faults < 4 ? { status: 500, body: 'oops' } : { body: demand };
    });
    await till.notice();
    await till.until(async () => (await till.state()).error !== null);
    expect(await till.state()).toMatchObject({ waiting: 1, error: 'The vendor answered 500.' });
    await till.until(async () => (await till.sales()).length > 0);
    expect(faults).toBe(4);
  });

  test('is given up after some tries, with the reason', async () => {
    const till = await openTill(await open());
    till.vendor.answer(({ path }) => (isReceipt(path) ? { body: '<html>Sign in</html>' } : { body: { rows: [] } }));
    await till.notice();
    await till.until(async () => (await till.state()).failed > 0);
    const error = 'The vendor’s answer is no JSON: check the host. It was given up after 3 tries.';
    expect(await till.state()).toMatchObject({ waiting: 0, failed: 1, error });
    // Named anew it is asked for anew.
    till.vendor.answer(({ path }) => (isReceipt(path) ? { body: demand } : { body: { rows: [] } }));
    await till.notice(id, '2026-03-19 16:00:00');
    await till.until(async () => (await till.sales()).length > 0);
    expect(await till.state()).toMatchObject({ waiting: 0, failed: 0 });
  });

  test('waits as long as a vendor says that has too many questions, and its other questions wait with it', async () => {
    const till = await openTill(await open());
    await till.until(async () => till.vendor.asked.length >= 2);
    const asked: number[] = [];
    till.vendor.answer(() => {
      asked.push(Date.now());
      return asked.length === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { body: demand };
    });
    await till.notice();
    await till.until(async () => asked.length > 0 && (await till.state()).error !== null);
    await till.notice('77d2f1aa-1111-11ef-0a80-000000000002');
    await till.until(async () => asked.length >= 3);
    expect((asked[1] as number) - (asked[0] as number)).toBeGreaterThanOrEqual(1000);
    await till.until(async () => (await till.state()).waiting === 0);
    expect(await till.sales()).toHaveLength(1);
  });

  test('is not asked for any more with a key that is refused, until there is another', async () => {
    const till = await openTill(await open());
    await till.until(async () => till.vendor.asked.length >= 2);
    till.vendor.answer(({ headers }) =>
      headers.authorization === 'Bearer key-2' ? { body: demand } : { status: 401 },
    );
    await till.notice();
    await till.until(async () => (await till.state()).error !== null);
    const before = till.vendor.asked.length;
    await till.notice('77d2f1aa-1111-11ef-0a80-000000000002');
    for (let round = 0; round < 5; round += 1) await till.worker.round();
    expect(till.vendor.asked).toHaveLength(before);
    expect((await till.state()).error).toMatch(/refuses the API secret \(401\): enter one/);
    await till.setKey('key-2');
    await till.until(async () => (await till.state()).waiting === 0);
    expect(await till.sales()).toHaveLength(1);
  });

  test('is not asked for where the key could be read on the way', async () => {
    const till = await openTill(await open(), { host: 'http://192.0.2.7' });
    await till.notice();
    await till.until(async () => (await till.state()).error !== null);
    expect((await till.state()).error).toMatch(/not asked without TLS/);
  });
});

describeOnBothDialects('what is named at an account that several devices share', (open) => {
  // Before the database is closed: hooks of one level run the last first.
  afterEach(closeTills);

  test('is asked for by the account, at its own address, and counts where the answer says', async () => {
    const sql = await open();
    const till = await openTill(sql);
    const connection = { source: 'shops', topics: [], swap: false, map: [], options: {} };
    const of = (name: string, address: string) =>
      makeDevice(name, 'tver', {
        profile: 'moysklad',
        measures: ['sales'],
        entranceId: null,
        mode: 'event',
        connection: { ...connection, address },
      });
    await applySettings(sql, owner, {
      devices: [of('shop-1', 'shop-a'), of('shop-2', 'shop-b')],
      sources: [
        {
          id: 'shops',
          url: till.vendor.url,
          profile: 'moysklad',
          username: null,
          password: null,
          topics: [],
          options: {},
        },
      ],
    });
    await sql.run(
      "insert into vendor_secrets (holder_kind, holder_id, name, created_at, value) values ('source', 'shops', 'api', 1, 'key-s')",
    );
    const retailStore = {
      meta: { href: 'https://api.moysklad.ru/api/remap/1.2/entity/retailstore/shop-b', type: 'retailstore' },
    };
    till.vendor.answer(({ path }) => (isReceipt(path) ? { body: { ...demand, retailStore } } : { body: { rows: [] } }));
    await till.notice(id, '2026-03-19 15:04:10', '$hook/shops/');
    await till.until(async () => (await till.sales()).length > 0);
    expect(till.vendor.asked.find(({ path }) => isReceipt(path))?.headers.authorization).toBe('Bearer key-s');
    expect(await sql.all('select id, device_id from sales')).toEqual([{ id, device_id: 'shop-2' }]);
  });
});
