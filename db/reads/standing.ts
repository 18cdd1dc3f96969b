import type { Lookup, Sql } from '../sql/port.ts';
import type { CountInterval, Sale, Status } from '../vocabulary/event.ts';
import { wantedRows } from './wanted.ts';

/** An interval as it stands. */
export interface IntervalFact extends Omit<CountInterval, 'kind'> {
  readonly deviceId: string;
  readonly receivedAt: number;
  readonly isOverlap: boolean;
  /** The item as it was sent, only where that differs from the canonical wording. */
  readonly body: string | null;
}

/** A receipt as it stands. */
export interface SaleFact extends Omit<Sale, 'kind'> {
  readonly storeId: string;
  readonly deviceId: string;
  readonly receivedAt: number;
  readonly isVoided: boolean;
}

/** A status as it stands. */
export interface StatusFact extends Omit<Status, 'kind' | 'at'> {
  readonly deviceId: string;
  readonly at: number;
  readonly receivedAt: number;
}

/** What is known of a device as a whole (table device_states). */
export interface DeviceState {
  readonly deviceId: string;
  firstReportAt: number | null;
  lastReportAt: number | null;
  lastSeenAt: number | null;
  longestIntervalMs: number | null;
  latestIntervalMs: number | null;
  completeTo: string | null;
  state: 'online' | 'offline' | null;
  problem: string | null;
  stateAt: number | null;
  battery: number | null;
  firmware: string | null;
  corrections: number;
  hasStatusSince: number | null;
}

/** The columns of a table under their fields' names, as `column as "field"`, which both dialects return as they are written. */
function named(fields: readonly (readonly [column: string, field: string])[]): string[] {
  return fields.map(([column, field]) => (column === field ? column : `${column} as "${field}"`));
}

const slotMs = 900_000;

export function slotOf(startAt: number): number {
  return Math.floor(startAt / slotMs);
}

const intervalColumns = [
  ['device_id', 'deviceId'],
  ['line', 'line'],
  ['start_at', 'startAt'],
  ['end_at', 'endAt'],
  ['count_in', 'in'],
  ['count_out', 'out'],
  ['passers_by', 'passersBy'],
  ['staff_in', 'staffIn'],
  ['staff_out', 'staffOut'],
  ['groups', 'groups'],
  ['updated_at', 'updatedAt'],
  ['received_at', 'receivedAt'],
  ['is_overlap', 'isOverlap'],
  ['body', 'body'],
] as const;

type Marked<Row, Mark extends keyof Row> = Omit<Row, Mark> & Record<Mark, number>;

function toInterval(row: Marked<IntervalFact, 'isOverlap'>): IntervalFact {
  return { ...row, isOverlap: row.isOverlap === 1 };
}

/** Every standing interval of the devices' stretches [fromAt, toAt) by their starts, overlap included, in order of start. */
export async function intervalsStartingIn(
  sql: Sql,
  spans: readonly { readonly deviceId: string; readonly fromAt: number; readonly toAt: number }[],
): Promise<IntervalFact[]> {
  const wanted = spans.map(({ deviceId, fromAt, toAt }) => [deviceId, slotOf(fromAt), slotOf(toAt - 1)]);
  // The key begins with the slot, so every slot is sought on its own: a range would read all devices of the chain.
  const rows = await sql.all<Marked<IntervalFact, 'isOverlap'>>(
    `with recursive ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })},
      slots(device_id, slot, hi) as (
        select device_id, lo, hi from wanted union all select device_id, slot + 1, hi from slots where slot < hi)
    select ${named(intervalColumns.map(([column, field]) => [`f.${column}`, field] as const)).join(', ')}
    from (select distinct device_id, slot from slots) s cross join count_intervals f
    where f.slot = s.slot and f.device_id = s.device_id order by f.start_at`,
    [JSON.stringify(wanted)],
  );
  return rows.map(toInterval);
}

const saleColumns = [
  ['store_id', 'storeId'],
  ['source', 'source'],
  ['id', 'id'],
  ['device_id', 'deviceId'],
  ['at', 'at'],
  ['type', 'type'],
  ['total_minor', 'totalMinor'],
  ['tax_minor', 'taxMinor'],
  ['items', 'items'],
  ['till', 'till'],
  ['employee', 'employee'],
  ['channel', 'channel'],
  ['is_training', 'isTraining'],
  ['original', 'original'],
  ['is_voided', 'isVoided'],
  ['updated_at', 'updatedAt'],
  ['received_at', 'receivedAt'],
] as const;

/** The natural key of a receipt. */
export type SaleKey = Pick<SaleFact, 'storeId' | 'source' | 'id'>;

/** The standing receipts of the keys; those that are not there are left out. */
export async function findSales(sql: Sql, keys: readonly SaleKey[]): Promise<SaleFact[]> {
  if (keys.length === 0) return [];
  const rows = await sql.all<Marked<SaleFact, 'isTraining' | 'isVoided'>>(
    `with ${wantedRows(sql, { store_id: 'text', source: 'text', id: 'text' })}
    select ${named(saleColumns.map(([column, field]) => [`f.${column}`, field] as const)).join(', ')}
    from wanted cross join sales f where f.store_id = wanted.store_id and f.source = wanted.source and f.id = wanted.id`,
    [JSON.stringify(keys.map(({ storeId, source, id }) => [storeId, source, id]))],
  );
  return rows.map((row) => ({ ...row, isTraining: row.isTraining === 1, isVoided: row.isVoided === 1 }));
}

