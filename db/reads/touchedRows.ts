import { type QuarterCountRow, quarterCountFields } from '../rollup/quarterRows.ts';
import type { TouchedRows } from '../rollup/restate.ts';
import { type QuarterSaleRow, quarterSaleFields } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import { columnsAs, soughtIn, wantedRows } from './wanted.ts';

/** Buckets of one device, [fromAt, toAt). */
export interface DeviceBuckets {
  readonly storeId: string;
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** The quarter rows of some devices' buckets as they are now. */
export async function readTouchedRows(sql: Sql, spans: readonly DeviceBuckets[]): Promise<TouchedRows> {
  return {
    counts: await rowsOf<QuarterCountRow>(sql, spans, { table: 'quarter_counts', fields: quarterCountFields }),
    sales: await rowsOf<QuarterSaleRow>(sql, spans, { table: 'quarter_sales', fields: quarterSaleFields }),
  };
}

async function rowsOf<Row>(
  sql: Sql,
  spans: readonly DeviceBuckets[],
  { table, fields }: { readonly table: string; readonly fields: readonly string[] },
): Promise<Row[]> {
  const wanted = spans.map(({ storeId, deviceId, fromAt, toAt }) => [storeId, deviceId, fromAt, toAt]);
  return sql.all<Row>(
    `with ${wantedRows(sql, { store_id: 'text', device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select ${columnsAs('q', fields)} from wanted cross join ${soughtIn(sql, table, {
      name: 'q',
      where: `q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi
        and q.device_id = wanted.device_id`,
    })}`,
    [JSON.stringify(wanted)],
  );
}
