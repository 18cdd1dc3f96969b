import type { ZReportFact } from '../reads/zReports.ts';
import type { Sql } from '../sql/port.ts';
import { upsertOf } from './facts.ts';

const zReports = upsertOf('z_reports', ['store_id', 'source', 'id'], {
  store_id: 'text',
  source: 'text',
  id: 'text',
  device_id: 'text',
  till: 'text',
  opened_at: 'bigint',
  closed_at: 'bigint',
  sales_count: 'bigint',
  sales_minor: 'bigint',
  returns_count: 'bigint',
  returns_minor: 'bigint',
  receipts_count: 'bigint',
  updated_at: 'bigint',
  received_at: 'bigint',
});

/** Puts Z reports in the place of those of the same store, source and id. */
export async function writeZReports(sql: Sql, facts: readonly ZReportFact[]): Promise<void> {
  const rows = facts.map((fact) => {
    const { storeId, source, id, deviceId, till, openedAt, closedAt, updatedAt, receivedAt } = fact;
    const said = [fact.salesCount, fact.salesMinor, fact.returnsCount, fact.returnsMinor, fact.receiptsCount];
    return [storeId, source, id, deviceId, till, openedAt, closedAt, ...said, updatedAt, receivedAt];
  });
  await sql.upsertMany(zReports, rows);
}
