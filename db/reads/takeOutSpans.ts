import type { Sql } from '../sql/port.ts';
import type { Span } from '../time/opening.ts';
import type { DeviceSpan } from './facts.ts';
import { wantedRows } from './wanted.ts';

/** What stands taken out of the devices and touches the spans, by device. */
export async function readTakeOutSpans(sql: Sql, spans: readonly DeviceSpan[]): Promise<Map<string, Span[]>> {
  const lists = new Map<string, Span[]>();
  if (spans.length === 0) return lists;
  const wanted = spans.map(({ deviceId, fromAt, toAt }) => [deviceId, fromAt, toAt]);
  const rows = await sql.all<Span & { readonly deviceId: string }>(
    `with ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select distinct t.device_id as "deviceId", t.from_at as "startAt", t.to_at as "endAt" from wanted cross join take_outs t
    where t.device_id = wanted.device_id and t.from_at < wanted.hi and t.to_at > wanted.lo and t.reverted_at is null`,
    [JSON.stringify(wanted)],
  );
  for (const { deviceId, ...span } of rows) {
    const list = lists.get(deviceId);
    if (list === undefined) lists.set(deviceId, [span]);
    else list.push(span);
  }
  return lists;
}

/** When the last span of each device that stands taken out ends; devices without any are absent. */
export async function latestTakenOut(sql: Sql, deviceIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.all<{ deviceId: string; toAt: number }>(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select t.device_id as "deviceId", max(t.to_at) as "toAt" from wanted cross join take_outs t
    where t.device_id = wanted.device_id and t.reverted_at is null group by t.device_id`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
  return new Map(rows.map(({ deviceId, toAt }) => [deviceId, toAt]));
}
