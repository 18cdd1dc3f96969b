import { describe, expect, test } from 'vitest';
import { makeSettingsCache } from '../../../db/settings/cache.ts';
import { migrate } from '../../../db/sql/migrate.ts';
import { openSql } from '../../../db/sql/open.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { hasFailed, makePipeline } from '../../../ingest/pipeline/pipeline.ts';
import { hookPrefix } from '../../../ingest/pipeline/routes.ts';
import { makeStore, owner } from '../../db/chain.ts';
import { freshPlace } from '../../db/dialects.ts';
import { clock } from '../house.ts';
import { type Collected, collect } from './collected.ts';
import type { Fixture } from './fixture.ts';
import { deviceOf } from './reading.ts';

/** An adapter's shops: one with one device for each of its fixtures. */
interface Shops {
  readonly sql: Sql;
  /** Delivers every fixture so long after its receipt. */
  deliver(laterMs: number): Promise<void>;
}

const idOf = (place: number): string => `dev-${place}`;

async function openShops(sql: Sql, { adapter, fixtures }: Collected): Promise<Shops> {
  await applySettings(sql, owner, {
    stores: fixtures.map(({ store }, i) =>
      makeStore(`shop-${i}`, { currency: 'EUR', openingHours: null, ...store, id: `shop-${i}` }),
    ),
    devices: fixtures.map((fixture, i) => ({ ...deviceOf(adapter, fixture), id: idOf(i), storeId: `shop-${i}` })),
  });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => clock });
  return {
    sql,
    async deliver(laterMs) {
      const messages = fixtures.map(({ sent, topic = '', receivedAt = clock }, i) => ({
        topic: `${hookPrefix}${idOf(i)}/${topic}`,
        payload: Buffer.from(typeof sent === 'string' ? sent : JSON.stringify(sent)),
        isRetained: false,
        receivedAt: receivedAt + laterMs,
      }));
      for (const stored of await pipeline.ingest(sql, owner, messages)) if (hasFailed(stored)) throw stored.failure;
    },
  };
}

/** All that counts, by shop. */
async function counted(sql: Sql): Promise<unknown> {
  return {
    people: await sql.all(
      `select store_id, coalesce(sum(count_in), 0) as "in", coalesce(sum(count_out), 0) as "out", coalesce(sum(passers_by), 0) as "by"
      from quarter_counts where count_in > 0 or count_out > 0 or passers_by > 0 group by store_id order by store_id`,
    ),
    money: await sql.all('select * from quarter_sales order by store_id, bucket, device_id'),
    receipts: await sql.all(
      'select store_id, source, id, type, total_minor, is_training, is_voided from sales order by store_id, source, id',
    ),
  };
}

/** The reasons for which something of each shop is in quarantine, sorted. */
async function refusedBy(sql: Sql): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql.all<{ device: string; reason: string }>(
    'select device_id as device, reason from quarantine order by device_id, reason',
  );
  const reasons = new Map<string, string[]>();
  for (const { device, reason } of rows) reasons.set(device, [...(reasons.get(device) ?? []), reason]);
  return reasons;
}

/** What cannot be told from its repeat: a crossing with neither time nor id. */
const isUntold = ({ understood }: Fixture): boolean =>
  understood.some((event) => event.kind === 'event' && (event.id ?? '') === '' && event.at === clock);

const all = await collect();

describe.for(all.map((one) => [one.adapter.profile, one] as const))('%s', ([, collected]) => {
  test('what is delivered twice counts once; what is refused is in quarantine with its reason', async () => {
    const fresh = await freshPlace('sqlite');
    const sql = openSql(fresh.place);
    try {
      await migrate(sql);
      const fixtures = collected.fixtures.filter((fixture) => !isUntold(fixture));
      const shops = await openShops(sql, { ...collected, fixtures });
      await shops.deliver(0);
      const once = await counted(sql);
      const refused = await refusedBy(sql);
      for (const [place, fixture] of fixtures.entries()) {
        const reasons = new Set(refused.get(idOf(place)) ?? []);
        const expected = new Set((fixture.refused ?? []).map(({ reason }) => reason));
        expect([fixture.name, ...reasons]).toEqual([fixture.name, ...[...expected].sort()]);
      }
      await shops.deliver(90_000);
      expect(await counted(sql)).toEqual(once);
    } finally {
      await sql.close();
      await fresh.remove();
    }
  });
});
