import { salesDevices } from '../rollup/measuring.ts';
import type { QuarterSaleRow } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import { type BucketPlan, bucketMs } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';

/**
 * The instants of the sales feeds' messages, by device, in order. The first and the last of each bucket will do, since between them no
 * silence can be too long, unless a device may be silent for less than a bucket: then every receipt's.
 */
export async function messagesOf(
  sql: Sql,
  { store, plan, rows }: { store: Store; plan: BucketPlan; rows: readonly QuarterSaleRow[] },
): Promise<Map<string, number[]>> {
  const messages = new Map<string, number[]>();
  for (const row of rows) {
    const list = messages.get(row.deviceId) ?? [];
    list.push(row.firstAt, row.lastAt);
    messages.set(row.deviceId, list);
  }
  for (const device of salesDevices(store).filter(isImpatient)) {
    messages.set(device.id, await readInstants(sql, device, plan));
  }
  return messages;
}

function isImpatient(device: Device): boolean {
  return device.feed === 'live' && device.silentAfterSeconds * 1000 < bucketMs;
}

async function readInstants(sql: Sql, device: Device, plan: BucketPlan): Promise<number[]> {
  const rows = await sql.all<{ at: number }>(
    'select at from sales where store_id = ? and at >= ? and at < ? and device_id = ? order by at',
    [device.storeId, plan.startAt - bucketMs, plan.endAt + bucketMs, device.id],
  );
  return rows.map((row) => row.at);
}
