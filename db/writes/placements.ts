import type { Placement } from '../reads/placements.ts';
import type { Sql } from '../sql/port.ts';
import { upsertOf } from './facts.ts';

const placements = upsertOf('placements', ['device_id', 'key'], {
  device_id: 'text',
  key: 'text',
  at: 'bigint',
  received_at: 'bigint',
  reason: 'text',
});

/** Keeps where something was placed, so that a repeat of it is placed there again. */
export async function writePlacements(sql: Sql, rows: readonly Placement[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ deviceId, key, at, receivedAt, reason }) => [deviceId, key, at, receivedAt, reason]);
  await sql.upsertMany(placements, values);
}
