import { eventDevices, salesDevices } from '../rollup/measuring.ts';
import type { QuarterCountRow } from '../rollup/quarterRows.ts';
import type { QuarterSaleRow } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import { type BucketPlan, bucketMs } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { readEvents } from './events.ts';

export interface SpokenRows {
  readonly store: Store;
  readonly plan: BucketPlan;
  /** Of the plan and of what lies around it, as far as silence may reach. */
  readonly counts: readonly QuarterCountRow[];
  readonly sales: readonly QuarterSaleRow[];
}

/**
 * The instants of the messages of sales feeds and event counters, by device, in order. The first and the last of each bucket will do,
 * since between them no silence can be too long, unless a device may be silent for less than a bucket: then every one.
 */
export async function messagesOf(sql: Sql, { store, plan, counts, sales }: SpokenRows): Promise<Map<string, number[]>> {
  const messages = new Map<string, number[]>();
  for (const rows of [sales, counts]) {
    for (const { deviceId, firstAt, lastAt } of rows) {
      if (firstAt === null || lastAt === null) continue;
      const list = messages.get(deviceId);
      if (list === undefined) messages.set(deviceId, [firstAt, lastAt]);
      else list.push(firstAt, lastAt);
    }
  }
  const selling = salesDevices(store);
  const telling = eventDevices(store);
  for (const device of new Set([...selling, ...telling].filter(isImpatient))) {
    const sold = selling.includes(device) ? await readReceiptTimes(sql, device, plan) : [];
    const told = telling.includes(device) ? await readEventTimes(sql, device, plan) : [];
    messages.set(device.id, [...sold, ...told]);
  }
  for (const list of messages.values()) list.sort((a, b) => a - b);
  return messages;
}

function isImpatient(device: Device): boolean {
  return (device.feed === 'live' || device.mode === 'event') && device.silentAfterSeconds * 1000 < bucketMs;
}

async function readReceiptTimes(sql: Sql, device: Device, plan: BucketPlan): Promise<number[]> {
  const rows = await sql.all<{ at: number }>(
    'select at from sales where store_id = ? and at >= ? and at < ? and device_id = ?',
    [device.storeId, plan.startAt - bucketMs, plan.endAt + bucketMs, device.id],
  );
  return rows.map((row) => row.at);
}

async function readEventTimes(sql: Sql, device: Device, plan: BucketPlan): Promise<number[]> {
  const span = { deviceId: device.id, fromAt: plan.startAt - bucketMs, toAt: plan.endAt + bucketMs };
  const events = await readEvents(sql, [span]);
  return (events.get(device.id) ?? []).map((event) => event.at);
}
