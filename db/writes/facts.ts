import { type DeviceState, type IntervalFact, type SaleFact, type StatusFact, slotOf } from '../reads/standing.ts';
import type { Sql, SqlValue, Upsert } from '../sql/port.ts';

/** `on conflict (KEY) do update set` every other column. */
function replacing(key: readonly string[], columns: readonly string[]): string {
  const rest = columns.filter((column) => !key.includes(column));
  return `on conflict (${key.join(', ')}) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

/** Puts rows in the place of those under their keys; `types` are PostgreSQL's, by column. */
export function upsertOf(table: string, key: readonly string[], types: Readonly<Record<string, string>>): Upsert {
  const columns = Object.keys(types);
  return { table, columns, types: Object.values(types), conflict: replacing(key, columns) };
}

const intervals = upsertOf('count_intervals', ['slot', 'device_id', 'line', 'start_at'], {
  slot: 'bigint',
  device_id: 'text',
  line: 'text',
  start_at: 'bigint',
  end_at: 'bigint',
  count_in: 'bigint',
  count_out: 'bigint',
  passers_by: 'bigint',
  staff_in: 'bigint',
  staff_out: 'bigint',
  groups: 'bigint',
  updated_at: 'bigint',
  received_at: 'bigint',
  is_overlap: 'bigint',
  body: 'text',
});

/** Puts intervals in the place of those of the same device, line and start. */
export async function writeIntervals(sql: Sql, facts: readonly IntervalFact[]): Promise<void> {
  await sql.upsertMany(intervals, facts.map(intervalRow));
}

function intervalRow(fact: IntervalFact): SqlValue[] {
  const { deviceId, line, startAt, endAt, passersBy, staffIn, staffOut, groups, updatedAt, receivedAt, body } = fact;
  const counts = [fact.in, fact.out, passersBy, staffIn, staffOut, groups];
  return [
    slotOf(startAt),
    deviceId,
    line,
    startAt,
    endAt,
    ...counts,
    updatedAt,
    receivedAt,
    fact.isOverlap ? 1 : 0,
    body,
  ];
}

const sales = upsertOf('sales', ['store_id', 'source', 'id'], {
  store_id: 'text',
  source: 'text',
  id: 'text',
  device_id: 'text',
  at: 'bigint',
  type: 'text',
  total_minor: 'bigint',
  tax_minor: 'bigint',
  items: 'bigint',
  till: 'text',
  employee: 'text',
  channel: 'text',
  is_training: 'bigint',
  original: 'text',
  is_voided: 'bigint',
  updated_at: 'bigint',
  received_at: 'bigint',
});

/** Puts receipts in the place of those of the same store, source and id. */
export async function writeSales(sql: Sql, facts: readonly SaleFact[]): Promise<void> {
  await sql.upsertMany(sales, facts.map(saleRow));
}

function saleRow(fact: SaleFact): SqlValue[] {
  const money = [fact.totalMinor, fact.taxMinor, fact.items];
  const about = [fact.till, fact.employee, fact.channel, fact.isTraining ? 1 : 0, fact.original, fact.isVoided ? 1 : 0];
  const { storeId, source, id, deviceId, at, type, updatedAt, receivedAt } = fact;
  return [storeId, source, id, deviceId, at, type, ...money, ...about, updatedAt, receivedAt];
}

const statuses = upsertOf('statuses', ['device_id', 'at'], {
  device_id: 'text',
  at: 'bigint',
  state: 'text',
  problem: 'text',
  battery: 'double precision',
  firmware: 'text',
  updated_at: 'bigint',
  received_at: 'bigint',
});

/** Puts statuses in the place of those of the same device and instant. */
export async function writeStatuses(sql: Sql, facts: readonly StatusFact[]): Promise<void> {
  const rows = facts.map(({ deviceId, at, state, problem, battery, firmware, updatedAt, receivedAt }) => {
    return [deviceId, at, state, problem, battery, firmware, updatedAt, receivedAt];
  });
  await sql.upsertMany(statuses, rows);
}

/** Remembers contents (kind, owner, key, digest) that were replaced, so that a repeat of one never comes back. */
export async function writeSuperseded(sql: Sql, keys: readonly (readonly string[])[]): Promise<void> {
  const columns = ['kind', 'owner', 'key', 'digest'];
  await sql.upsertMany(
    { table: 'superseded', columns, types: columns.map(() => 'text'), conflict: 'on conflict do nothing' },
    keys,
  );
}

const states = upsertOf('device_states', ['device_id'], {
  device_id: 'text',
  first_report_at: 'bigint',
  last_report_at: 'bigint',
  last_seen_at: 'bigint',
  longest_interval_ms: 'bigint',
  latest_interval_ms: 'bigint',
  complete_to: 'text',
  state: 'text',
  problem: 'text',
  state_at: 'bigint',
  battery: 'double precision',
  firmware: 'text',
  corrections: 'bigint',
  has_status_since: 'bigint',
});

/** Writes what is known of devices as a whole. */
export async function writeDeviceStates(sql: Sql, known: readonly DeviceState[]): Promise<void> {
  await sql.upsertMany(states, known.map(stateRow));
}

function stateRow(known: DeviceState): SqlValue[] {
  const reports = [
    known.firstReportAt,
    known.lastReportAt,
    known.lastSeenAt,
    known.longestIntervalMs,
    known.latestIntervalMs,
  ];
  const present = [known.state, known.problem, known.stateAt, known.battery, known.firmware];
  return [known.deviceId, ...reports, known.completeTo, ...present, known.corrections, known.hasStatusSince];
}

/** The pipeline's own number among PostgreSQL's advisory locks. */
const ingestLock = 7_415_001;

/** Lets one transaction at a time store messages, also when several processes ingest; SQLite's write lock does that by itself. */
export async function lockIngest(sql: Sql): Promise<void> {
  if (sql.dialect === 'postgres') await sql.all(`select pg_advisory_xact_lock(${ingestLock})`);
}
