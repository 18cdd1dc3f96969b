import type { HeldDecision, StandingReading } from '../../../db/rollup/differences.ts';
import type { StandingEvent, StandingInterval } from '../../../db/rollup/quarterRows.ts';
import type { StandingSale } from '../../../db/rollup/saleRows.ts';
import type { StatusChange } from '../../../db/rollup/status.ts';
import type { Sql, SqlValue } from '../../../db/sql/port.ts';
import { bucketMs, type Span } from '../../../db/time/opening.ts';
import { noteReadingDays } from '../../../db/writes/countFacts.ts';
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
  readonly readings?: Readonly<Record<string, readonly StandingReading[]>>;
  readonly events?: Readonly<Record<string, readonly StandingEvent[]>>;
  readonly decisions?: Readonly<Record<string, readonly HeldDecision[]>>;
  readonly takeOuts?: Readonly<Record<string, readonly Span[]>>;
}

async function put(sql: Sql, table: string, rows: readonly Readonly<Record<string, SqlValue>>[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const facts = ['device_id', 'line', 'store_id', 'source', 'id', 'type', 'channel', 'original', 'state', 'problem'];
  const texts = [...facts, 'direction', 'decision', 'actor', 'reason', 'made_by'];
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
  await putTold(sql, sent);
  await put(sql, 'device_states', stateRows(sent));
  return {
    counts: [
      ...counts.flatMap(([deviceId, list]) => list.map((one) => ({ deviceId, fromAt: one.startAt, toAt: one.endAt }))),
      ...Object.entries({ ...sent.readings, ...sent.events }).map(([deviceId, list]) => hullOf(deviceId, list)),
    ],
    sales: sales.flatMap(([deviceId, list]) => list.map((one) => ({ deviceId, fromAt: one.at, toAt: one.at + 1 }))),
  };
}

/** Readings, events, what was said of differences, and what was taken out. */
async function putTold(sql: Sql, { storeId, readings = {}, events = {}, ...by }: SentFacts): Promise<void> {
  const shown = Object.entries(readings).flatMap(([deviceId, list]) => list.map((one) => ({ ...one, deviceId })));
  await put(
    sql,
    'count_readings',
    shown.map(({ deviceId, line, at, totalIn, totalOut, totalPassersBy }) => ({
      ...{ slot: Math.floor(at / bucketMs), device_id: deviceId, line, at, received_at: at },
      ...{ total_in: totalIn, total_out: totalOut, total_passers_by: totalPassersBy },
    })),
  );
  await noteReadingDays(
    sql,
    shown.map((one) => ({ ...one, updatedAt: null, receivedAt: one.at })),
  );
  const told = Object.entries(events).flatMap(([id, list]) =>
    list.map((one, place) => ({
      ...{ slot: Math.floor(one.at / bucketMs), device_id: id, line: one.line, at: one.at, direction: one.direction },
      ...{ id: '', place, count: one.count, received_at: one.at },
    })),
  );
  await put(sql, 'count_events', told);
  const decided = Object.entries(by.decisions ?? {}).flatMap(([id, list]) =>
    list.map((one) => ({
      ...{ device_id: id, line: one.line, start_at: one.startAt, end_at: one.endAt, decision: one.decision },
      ...{ count_in: one.countIn, count_out: one.countOut, passers_by: one.passersBy, actor: 'me', decided_at: 0 },
    })),
  );
  await put(sql, 'held_decisions', decided);
  const out = Object.entries(by.takeOuts ?? {}).flatMap(([deviceId, list]) =>
    list.map(({ startAt, endAt }) => ({
      ...{ id: `${deviceId} ${startAt}`, store_id: storeId, device_id: deviceId, from_at: startAt, to_at: endAt },
      ...{ reason: 'test', made_by: 'me', made_at: 0 },
    })),
  );
  await put(sql, 'take_outs', out);
}

function hullOf(deviceId: string, facts: readonly { readonly at: number }[]): TouchedSpan {
  const times = facts.map((one) => one.at);
  return { deviceId, fromAt: Math.min(...times), toAt: Math.max(...times) + 1 };
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

function stateRows(sent: SentFacts): Record<string, SqlValue>[] {
  const { counts = {}, sales = {}, statuses = {}, readings = {}, events = {} } = sent;
  const ids = new Set([counts, sales, statuses, readings, events].flatMap((of) => Object.keys(of)));
  return [...ids].map((id) => {
    const intervals = [...(counts[id] ?? []), ...between(readings[id] ?? [])];
    const instants = [sales, readings, events].flatMap((of) => (of[id] ?? []).map((one) => one.at));
    const ends = [...intervals.map((one) => one.endAt), ...instants];
    const starts = [...intervals.map((one) => one.startAt), ...instants];
    const last = intervals.toSorted((a, b) => a.endAt - b.endAt).at(-1);
    return {
      device_id: id,
      first_report_at: starts.length === 0 ? null : Math.min(...starts),
      last_report_at: ends.length === 0 ? null : Math.max(...ends),
      longest_interval_ms: Math.max(0, ...(counts[id] ?? []).map((one) => one.endAt - one.startAt)),
      latest_interval_ms: last === undefined ? null : last.endAt - last.startAt,
      has_status_since: statuses[id]?.[0]?.at ?? null,
    };
  });
}

function between(readings: readonly StandingReading[]): Span[] {
  const times = [...new Set(readings.map((one) => one.at))].sort((a, b) => a - b);
  return times.slice(1).map((endAt, i) => ({ startAt: times[i] as number, endAt }));
}
