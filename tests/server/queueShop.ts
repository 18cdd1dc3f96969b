import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { queueCostAnswerOf } from '../../server/answers/queueCost.ts';
import { queueNowAnswerOf } from '../../server/answers/queueNow.ts';
import type { QueueCostAnswer, QueueNowAnswer } from '../../server/contracts/queue.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';

/** A shop with a counter, a till and a queue sensor, always open, and what it answers of its queues. */
export interface QueueShop {
  readonly sql: Sql;
  /** Items of one kind from one device, in messages of up to a thousand. */
  send(device: string, kind: string, items: readonly object[]): Promise<void>;
  now(at?: number): Promise<QueueNowAnswer>;
  cost(from: string, to: string): Promise<QueueCostAnswer>;
}

const mostItems = 1000;

/** `clock`: the server's, epoch ms. */
export async function openQueueShop(sql: Sql, clock: number, more: Partial<Store> = {}): Promise<QueueShop> {
  await applySettings(sql, owner, {
    stores: [makeStore('arbat', { timezone: 'Europe/Moscow', openingHours: null, ...more })],
    devices: [
      makeDevice('cam-1', 'arbat', { reportsEverySeconds: 900 }),
      makeDevice('till-1', 'arbat', { measures: ['sales'], entranceId: null, reportsEverySeconds: null }),
      makeDevice('line-1', 'arbat', { measures: ['queue'], entranceId: null, reportsEverySeconds: null }),
    ],
  });
  const settingsOf = makeSettingsCache();
  const pipeline = makePipeline({ settingsOf, now: () => clock });
  const known = async (): Promise<{ settings: Settings; store: Store }> => {
    const settings = await settingsOf(sql, owner);
    return { settings, store: settings.stores.get('arbat') as Store };
  };
  return {
    sql,
    async send(device, kind, items) {
      for (let i = 0; i < items.length; i += mostItems) {
        const payload = Buffer.from(JSON.stringify(items.slice(i, i + mostItems)));
        const topic = `lintel/v1/arbat/${device}/${kind}`;
        const [stored] = await pipeline.ingest(sql, owner, [{ topic, payload, isRetained: false, receivedAt: clock }]);
        if (stored === undefined || hasFailed(stored)) throw stored?.failure ?? new Error('nothing was answered');
        const bad = stored.items.find(({ fate }) => fate === 'quarantined');
        if (bad !== undefined) throw new Error(`refused: ${JSON.stringify(bad)}`);
      }
    },
    now: async (at = clock) => queueNowAnswerOf(sql, owner, { ...(await known()), now: at }),
    cost: async (from, to) => {
      return queueCostAnswerOf(sql, owner, { ...(await known()), query: { from, to }, now: clock });
    },
  };
}
