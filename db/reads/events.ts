import type { StandingEvent } from '../rollup/quarterRows.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import type { CountEvent } from '../vocabulary/event.ts';
import type { DeviceSpan } from './facts.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** An event as it stands. */
export interface EventFact extends Omit<CountEvent, 'kind'> {
  readonly deviceId: string;
  readonly receivedAt: number;
}

/** The natural key of an event. */
export type EventKey = Pick<EventFact, 'deviceId' | 'line' | 'at' | 'direction' | 'id' | 'place'>;

/** The standing event of each key, undefined where there is none. */
export async function findEvents(sql: Sql, keys: readonly EventKey[]): Promise<(EventFact | undefined)[]> {
  const key = ['slot', 'device_id', 'line', 'at', 'direction', 'id', 'place'];
  const keyTypes = ['bigint', 'text', 'text', 'bigint', 'text', 'text', 'bigint'];
  const columns = ['count', 'updated_at', 'received_at'];
  const rows = await sql.findMany<{ count: number; updated_at: number | null; received_at: number }>(
    { table: 'count_events', key, keyTypes, columns },
    keys.map(({ deviceId, line, at, direction, id, place }) => {
      return [Math.floor(at / bucketMs), deviceId, line, at, direction, id, place];
    }),
  );
  return rows.map((row, i) => {
    const found = keys[i];
    if (row === undefined || found === undefined) return undefined;
    const { deviceId, line, at, direction, id, place } = found;
    const content = { count: row.count, updatedAt: row.updated_at, receivedAt: row.received_at };
    return { deviceId, line, at, direction, id, place, ...content };
  });
}

/** The standing events whose `at` lies in the spans (which must not overlap), by device, in order of time. */
export async function readEvents(sql: Sql, spans: readonly DeviceSpan[]): Promise<Map<string, StandingEvent[]>> {
  const lists = new Map<string, StandingEvent[]>();
  if (spans.length === 0) return lists;
  const wanted = spans.map(({ deviceId, fromAt, toAt }) => [
    deviceId,
    Math.floor(fromAt / bucketMs),
    Math.floor((toAt - 1) / bucketMs),
    fromAt,
    toAt,
  ]);
  const columns = { device_id: 'text', lo: 'bigint', hi: 'bigint', from_at: 'bigint', to_at: 'bigint' } as const;
  // The key begins with the slot, so every slot is sought on its own: a range would read all devices of the chain.
  const rows = await sql.all<StandingEvent & { readonly deviceId: string }>(
    `with recursive ${wantedRows(sql, columns)},
      slots(device_id, slot, hi, from_at, to_at) as (
        select device_id, lo, hi, from_at, to_at from wanted
        union all select device_id, slot + 1, hi, from_at, to_at from slots where slot < hi)
    select f.device_id as "deviceId", f.line, f.at, f.direction, f.count from slots cross join ${soughtIn(
      sql,
      'count_events',
      {
        name: 'f',
        where: 'f.slot = slots.slot and f.device_id = slots.device_id and f.at >= slots.from_at and f.at < slots.to_at',
      },
    )}
    order by f.at`,
    [JSON.stringify(wanted)],
  );
  for (const { deviceId, ...event } of rows) {
    const list = lists.get(deviceId);
    if (list === undefined) lists.set(deviceId, [event]);
    else list.push(event);
  }
  return lists;
}
