import { afterEach, expect, test } from 'vitest';
import { hasDueFetches, readFetchStates } from '../../../db/reads/fetches.ts';
import { readVendorSecrets } from '../../../db/reads/vendorSecrets.ts';
import { makeSettingsCache } from '../../../db/settings/cache.ts';
import type { Sql } from '../../../db/sql/port.ts';
import * as writes from '../../../db/writes/fetches.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import type { Pace } from '../../../ingest/fetch/pace.ts';
import { type FetchWorker, openFetchWorker } from '../../../ingest/fetch/worker.ts';
import { keepSecrets } from '../../../ingest/hooks/secrets.ts';
import type { MessageFate, RawMessage } from '../../../ingest/pipeline/message.ts';
import { makeDevice, makeStore, owner } from '../../db/chain.ts';
import { describeOnBothDialects } from '../../db/dialects.ts';
import { type House, openHouse } from '../house.ts';
import { type StandIn, startStandIn } from './standIn.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const pace: Pace = {
  firstPauseMs: 20,
  longestPauseMs: 100,
  mostAttempts: 4,
  mostLastingAttempts: 3,
  deniedPauseMs: 60_000,
};
const id = '77d2f1aa-1111-11ef-0a80-000000000001';
const href = (what: string): string => `https://api.moysklad.ru/api/remap/1.2/entity/retaildemand/${what}`;
const demand = {
  meta: { href: href(id), type: 'retaildemand' },
  id,
  name: '00018',
  moment: '2026-03-19 15:04:00.000',
  updated: '2026-03-19 15:04:09.000',
  applicable: true,
  sum: 51240,
  rate: { currency: { isoCode: 'RUB' } },
  positions: { rows: [] },
};

/** A shop with a till whose vendor only names receipts, and the vendor's API. */
interface Till {
  readonly sql: Sql;
  readonly house: House;
  readonly vendor: StandIn;
  readonly worker: FetchWorker;
  /** The vendor's webhook: this receipt has changed. */
  notice(receipt?: string, moment?: string): Promise<MessageFate[]>;
  another(more?: { pollEveryMs?: number }): FetchWorker;
  setKey(value: string): Promise<void>;
  sales(): Promise<{ id: string; total_minor: number }[]>;
  state(): Promise<{ waiting: number; failed: number; error: string | null }>;
  /** Rounds of the worker until it is so, for at most 25 s. */
  until(isSo: () => Promise<boolean>, worker?: FetchWorker): Promise<void>;
}

async function openTill(sql: Sql, options: Record<string, unknown> = {}): Promise<Till> {
  const vendor = await startStandIn();
  endings.push(() => vendor.close());
  // The worker's times are those of the machine.
  const house = await openHouse(sql, Date.now);
  const connection = { source: null, topics: [], address: null, swap: false, map: [] };
  const till = { profile: 'moysklad', measures: ['sales' as const], entranceId: null, mode: 'event' as const };
  await applySettings(sql, owner, {
    stores: [makeStore('tver', { currency: 'RUB' })],
    devices: [
      makeDevice('ms-1', 'tver', { ...till, connection: { ...connection, options: { host: vendor.url, ...options } } }),
    ],
  });
  const setKey = async (value: string): Promise<void> => {
    await sql.run("delete from vendor_secrets where holder_id = 'ms-1'");
    await sql.run(
      "insert into vendor_secrets (holder_kind, holder_id, name, created_at, value) values ('device', 'ms-1', 'api', 1, ?)",
      [value],
    );
  };
  await setKey('key-1');
  const settingsOf = makeSettingsCache();
  const send = async (message: RawMessage): Promise<MessageFate> => (await house.send(message))[0] as MessageFate;
  const another: Till['another'] = (more = {}) => {
    const worker = openFetchWorker({
      reads: { hasDueFetches: (scope, args) => hasDueFetches(sql, scope, args) },
      writes: {
        claimFetches: (scope, args) => writes.claimFetches(sql, scope, args),
        completeFetch: (scope, args) => writes.completeFetch(sql, scope, args),
        putOffFetch: (scope, args) => writes.putOffFetch(sql, scope, args),
        releaseFetches: (scope, args) => writes.releaseFetches(sql, scope, args),
        claimPoll: (scope, args) => writes.claimPoll(sql, scope, args),
        notePoll: (scope, args) => writes.notePoll(sql, scope, args),
      },
      settings: () => settingsOf(sql, owner),
      // As if each look were some seconds after the one before.
      secrets: {
        of: (feed) =>
          keepSecrets(() => readVendorSecrets(sql, owner, { name: 'api', now: Date.now() }), Date.now).of(feed),
      },
      submit: send,
      onTrouble: (_what, error) => {
        throw error;
      },
      pace,
      pollEveryMs: 3600_000,
      ...more,
    });
    endings.push(() => worker.close());
    return worker;
  };
  const worker = another();
  // All changes are asked for once at the start: nothing has changed.
  vendor.answer(() => ({ body: { rows: [] } }));
  return {
    sql,
    house,
    vendor,
    worker,
    another,
    setKey,
    notice: (receipt = id, moment = '2026-03-19 15:04:10') =>
      house.send({
        topic: '$hook/ms-1/',
        payload: Buffer.from(
          JSON.stringify({
            auditContext: { moment },
            events: [{ meta: { type: 'retaildemand', href: href(receipt) }, action: 'CREATE' }],
          }),
        ),
        isRetained: false,
        receivedAt: Date.now(),
      }),
    sales: () => sql.all('select id, total_minor from sales order by id'),
    async state() {
      const [state] = await readFetchStates(sql, owner, {});
      return { waiting: state?.waiting ?? 0, failed: state?.failed ?? 0, error: state?.error ?? null };
    },
    async until(isSo, given = worker) {
      const patience = Date.now() + 25_000;
      while (!(await isSo())) {
        if (Date.now() > patience) throw new Error('waited 25 s for what did not happen');
        await given.round();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

const isReceipt = (path: string): boolean => path.includes(`/retaildemand/${id}`);

describeOnBothDialects('what a webhook only names', (open) => {
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

describeOnBothDialects('what no webhook named', (open) => {
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
