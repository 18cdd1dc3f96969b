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
import { type House, openHouse } from '../house.ts';
import { type StandIn, startStandIn } from './standIn.ts';

const endings: (() => Promise<unknown>)[] = [];

/** After each test. */
export async function closeTills(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}

const pace: Pace = {
  firstPauseMs: 20,
  longestPauseMs: 100,
  mostAttempts: 4,
  mostLastingAttempts: 3,
  deniedPauseMs: 60_000,
};
export const id = '77d2f1aa-1111-11ef-0a80-000000000001';
const href = (what: string): string => `https://api.moysklad.ru/api/remap/1.2/entity/retaildemand/${what}`;
export const demand = {
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
export interface Till {
  readonly sql: Sql;
  readonly house: House;
  readonly vendor: StandIn;
  readonly worker: FetchWorker;
  /** The vendor's webhook: this receipt has changed. */
  notice(receipt?: string, moment?: string, topic?: string): Promise<MessageFate[]>;
  another(more?: { pollEveryMs?: number }): FetchWorker;
  setKey(value: string): Promise<void>;
  sales(): Promise<{ id: string; total_minor: number }[]>;
  state(): Promise<{ waiting: number; failed: number; error: string | null }>;
  /** Rounds of the worker until it is so, for at most 25 s. */
  until(isSo: () => Promise<boolean>, worker?: FetchWorker): Promise<void>;
}

export async function openTill(sql: Sql, options: Record<string, unknown> = {}): Promise<Till> {
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
    notice: (receipt = id, moment = '2026-03-19 15:04:10', topic = '$hook/ms-1/') =>
      house.send({
        topic,
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

export const isReceipt = (path: string): boolean => path.includes(`/retaildemand/${id}`);
