import type { HeldDecision, StandingReading } from '../rollup/differences.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import type { CountReading } from '../vocabulary/event.ts';
import type { DeviceSpan } from './facts.ts';
import { type ReadingKey, type Sought, seekReadings } from './seekReadings.ts';
import { wantedRows } from './wanted.ts';

/** A reading as it stands. */
export interface ReadingFact extends Omit<CountReading, 'kind'> {
  readonly deviceId: string;
  readonly receivedAt: number;
}

const columns = ['total_in', 'total_out', 'total_passers_by', 'updated_at', 'received_at'] as const;
type Column = (typeof columns)[number];

/** The standing reading of each key, undefined where there is none. */
export async function findReadings(sql: Sql, keys: readonly ReadingKey[]): Promise<(ReadingFact | undefined)[]> {
  const key = ['slot', 'device_id', 'line', 'at'];
  const lookup = { table: 'count_readings', key, keyTypes: ['bigint', 'text', 'text', 'bigint'], columns };
  const rows = await sql.findMany<Record<Column, number | null>>(
    lookup,
    keys.map(({ deviceId, line, at }) => [Math.floor(at / bucketMs), deviceId, line, at]),
  );
  return rows.map((row, i) => {
    const found = keys[i];
    if (row === undefined || found === undefined) return undefined;
    const totals = { totalIn: row.total_in, totalOut: row.total_out, totalPassersBy: row.total_passers_by };
    const { deviceId, line, at } = found;
    // received_at is never null.
    return { deviceId, line, at, ...totals, updatedAt: row.updated_at, receivedAt: row.received_at as number };
  });
}

/**
 * Readings enough for `differencesOf` to give every difference that touches one of the spans (it begins before the span's end and
 * ends after its start) exactly as all readings would. Differences that touch none may be wrong: leave them out. By device.
 */
export async function readReadings(sql: Sql, spans: readonly DeviceSpan[]): Promise<Map<string, StandingReading[]>> {
  if (spans.length === 0) return new Map();
  const lines = await linesOf(sql, spans);
  if (lines.length === 0) return new Map();
  const inside = await readingsIn(
    sql,
    spans.filter((span) => lines.some((one) => one.deviceId === span.deviceId)),
  );
  const around = await readingsAround(
    sql,
    lines.flatMap(({ deviceId, line }) =>
      spans.filter((span) => span.deviceId === deviceId).map(({ fromAt, toAt }) => ({ deviceId, line, fromAt, toAt })),
    ),
  );
  const known = new Map<string, ReadingFact>();
  for (const fact of [...inside, ...around]) known.set(readingKeyText(fact), fact);
  return byDevice([...known.values()].sort((a, b) => a.at - b.at));
}

export interface LineSpan extends DeviceSpan {
  readonly line: string;
}

/**
 * The readings next to the stretches of lines: of each total the last one at or before the start and the first one at or after the
 * end, and what that one's differences begin at.
 */
export async function readingsAround(sql: Sql, spans: readonly LineSpan[]): Promise<ReadingFact[]> {
  const points = spans.flatMap(({ deviceId, line, fromAt, toAt }) =>
    totals.flatMap((total): Sought[] => [
      { deviceId, line, total, at: fromAt + 1, towards: 'earlier' },
      { deviceId, line, total, at: toAt - 1, towards: 'later' },
    ]),
  );
  const next = await seekReadings(sql, points);
  const edges = (await findReadings(sql, unique(next))).filter((fact) => fact !== undefined);
  const later = new Set(next.flatMap((key, i) => (key && points[i]?.towards === 'later' ? [readingKeyText(key)] : [])));
  const wishes = edges
    .filter((fact) => later.has(readingKeyText(fact)))
    .flatMap((fact) =>
      totals.filter((total) => fact[total] !== null).map((total): Sought => ({ ...fact, total, towards: 'earlier' })),
    );
  const known = new Set(edges.map(readingKeyText));
  const befores = unique(await seekReadings(sql, wishes)).filter((key) => !known.has(readingKeyText(key)));
  const found = await findReadings(sql, befores);
  return [...edges, ...found.filter((fact) => fact !== undefined)];
}

