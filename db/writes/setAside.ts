import type { DeviceSpan } from '../reads/facts.ts';
import type { Difference } from '../rollup/differences.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import { upsertOf } from './facts.ts';

/** A difference of a device's readings. */
export interface DeviceDifference extends Difference {
  readonly deviceId: string;
}

const setAside = upsertOf('set_aside', ['device_id', 'line', 'end_at', 'start_at'], {
  device_id: 'text',
  line: 'text',
  start_at: 'bigint',
  end_at: 'bigint',
  count_in: 'bigint',
  count_out: 'bigint',
  passers_by: 'bigint',
  why: 'text',
});

/** Lists differences that enter no bucket; those that are placed are passed over. */
export async function putSetAside(sql: Sql, differences: readonly DeviceDifference[]): Promise<void> {
  const rows = differences.flatMap((one): SqlValue[][] => {
    if (one.fate === 'placed') return [];
    return [[one.deviceId, one.line, one.startAt, one.endAt, one.in, one.out, one.passersBy, one.fate]];
  });
  if (rows.length > 0) await sql.upsertMany(setAside, rows);
}

/** Takes differences off the list. */
export async function dropSetAside(sql: Sql, differences: readonly DeviceDifference[]): Promise<void> {
  for (const { deviceId, line, startAt, endAt } of differences) {
    await sql.run('delete from set_aside where device_id = ? and line = ? and end_at = ? and start_at = ?', [
      deviceId,
      line,
      endAt,
      startAt,
    ]);
  }
}

/** Makes the list of a device's stretch anew; `differences` are all that touch it. */
export async function remakeSetAside(
  sql: Sql,
  { deviceId, fromAt, toAt }: DeviceSpan,
  differences: readonly Difference[],
): Promise<void> {
  await sql.run('delete from set_aside where device_id = ? and end_at > ? and start_at < ?', [deviceId, fromAt, toAt]);
  const touching = differences.filter((one) => one.startAt < toAt && one.endAt > fromAt);
  await putSetAside(
    sql,
    touching.map((one) => ({ ...one, deviceId })),
  );
}
