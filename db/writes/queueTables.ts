import type { QuarterQueueRow } from '../reads/queueFacts.ts';
import { type QueueTally, queueSums } from '../rollup/queueTally.ts';
import { sketchText } from '../rollup/waitSketch.ts';
import type { Sql, SqlValue, Upsert } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';

const tallyColumns = [...queueSums.map(columnName), 'max_length', 'wait_sketch', 'service_sketch'];
const textColumns = ['store_id', 'queue', 'date', 'month', 'wait_sketch', 'service_sketch'];

function tallyValues(tally: QueueTally): SqlValue[] {
  return [
    ...queueSums.map((field) => tally[field]),
    tally.maxLength,
    sketchText(tally.waitSketch),
    sketchText(tally.serviceSketch),
  ];
}

function upsertOf(table: string, key: readonly string[]): Upsert {
  const columns = [...key, ...tallyColumns];
  return {
    table,
    columns,
    types: columns.map(typeOf),
    conflict: `on conflict (${key.join(', ')}) do update set ${tallyColumns
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`,
  };
}

function typeOf(column: string): string {
  if (column === 'within_target') return 'double precision';
  return textColumns.includes(column) ? 'text' : 'bigint';
}

const quarters = upsertOf('quarter_queues', ['store_id', 'bucket', 'queue']);
const days = upsertOf('queue_days', ['store_id', 'date', 'queue', 'in_window']);
const months = upsertOf('queue_months', ['store_id', 'month', 'queue', 'in_window']);

/** Rows on their way in place of those under their keys. */
export interface QueueRows {
  readonly into: Upsert;
  readonly values: readonly SqlValue[][];
}

export function queueQuarterRows(rows: readonly QuarterQueueRow[]): QueueRows {
  const values = rows.map(({ storeId, bucket, queue, tally }) => [storeId, bucket, queue, ...tallyValues(tally)]);
  return { into: quarters, values };
}

/** What a queue's date, or its month, holds inside the window or outside it. */
export interface QueuePartRow {
  readonly storeId: string;
  /** `YYYY-MM-DD`, or `YYYY-MM`. */
  readonly time: string;
  readonly queue: string;
  readonly inWindow: 0 | 1;
  readonly tally: QueueTally;
}

export function queueDayRows(rows: readonly QueuePartRow[]): QueueRows {
  return { into: days, values: rows.map(partValues) };
}

export function queueMonthRows(rows: readonly QueuePartRow[]): QueueRows {
  return { into: months, values: rows.map(partValues) };
}

export async function putQueueRows(sql: Sql, { into, values }: QueueRows): Promise<void> {
  if (values.length > 0) await sql.upsertMany(into, values);
}

function partValues({ storeId, time, queue, inWindow, tally }: QueuePartRow): SqlValue[] {
  return [storeId, time, queue, inWindow, ...tallyValues(tally)];
}
