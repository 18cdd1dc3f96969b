/** What it costs to take Lintel's own messages in: judged and stored with their rollups, committed by thousands. */
import { makeSettingsCache } from '../../db/settings/cache.ts';
import { migrate } from '../../db/sql/migrate.ts';
import { sqlitePath } from '../../db/sql/open.ts';
import { openSqlite } from '../../db/sql/sqlite.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { acceptedOnce, type RawMessage } from '../../ingest/pipeline/message.ts';
import { makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { makeDevice, makeStore } from '../../tests/db/chain.ts';

const devices = 100;
const minute = 60_000;
const scope = systemScope('bench');

type Kind = 'counts' | 'sales';

/** What a device says of a minute. */
const bodies: Readonly<Record<Kind, (at: number, place: number) => object>> = {
  counts: (at, place) => ({ start: iso(at), end: iso(at + minute), in: place % 7, out: place % 5 }),
  sales: (at, place) => ({
    id: `r-${place}`,
    at: iso(at),
    type: 'sale',
    total: '37.50',
    tax: '6.25',
    items: 3,
    till: '1',
  }),
};

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Microseconds of the processor for one message of each kind, from its bytes to the commit. */
export async function nativeIntake(dataDir: string, batches: number): Promise<Readonly<Record<Kind, number>>> {
  const sql = openSqlite(sqlitePath(dataDir));
  await migrate(sql);
  const places = Array.from({ length: devices }, (_, i) => i);
  await applySettings(sql, scope, {
    stores: places.map((i) => makeStore(`shop-${i}`, { currency: 'EUR', openingHours: null })),
    devices: places.flatMap((i) => [
      makeDevice(`counts-${i}`, `shop-${i}`),
      makeDevice(`sales-${i}`, `shop-${i}`, { measures: ['sales'], entranceId: null }),
    ]),
  });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: Date.now });
  const cost = { counts: 0, sales: 0 };
  // The first quarter of the batches is for the compiler.
  const warm = Math.ceil(batches / 4);
  for (let batch = 0; batch < batches; batch += 1) {
    for (const kind of ['counts', 'sales'] as const) {
      const messages = messagesOf(kind, batch);
      const before = process.cpuUsage();
      const fates = await pipeline.ingest(sql, scope, messages);
      const { user, system } = process.cpuUsage(before);
      if (fates.some((fate) => fate !== acceptedOnce)) throw new Error('Not every message was stored.');
      if (batch >= warm) cost[kind] += (user + system) / messages.length / (batches - warm);
    }
  }
  await sql.close();
  return cost;
}

/** Ten minutes of all devices. */
function messagesOf(kind: Kind, batch: number): RawMessage[] {
  const firstAt = Math.floor(Date.now() / minute - 10_000) * minute;
  return Array.from({ length: devices * 10 }, (_, i) => {
    const place = batch * 10 + Math.floor(i / devices);
    const device = i % devices;
    const payload = Buffer.from(JSON.stringify(bodies[kind](firstAt + place * minute, place)));
    const topic = `lintel/v1/shop-${device}/${kind}-${device}/${kind}`;
    return { topic, payload, isRetained: false, receivedAt: Date.now() };
  });
}
