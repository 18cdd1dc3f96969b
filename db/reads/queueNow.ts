import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readHeardLately } from './heardLately.ts';
import { type DayArrivals, readArrivals } from './queueArrivals.ts';
import { soughtIn, wantedRows } from './wanted.ts';

export interface QueueNowQuery {
  readonly settings: Settings;
  readonly storeId: string;
  readonly now: number;
}

/** How long a queue was when it was last looked at. */
export interface LatestSample {
  readonly queue: string;
  readonly at: number;
  readonly length: number;
}

/** Of the visits to a queue that began in the last four hours; a queue is absent where a device that tells of them is silent for too long. */
export interface LateVisits {
  readonly queue: string;
  /** Joined, neither called nor gone. */
  readonly waiting: number;
  /** In the last half hour. */
  readonly joined: number;
  /** The latest thing that is known of any of them. */
  readonly lastAt: number;
}

/** What the tills of the whole store did lately. */
export interface LateReceipts {
  /** Tills with a receipt in the last 15 minutes; null: receipts do not name them. */
  readonly tills: number | null;
  /** In the last half hour. */
  readonly receipts: number;
}

/** How the queues of a store are at this moment; instants in epoch ms. */
export interface QueueNowFacts {
  /** Of the last ten minutes, the latest of each queue. */
  readonly samples: readonly LatestSample[];
  /** The latest of the last ten minutes that say how many tills are open. */
  readonly open: ReadonlyMap<string, number>;
  readonly visits: readonly LateVisits[];
  /** null: no till reports at the moment, so that none is not nothing. */
  readonly receipts: LateReceipts | null;
  /** Of today and of the same weekday of the four weeks before. */
  readonly days: readonly DayArrivals[];
}

const minuteMs = 60_000;
const sampleMs = 10 * minuteMs;
const visitsMs = 4 * 60 * minuteMs;
const halfHourMs = 30 * minuteMs;
const tillMs = 15 * minuteMs;
/** Clocks of devices may be ahead by so much (contract 3). */
const aheadMs = 5 * minuteMs;

/** null for a store that the scope may not see. */
export async function readQueueNow(sql: Sql, scope: Scope, query: QueueNowQuery): Promise<QueueNowFacts | null> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return null;
  const { now } = query;
  return sql.transaction(async (snapshot) => {
    const samples = await readSamples(snapshot, store, now);
    const lately = { store, now, heard: await readHeardLately(snapshot, store.devices, now) };
    return {
      samples: latestOf(samples),
      open: new Map(samples.flatMap(({ queue, open }) => (open === null ? [] : [[queue, open]]))),
      visits: await readVisits(snapshot, lately),
      receipts: await readReceipts(snapshot, lately),
      days: await readArrivals(snapshot, store, now),
    };
  });
}

interface Lately {
  readonly store: Store;
  readonly now: number;
  /** Devices whose silence means that nothing happened. */
  readonly heard: ReadonlySet<string>;
}

interface Sample extends LatestSample {
  readonly open: number | null;
}

/** In order of time. The key begins with the slot, so every slot of every device is sought on its own. */
async function readSamples(sql: Sql, store: Store, now: number): Promise<Sample[]> {
  const slots: number[] = [];
  const last = Math.floor((now + aheadMs) / bucketMs);
  for (let slot = Math.floor((now - sampleMs) / bucketMs); slot <= last; slot++) slots.push(slot);
  const wanted = store.devices.flatMap((device) => {
    return slots.map((slot) => [slot, device.id, now - sampleMs, now + aheadMs]);
  });
  return sql.all<Sample>(
    `with ${wantedRows(sql, { slot: 'bigint', device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select f.queue, f.at, f.length, f.open from wanted cross join ${soughtIn(sql, 'queue_samples', {
      name: 'f',
      where: 'f.slot = wanted.slot and f.device_id = wanted.device_id and f.at > wanted.lo and f.at <= wanted.hi',
    })}
    order by f.at`,
    [JSON.stringify(wanted)],
  );
}

function latestOf(samples: readonly Sample[]): LatestSample[] {
  return [...new Map(samples.map(({ queue, at, length }) => [queue, { queue, at, length }])).values()];
}

type DeviceVisits = LateVisits & { readonly deviceId: string };

async function readVisits(sql: Sql, { store, now, heard }: Lately): Promise<LateVisits[]> {
  const rows = await sql.all<DeviceVisits>(
    `select queue, device_id as "deviceId",
      sum(case when called_at is null and left_at is null and outcome is null then 1 else 0 end) as "waiting",
      sum(case when joined_at > ? then 1 else 0 end) as "joined",
      max(case when coalesce(left_at, called_at, joined_at) > joined_at then coalesce(left_at, called_at) else joined_at end)
        as "lastAt"
    from queue_visits where store_id = ? and joined_at > ? and joined_at <= ? and queue is not null
    group by queue, device_id`,
    [now - halfHourMs, store.id, now - visitsMs, now + aheadMs],
  );
  const gaps = new Set(rows.filter(({ deviceId }) => !heard.has(deviceId)).map(({ queue }) => queue));
  const byQueue = new Map<string, LateVisits>();
  for (const { queue, waiting, joined, lastAt } of rows) {
    const sum = byQueue.get(queue) ?? { queue, waiting: 0, joined: 0, lastAt };
    byQueue.set(queue, {
      queue,
      waiting: sum.waiting + waiting,
      joined: sum.joined + joined,
      lastAt: Math.max(sum.lastAt, lastAt),
    });
  }
  return [...byQueue.values()].filter(({ queue }) => !gaps.has(queue));
}

async function readReceipts(sql: Sql, { store, now, heard }: Lately): Promise<LateReceipts | null> {
  const feeds = store.devices.filter((device) => device.measures.includes('sales') && isThere(device, now));
  // One that is silent may have sold what is not known yet.
  if (feeds.length === 0 || !feeds.every(({ id, feed }) => feed === 'live' && heard.has(id))) return null;
  const [row] = await sql.all<{ named: number; tills: number; receipts: number }>(
    `select count(till) as "named", count(distinct case when at > ? then till end) as "tills", count(*) as "receipts"
    from sales where store_id = ? and at > ? and at <= ? and type <> 'void' and is_training = 0 and channel = 'store'`,
    [now - tillMs, store.id, now - halfHourMs, now + aheadMs],
  );
  if (row === undefined) return { tills: null, receipts: 0 };
  return { tills: row.named > 0 ? row.tills : null, receipts: row.receipts };
}

function isThere({ installedAt, removedAt }: Device, now: number): boolean {
  return (installedAt ?? now) <= now && (removedAt ?? Number.POSITIVE_INFINITY) > now;
}