/** When the first and the last of a device's standing receipts were; null where it has none. */
export async function receiptTimes(
  sql: Sql,
  { storeId, deviceId }: Pick<SaleFact, 'storeId' | 'deviceId'>,
): Promise<{ readonly firstAt: number | null; readonly lastAt: number | null }> {
  // Two walks along the index that end at once; min and max would read every receipt of the store.
  const end = (order: 'asc' | 'desc'): Promise<{ at: number }[]> =>
    sql.all(`select at from sales where store_id = ? and device_id = ? order by at ${order} limit 1`, [
      storeId,
      deviceId,
    ]);
  const [first] = await end('asc');
  const [last] = await end('desc');
  return { firstAt: first?.at ?? null, lastAt: last?.at ?? null };
}

/** The standing voids, not in training, that name one of the receipts; `original` is what each names. */
export async function findVoids(
  sql: Sql,
  receipts: readonly SaleKey[],
): Promise<(SaleKey & { readonly original: string })[]> {
  if (receipts.length === 0) return [];
  return sql.all(
    `with ${wantedRows(sql, { store_id: 'text', source: 'text', id: 'text' })}
    select v.store_id as "storeId", v.source, v.id, v.original from wanted cross join sales v
    where v.store_id = wanted.store_id and v.source = wanted.source and v.original = wanted.id
      and v.type = 'void' and v.is_training = 0`,
    [JSON.stringify(receipts.map(({ storeId, source, id }) => [storeId, source, id]))],
  );
}

const statusLookup: Lookup = {
  table: 'statuses',
  key: ['device_id', 'at'],
  keyTypes: ['text', 'bigint'],
  columns: ['state', 'problem', 'battery', 'firmware', 'updated_at', 'received_at'],
};

/** The standing status of each device and instant, undefined where there is none. */
export async function findStatuses(
  sql: Sql,
  keys: readonly Pick<StatusFact, 'deviceId' | 'at'>[],
): Promise<(StatusFact | undefined)[]> {
  type Row = Omit<StatusFact, 'deviceId' | 'at' | 'updatedAt' | 'receivedAt'> & {
    updated_at: number | null;
    received_at: number;
  };
  const rows = await sql.findMany<Row>(
    statusLookup,
    keys.map(({ deviceId, at }) => [deviceId, at]),
  );
  return rows.map((row, i) => {
    const key = keys[i];
    if (row === undefined || key === undefined) return undefined;
    const { updated_at: updatedAt, received_at: receivedAt, ...rest } = row;
    return { deviceId: key.deviceId, at: key.at, ...rest, updatedAt, receivedAt };
  });
}

/** The status before an instant of a device and the one after it. */
export async function neighbourStatuses(
  sql: Sql,
  { deviceId, at }: Pick<StatusFact, 'deviceId' | 'at'>,
): Promise<{ problemBefore: string | null; nextAt: number | null }> {
  const before = await sql.all<{ problem: string | null }>(
    'select problem from statuses where device_id = ? and at < ? order by at desc limit 1',
    [deviceId, at],
  );
  const after = await sql.all<{ at: number }>(
    'select at from statuses where device_id = ? and at > ? order by at limit 1',
    [deviceId, at],
  );
  return { problemBefore: before[0]?.problem ?? null, nextAt: after[0]?.at ?? null };
}

/** The last status of each of the devices that has one. */
export async function lastStatuses(
  sql: Sql,
  deviceIds: readonly string[],
): Promise<Pick<StatusFact, 'deviceId' | 'at' | 'problem'>[]> {
  return sql.all(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select s.device_id as "deviceId", s.at, s.problem from wanted cross join statuses s
    where s.device_id = wanted.device_id and s.at = (select max(at) from statuses where device_id = wanted.device_id)`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
}

/** Contents (kind, owner, key, digest) that were replaced; answers for each whether it was. */
export async function findSuperseded(sql: Sql, keys: readonly (readonly string[])[]): Promise<boolean[]> {
  const key = ['kind', 'owner', 'key', 'digest'];
  const rows = await sql.findMany(
    { table: 'superseded', key, keyTypes: key.map(() => 'text'), columns: ['kind'] },
    keys,
  );
  return rows.map((row) => row !== undefined);
}

const stateFields = [
  'firstReportAt',
  'lastReportAt',
  'lastSeenAt',
  'longestIntervalMs',
  'latestIntervalMs',
  'completeTo',
  'state',
  'problem',
  'stateAt',
  'battery',
  'firmware',
  'corrections',
  'hasStatusSince',
] as const satisfies readonly (keyof DeviceState)[];

/** What is known of the devices; those that never sent anything are left out. */
export async function findDeviceStates(sql: Sql, deviceIds: readonly string[]): Promise<DeviceState[]> {
  if (deviceIds.length === 0) return [];
  const columns = stateFields.map((field) => `d.${snake(field)} as "${field}"`).join(', ');
  return sql.all(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select d.device_id as "deviceId", ${columns} from wanted cross join device_states d where d.device_id = wanted.device_id`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * A text that changes when another connection has written to the SQLite file, or a span was taken out by any, so that what is kept in
 * memory must be read again; null on PostgreSQL, where nothing may be kept.
 */
export async function versionForMemory(sql: Sql): Promise<string | null> {
  if (sql.dialect === 'postgres') return null;
  const [row] = await sql.all<{ version: number; taken: number | null }>(
    'select data_version as version, (select max(rowid) from take_outs) as taken from pragma_data_version',
  );
  return row === undefined ? null : `${row.version} ${row.taken}`;
}