const totals = ['totalIn', 'totalOut', 'totalPassersBy'] as const;

/** A reading's key as one text. */
export function readingKeyText({ deviceId, line, at }: ReadingKey): string {
  return `${deviceId} ${at} ${line}`;
}

function unique(keys: readonly (ReadingKey | undefined)[]): ReadingKey[] {
  const found = new Map<string, ReadingKey>();
  for (const key of keys) if (key !== undefined) found.set(readingKeyText(key), key);
  return [...found.values()];
}

function byDevice(facts: readonly ReadingFact[]): Map<string, StandingReading[]> {
  const lists = new Map<string, StandingReading[]>();
  for (const fact of facts) {
    const list = lists.get(fact.deviceId);
    if (list === undefined) lists.set(fact.deviceId, [fact]);
    else list.push(fact);
  }
  return lists;
}

/** The lines of which the devices ever sent readings: from one to the next along the key, without reading their days. */
export async function linesOf(
  sql: Sql,
  spans: readonly Pick<DeviceSpan, 'deviceId'>[],
): Promise<Pick<LineSpan, 'deviceId' | 'line'>[]> {
  const first = '(select min(line) from reading_days r where r.device_id = wanted.device_id)';
  const next = '(select min(line) from reading_days r where r.device_id = lines.device_id and r.line > lines.line)';
  return sql.all(
    `with recursive ${wantedRows(sql, { device_id: 'text' })}, lines(device_id, line) as (
      select device_id, ${first} from wanted union all select device_id, ${next} from lines where line is not null)
    select device_id as "deviceId", line from lines where line is not null`,
    [JSON.stringify([...new Set(spans.map((span) => span.deviceId))].map((id) => [id]))],
  );
}

/** The readings whose time lies in the spans, widened to whole quarters. */
export async function readingsIn(sql: Sql, spans: readonly DeviceSpan[]): Promise<ReadingFact[]> {
  const wanted = spans.map(({ deviceId, fromAt, toAt }) => [
    deviceId,
    Math.floor(fromAt / bucketMs),
    Math.floor((toAt - 1) / bucketMs),
  ]);
  // The key begins with the slot, so every slot is sought on its own: a range would read all devices of the chain.
  return sql.all(
    `with recursive ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })},
      slots(device_id, slot, hi) as (
        select device_id, lo, hi from wanted union all select device_id, slot + 1, hi from slots where slot < hi)
    select f.device_id as "deviceId", f.line, f.at, f.total_in as "totalIn", f.total_out as "totalOut",
      f.total_passers_by as "totalPassersBy", f.updated_at as "updatedAt", f.received_at as "receivedAt"
    from (select distinct device_id, slot from slots) s cross join count_readings f
    where f.slot = s.slot and f.device_id = s.device_id`,
    [JSON.stringify(wanted)],
  );
}

/** What was said of differences that were held, by device. */
export async function readDecisions(sql: Sql, deviceIds: Iterable<string>): Promise<Map<string, HeldDecision[]>> {
  const rows = await sql.all<HeldDecision & { readonly deviceId: string }>(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select d.device_id as "deviceId", d.line, d.start_at as "startAt", d.end_at as "endAt", d.count_in as "countIn",
      d.count_out as "countOut", d.passers_by as "passersBy", d.decision
    from wanted cross join held_decisions d where d.device_id = wanted.device_id`,
    [JSON.stringify([...new Set(deviceIds)].map((id) => [id]))],
  );
  const lists = new Map<string, HeldDecision[]>();
  for (const { deviceId, ...decision } of rows) lists.set(deviceId, [...(lists.get(deviceId) ?? []), decision]);
  return lists;
}
