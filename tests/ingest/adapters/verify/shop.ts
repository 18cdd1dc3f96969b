import { makeSettingsCache } from '../../../../db/settings/cache.ts';
import { migrate } from '../../../../db/sql/migrate.ts';
import { openSql } from '../../../../db/sql/open.ts';
import type { Sql } from '../../../../db/sql/port.ts';
import type { Connection, Device, Store } from '../../../../db/vocabulary/place.ts';
import { applySettings } from '../../../../db/writes/settings.ts';
import { adapters } from '../../../../ingest/adapters/registry.ts';
import type { MessageFate } from '../../../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline } from '../../../../ingest/pipeline/pipeline.ts';
import { makeStore, owner } from '../../../db/chain.ts';
import { freshPlace } from '../../../db/dialects.ts';
import { clock } from '../../house.ts';
import { deviceOf } from '../reading.ts';

/** What a vendor's device sends: JSON, or the text of one that speaks XML. */
export interface Sent {
  readonly body: unknown;
  /** Of the device that it comes by; default `dev-1`. */
  readonly device?: string;
  readonly topic?: string;
  readonly receivedAt?: number;
}

/** A shop with the devices of one make, which real messages are sent to. */
export interface Shop {
  readonly sql: Sql;
  /** Stores each message by itself; throws where one could not be stored. */
  send(...sent: readonly Sent[]): Promise<MessageFate[]>;
  /** People in and out in all. */
  people(): Promise<{ in: number; out: number }>;
  /** Receipts that count, as `sale 4580`, in order. */
  receipts(): Promise<string[]>;
  /** Reasons in quarantine, once each. */
  refused(): Promise<string[]>;
  close(): Promise<void>;
}

export interface ShopOf {
  readonly profile: string;
  readonly store?: Partial<Store>;
  /** Default: one, `dev-1`. */
  readonly devices?: readonly (Partial<Omit<Device, 'connection'>> & { readonly connection?: Partial<Connection> })[];
}

export async function openShop({ profile, store, devices = [{}] }: ShopOf): Promise<Shop> {
  const adapter = adapters.get(profile);
  if (adapter === undefined) throw new Error(`There is no adapter ${profile}.`);
  const { place, remove } = await freshPlace('sqlite');
  const sql = await openSql(place);
  await migrate(sql);
  await applySettings(sql, owner, {
    stores: [makeStore('arbat', { currency: 'EUR', openingHours: null, ...store })],
    devices: devices.map(({ connection, ...device }) => {
      const options = connection?.options ?? {};
      const bits = adapter.counterBitsOf?.(options) ?? adapter.counterBits ?? null;
      return {
        ...deviceOf(adapter, { connection: connection ?? {}, options, device: { counterBits: bits, ...device } }),
      };
    }),
  });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => clock });
  return {
    sql,
    async send(...all) {
      const fates: MessageFate[] = [];
      for (const { body, device = 'dev-1', topic = '', receivedAt = clock } of all) {
        const payload = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
        const message = { topic: `$hook/${device}/${topic}`, payload, isRetained: false, receivedAt };
        const [stored] = await pipeline.ingest(sql, owner, [message]);
        if (stored === undefined || hasFailed(stored)) throw new Error('It was not stored.');
        if ('fault' in stored) throw stored.fault;
        fates.push(stored);
      }
      return fates;
    },
    async people() {
      const [row] = await sql.all<{ in: number; out: number }>(
        'select coalesce(sum(count_in), 0) as "in", coalesce(sum(count_out), 0) as "out" from quarter_counts',
      );
      return row ?? { in: 0, out: 0 };
    },
    async receipts() {
      const rows = await sql.all<{ type: string; total: number; currency: string }>(
        `select type, total_minor as total from sales where is_training = 0 and is_voided = 0 and type <> 'void'
        order by type, total_minor`,
      );
      return rows.map(({ type, total }) => `${type} ${total}`);
    },
    async refused() {
      const rows = await sql.all<{ reason: string }>('select distinct reason from quarantine order by reason');
      return rows.map(({ reason }) => reason);
    },
    async close() {
      await sql.close();
      await remove();
    },
  };
}

/** Opens a shop for the length of one piece of work. */
export async function inShop<Result>(of: ShopOf, work: (shop: Shop) => Promise<Result>): Promise<Result> {
  const shop = await openShop(of);
  try {
    return await work(shop);
  } finally {
    await shop.close();
  }
}
