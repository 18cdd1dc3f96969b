import type { Sql } from '../sql/port.ts';
import { wantedRows } from './wanted.ts';

/** The dates of a store that are reported: all from `firstDate` to `lastDate`, which is null until the first has ended. */
export interface Reporting {
  readonly storeId: string;
  readonly firstDate: string;
  readonly lastDate: string | null;
}

/** Which dates are reported, by store; a store that was never looked at is absent. */
export async function readReporting(sql: Sql, storeIds: readonly string[]): Promise<Map<string, Reporting>> {
  const rows = await sql.all<Reporting>(
    `with ${wantedRows(sql, { store_id: 'text' })}
    select r.store_id as "storeId", r.first_date as "firstDate", r.last_date as "lastDate"
    from wanted cross join reporting r where r.store_id = wanted.store_id`,
    [JSON.stringify(storeIds.map((id) => [id]))],
  );
  return new Map(rows.map((row) => [row.storeId, row]));
}

/** Is there a report of the date? */
export function isReported(reporting: Reporting | undefined, date: string): boolean {
  if (reporting === undefined || reporting.lastDate === null) return false;
  return date >= reporting.firstDate && date <= reporting.lastDate;
}
