import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** When messages of a device came, and the latest time that they speak of; epoch ms. */
export interface ReceivedFacts {
  readonly deviceId: string;
  readonly receivedAt: number;
  readonly latestAt: number;
}

export interface ReceiptsQuery {
  readonly device: Device;
  /** The time its last report speaks of. */
  readonly lastReportAt: number;
}

const minuteMs = 60_000;
const leastReachMs = 3 * 60 * minuteMs;
const mostReachMs = 48 * 60 * minuteMs;
/** So many of a device's reports are looked at. */
const reportsWanted = 12;

/** The receipts of the devices' last few hours, by the facts' own time; one row a receipt, so that a batch is one. */
export async function readReceipts(sql: Sql, queries: readonly ReceiptsQuery[]): Promise<ReceivedFacts[]> {
  const counting = queries.filter(({ device }) => device.measures.some((measure) => measure !== 'sales'));
  const selling = queries.filter(({ device }) => device.measures.includes('sales'));
  return [
    ...(await readSlots(sql, counting, { table: 'count_intervals', time: 'f.end_at' })),
    ...(await readSlots(sql, counting, { table: 'count_readings', time: 'f.at' })),
    ...(await readSlots(sql, counting, { table: 'count_events', time: 'f.at' })),
    ...(await readSales(sql, selling)),
  ];
}

/** How far back a device's last dozen reports may lie. */
function reachMs({ reportsEverySeconds }: Device): number {
  return Math.min(mostReachMs, Math.max(leastReachMs, reportsWanted * 1000 * (reportsEverySeconds ?? 60)));
}

async function readSlots(
  sql: Sql,
  queries: readonly ReceiptsQuery[],
  { table, time }: { table: 'count_intervals' | 'count_readings' | 'count_events'; time: string },
): Promise<ReceivedFacts[]> {
  const wanted = queries.map(({ device, lastReportAt }) => [
    device.id,
    Math.floor((lastReportAt - reachMs(device)) / bucketMs),
    Math.floor(lastReportAt / bucketMs),
  ]);
  // The key begins with the slot, so every slot is sought on its own, as in readIntervals.
  return sql.all<ReceivedFacts>(
    `with recursive ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })},
      slots(device_id, slot, hi) as (
        select device_id, lo, hi from wanted union all select device_id, slot + 1, hi from slots where slot < hi)
    select f.device_id as "deviceId", f.received_at as "receivedAt", max(${time}) as "latestAt"
    from slots cross join ${soughtIn(sql, table, {
      name: 'f',
      where: 'f.slot = slots.slot and f.device_id = slots.device_id',
    })}
    group by f.device_id, f.received_at`,
    [JSON.stringify(wanted)],
  );
}

async function readSales(sql: Sql, queries: readonly ReceiptsQuery[]): Promise<ReceivedFacts[]> {
  const wanted = queries.map(({ device, lastReportAt }) => [
    device.storeId,
    device.id,
    lastReportAt - reachMs(device),
    lastReportAt,
  ]);
  return sql.all<ReceivedFacts>(
    `with ${wantedRows(sql, { store_id: 'text', device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select f.device_id as "deviceId", f.received_at as "receivedAt", max(f.at) as "latestAt"
    from wanted cross join ${soughtIn(sql, 'sales', {
      name: 'f',
      where:
        'f.store_id = wanted.store_id and f.at >= wanted.lo and f.at <= wanted.hi and f.device_id = wanted.device_id',
    })}
    group by f.device_id, f.received_at`,
    [JSON.stringify(wanted)],
  );
}

/** By device: how many items came since `sinceAt` that lay in the future, and when the first of those did. */
export async function readRefusedAsFuture(
  sql: Sql,
  deviceIds: readonly string[],
  sinceAt: number,
): Promise<Map<string, { readonly count: number; readonly since: number }>> {
  const rows = await sql.all<{ deviceId: string; count: number; since: number }>(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select q.device_id as "deviceId", sum(q.count) as "count", min(q.received_at) as "since" from wanted cross join quarantine q
    where q.device_id = wanted.device_id and q.reason = 'future' and q.last_at >= ? group by q.device_id`,
    [JSON.stringify(deviceIds.map((id) => [id])), sinceAt],
  );
  return new Map(rows.map(({ deviceId, count, since }) => [deviceId, { count, since }]));
}
