import { type QuarterCountRow, quarterCountFields } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, quarterSaleFields } from '../rollup/saleRows.ts';
import type { Sql, Upsert } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';

const key = ['store_id', 'bucket', 'device_id'];
const conflictOnKey = `on conflict (${key.join(', ')}) do update set`;

function upsertOf(table: string, fields: readonly string[], rule: (column: string, field: string) => string): Upsert {
  const columns = fields.map(columnName);
  const rules = fields
    .map((field) => [columnName(field), field] as const)
    .filter(([column]) => !key.includes(column))
    .map(([column, field]) => `${column} = ${rule(column, field)}`);
  return {
    table,
    columns,
    types: columns.map((column) => (column === 'store_id' || column === 'device_id' ? 'text' : 'bigint')),
    conflict: `${conflictOnKey} ${rules.join(', ')}`,
  };
}

const replaced = (column: string): string => `excluded.${column}`;

const nullableCounts: readonly string[] = ['countIn', 'countOut', 'passersBy', 'staffIn', 'staffOut'];

/** What was not sent stays null until something is sent. */
function addedCount(column: string, field: string): string {
  const old = `quarter_counts.${column}`;
  if (field === 'coarse') return `case when excluded.coarse > ${old} then excluded.coarse else ${old} end`;
  if (field === 'firstAt')
    return `case when ${old} <= excluded.${column} then ${old} else coalesce(excluded.${column}, ${old}) end`;
  if (field === 'lastAt')
    return `case when ${old} >= excluded.${column} then ${old} else coalesce(excluded.${column}, ${old}) end`;
  if (!nullableCounts.includes(field)) return `${old} + excluded.${column}`;
  return `case when excluded.${column} is null then ${old} else coalesce(${old}, 0) + excluded.${column} end`;
}

function addedSale(column: string, field: string): string {
  const old = `quarter_sales.${column}`;
  if (field === 'firstAt') return `case when excluded.first_at < ${old} then excluded.first_at else ${old} end`;
  if (field === 'lastAt') return `case when excluded.last_at > ${old} then excluded.last_at else ${old} end`;
  return `${old} + excluded.${column}`;
}

const putCountsUpsert = upsertOf('quarter_counts', quarterCountFields, replaced);
const addCountsUpsert = upsertOf('quarter_counts', quarterCountFields, addedCount);
const putSalesUpsert = upsertOf('quarter_sales', quarterSaleFields, replaced);
const addSalesUpsert = upsertOf('quarter_sales', quarterSaleFields, addedSale);

const countValues = (row: QuarterCountRow): (string | number | null)[] => quarterCountFields.map((field) => row[field]);
const saleValues = (row: QuarterSaleRow): (string | number)[] => quarterSaleFields.map((field) => row[field]);

/** Writes rows in place of those under their keys. */
export async function putCounts(sql: Sql, rows: readonly QuarterCountRow[]): Promise<void> {
  if (rows.length > 0) await sql.upsertMany(putCountsUpsert, rows.map(countValues));
}

/** Adds rows to those under their keys. */
export async function addCounts(sql: Sql, rows: readonly QuarterCountRow[]): Promise<void> {
  if (rows.length > 0) await sql.upsertMany(addCountsUpsert, rows.map(countValues));
}

/** Writes rows in place of those under their keys. */
export async function putSales(sql: Sql, rows: readonly QuarterSaleRow[]): Promise<void> {
  if (rows.length > 0) await sql.upsertMany(putSalesUpsert, rows.map(saleValues));
}

/** Adds rows to those under their keys. */
export async function addSales(sql: Sql, rows: readonly QuarterSaleRow[]): Promise<void> {
  if (rows.length > 0) await sql.upsertMany(addSalesUpsert, rows.map(saleValues));
}
