import type { Sql } from '../sql/port.ts';
import { slotOf } from './standing.ts';

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
