import type { Sql } from '../sql/port.ts';
import { slotOf } from './standing.ts';
import { wantedRows } from './wanted.ts';

/** Where something was placed whose device's clock is not to be trusted. */
export interface Placement {
  readonly deviceId: string;
  /** Digest of what the report is known by. */
  readonly key: string;
  /** The instant, or the beginning of the interval, epoch ms. */
  readonly at: number;
  /** The end of the interval; of an instant the same as `at`. */
  readonly receivedAt: number;
  /** `none`: the message gives no time. */
  readonly reason: 'unset' | 'frozen' | 'none';
}

/** The placement of each key, undefined where there is none. */
export async function findPlacements(
  sql: Sql,
  keys: readonly Pick<Placement, 'deviceId' | 'key'>[],
): Promise<(Placement | undefined)[]> {
  const rows = await sql.findMany<{ at: number; received_at: number; reason: Placement['reason'] }>(
    {
      table: 'placements',
      key: ['device_id', 'key'],
      keyTypes: ['text', 'text'],
      columns: ['at', 'received_at', 'reason'],
    },
    keys.map(({ deviceId, key }) => [deviceId, key]),
  );
  return rows.map((row, i) => {
    const of = keys[i];
    if (row === undefined || of === undefined) return undefined;
    return { ...of, at: row.at, receivedAt: row.received_at, reason: row.reason };
  });
}

/** How often devices were placed by receipt of late, because their clock was never set or stands still. */
export interface PlacedByReceipt {
  readonly deviceId: string;
  readonly reason: 'unset' | 'frozen';
  readonly count: number;
  /** The first of them, epoch ms. */
  readonly since: number;
}

/** Of each device what its clock made necessary since then. */
export function readPlacedByReceipt(
  sql: Sql,
  deviceIds: readonly string[],
  sinceAt: number,
): Promise<PlacedByReceipt[]> {
  return sql.all(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select p.device_id as "deviceId", p.reason, count(*) as "count", min(p.received_at) as "since" from wanted
    cross join placements p where p.device_id = wanted.device_id and p.received_at >= ? and p.reason <> 'none'
    group by p.device_id, p.reason`,
    [JSON.stringify(deviceIds.map((id) => [id])), sinceAt],
  );
}

/** Totals of a line's readings in a short stretch [fromAt, toAt], in order of time. */
export function readTotals(
  sql: Sql,
  { deviceId, line, fromAt, toAt }: { deviceId: string; line: string; fromAt: number; toAt: number },
): Promise<{ at: number; totalIn: number | null; totalOut: number | null; totalPassersBy: number | null }[]> {
  return sql.all(
    `select at, total_in as "totalIn", total_out as "totalOut", total_passers_by as "totalPassersBy" from count_readings
    where slot >= ? and slot <= ? and device_id = ? and line = ? and at >= ? and at <= ? order by at`,
    [slotOf(fromAt), slotOf(toAt), deviceId, line, fromAt, toAt],
  );
}
