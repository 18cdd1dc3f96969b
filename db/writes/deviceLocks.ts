import type { Sql } from '../sql/port.ts';

/** Names these locks apart from others of the database. */
const lockSpace = 7_546_836;

/**
 * Makes other processes that write rollups of these devices wait until the transaction is over, so that neither misses the
 * other's facts. SQLite has one writer anyway. Locks are taken in one order, so that two transactions never wait for each other.
 */
export async function lockDevices(sql: Sql, deviceIds: Iterable<string>): Promise<void> {
  if (sql.dialect === 'sqlite') return;
  await sql.all(
    `select pg_advisory_xact_lock(${lockSpace}, hash) from (
      select distinct hashtext(id) as hash from jsonb_array_elements_text(?::jsonb) id order by hash) as sorted`,
    [JSON.stringify([...new Set(deviceIds)])],
  );
}
