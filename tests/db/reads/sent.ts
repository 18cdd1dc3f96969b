import type { StandingInterval } from '../../../db/rollup/quarterRows.ts';
import type { StandingSale } from '../../../db/rollup/saleRows.ts';
import type { StatusChange } from '../../../db/rollup/status.ts';
import type { Sql, SqlValue } from '../../../db/sql/port.ts';
import { bucketMs } from '../../../db/time/opening.ts';
import type { TouchedSpan } from '../../../db/writes/rollups.ts';

export interface Receipt extends Omit<StandingSale, 'isVoided'> {
  readonly id: string;
  readonly original?: string;
}

/** What the devices of a store have sent, by device. */
export interface SentFacts {
  readonly storeId: string;
  readonly counts?: Readonly<Record<string, readonly StandingInterval[]>>;
  readonly sales?: Readonly<Record<string, readonly Receipt[]>>;
  readonly statuses?: Readonly<Record<string, readonly StatusChange[]>>;
}

async function put(sql: Sql, table: string, rows: readonly Readonly<Record<string, SqlValue>>[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const texts = ['device_id', 'line', 'store_id', 'source', 'id', 'type', 'channel', 'original', 'state', 'problem'];
  await sql.upsertMany(
    { table, columns, types: columns.map((one) => (texts.includes(one) ? 'text' : 'bigint')), conflict: '' },
    rows.map((row) => columns.map((column) => row[column] as SqlValue)),
  );
}

/** Writes facts and what is known of the devices as ingest would, without rollups; answers what they touch. */
export async function putFacts(sql: Sql, sent: SentFacts): Promise<{ counts: TouchedSpan[]; sales: TouchedSpan[] }> {
  const counts = Object.entries(sent.counts ?? {});
  const sales = Object.entries(sent.sales ?? {});
  await put(
    sql,
    'count_intervals',
    counts.flatMap(([id, list]) => list.map((one) => intervalRow(id, one))),
  );
  await put(
    sql,
    'sales',
    sales.flatMap(([id, list]) => list.map((one) => saleRow(sent.storeId, id, one))),
  );
  await put(
    sql,
    'statuses',
    Object.entries(sent.statuses ?? {}).flatMap(([id, list]) =>
      list.map((one) => ({ device_id: id, at: one.at, state: one.state, problem: one.problem, received_at: one.at })),
    ),
  );
  await put(sql, 'device_states', stateRows(sent));
  return {
    counts: counts.flatMap(([deviceId, list]) =>
      list.map((one) => ({ deviceId, fromAt: one.startAt, toAt: one.endAt })),
    ),
    sales: sales.flatMap(([deviceId, list]) => list.map((one) => ({ deviceId, fromAt: one.at, toAt: one.at + 1 }))),
  };
}

function intervalRow(deviceId: string, one: StandingInterval): Record<string, SqlValue> {
  return {
    slot: Math.floor(one.startAt / bucketMs),
    device_id: deviceId,
    line: one.line,
    start_at: one.startAt,
    end_at: one.endAt,
    count_in: one.in,
    count_out: one.out,
    passers_by: one.passersBy,
    staff_in: one.staffIn,
    staff_out: one.staffOut,
    received_at: one.endAt,
    is_overlap: 0,
  };
}

function saleRow(storeId: string, deviceId: string, one: Receipt): Record<string, SqlValue> {
  return {
    store_id: storeId,
    source: deviceId,
    id: one.id,
    device_id: deviceId,
    at: one.at,
    type: one.type,
    total_minor: one.totalMinor,
    tax_minor: one.taxMinor,
    items: one.items,
    channel: one.channel,
    is_training: one.isTraining ? 1 : 0,
    original: one.original ?? null,
    received_at: one.at,
  };
}

function stateRows({ counts = {}, sales = {}, statuses = {} }: SentFacts): Record<string, SqlValue>[] {
  const ids = new Set([...Object.keys(counts), ...Object.keys(sales), ...Object.keys(statuses)]);
  return [...ids].map((id) => {
    const intervals = counts[id] ?? [];
    const instants = (sales[id] ?? []).map((one) => one.at);
    const ends = [...intervals.map((one) => one.endAt), ...instants];
    const starts = [...intervals.map((one) => one.startAt), ...instants];
    const last = intervals.toSorted((a, b) => a.endAt - b.endAt).at(-1);
    return {
      device_id: id,
      first_report_at: starts.length === 0 ? null : Math.min(...starts),
      last_report_at: ends.length === 0 ? null : Math.max(...ends),
      longest_interval_ms: Math.max(0, ...intervals.map((one) => one.endAt - one.startAt)),
      latest_interval_ms: last === undefined ? null : last.endAt - last.startAt,
      has_status_since: statuses[id]?.[0]?.at ?? null,
    };
  });
}
