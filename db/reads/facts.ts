import type { DeviceReports } from '../rollup/coverage.ts';
import type { StandingInterval } from '../rollup/quarterRows.ts';
import type { StandingSale } from '../rollup/saleRows.ts';
import type { StatusChange } from '../rollup/status.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs, type Span } from '../time/opening.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** A stretch of one device's time, [fromAt, toAt) in epoch ms. */
export interface DeviceSpan {
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

export interface KnownReports extends DeviceReports {
  readonly longestIntervalMs: number | null;
}

/** A run of ingest is noted at least this often; a longer silence between runs is a gap. */
const ingestGapMs = 60_000;

/** Rows put into lists by their device. */
function byDevice<Row extends { readonly deviceId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    const list = lists.get(row.deviceId);
    if (list === undefined) lists.set(row.deviceId, [row]);
    else list.push(row);
  }
  return lists;
}

/**
 * The standing intervals, overlap left out, that touch the spans, by device, in order. `longest` is the longest interval of a device
 * (ms): how far before a span one may begin that touches it. Spans of one device must not come within that of each other.
 */
export async function readIntervals(
  sql: Sql,
  spans: readonly DeviceSpan[],
  longest: ReadonlyMap<string, number>,
): Promise<Map<string, StandingInterval[]>> {
  const wanted = spans.map(({ deviceId, fromAt, toAt }) => [
    deviceId,
    Math.floor((fromAt - (longest.get(deviceId) ?? 0)) / bucketMs),
    Math.floor((toAt - 1) / bucketMs),
    fromAt,
  ]);
  // The key begins with the slot, so every slot is sought on its own: a range would read all devices of the chain.
  const rows = await sql.all<StandingInterval & { deviceId: string }>(
    `with recursive ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint', from_at: 'bigint' })},
      slots(device_id, slot, hi, from_at) as (
        select device_id, lo, hi, from_at from wanted
        union all select device_id, slot + 1, hi, from_at from slots where slot < hi)
    select f.device_id as "deviceId", f.line, f.start_at as "startAt", f.end_at as "endAt", f.count_in as "in",
      f.count_out as "out", f.passers_by as "passersBy", f.staff_in as "staffIn", f.staff_out as "staffOut"
    from slots cross join ${soughtIn(sql, 'count_intervals', {
      name: 'f',
      where: 'f.slot = slots.slot and f.device_id = slots.device_id and f.end_at > slots.from_at and f.is_overlap = 0',
    })}
    order by f.start_at`,
    [JSON.stringify(wanted)],
  );
  return byDevice(rows);
}

/** The standing receipts whose `at` lies in the spans (which must not overlap), by device, in order of time. */
export async function readSales(
  sql: Sql,
  spans: readonly (DeviceSpan & { readonly storeId: string })[],
): Promise<Map<string, StandingSale[]>> {
  const wanted = spans.map(({ storeId, deviceId, fromAt, toAt }) => [storeId, deviceId, fromAt, toAt]);
  const rows = await sql.all<Omit<StandingSale, 'isTraining' | 'isVoided'> & SaleMarks>(
    `with ${wantedRows(sql, { store_id: 'text', device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select f.device_id as "deviceId", f.at, f.type, f.total_minor as "totalMinor", f.tax_minor as "taxMinor", f.items, f.channel,
      f.is_training as "trainingMark",
      case when exists (select 1 from sales v where v.store_id = f.store_id and v.source = f.source and v.original = f.id
        and v.type = 'void' and v.is_training = 0) then 1 else 0 end as "voidedMark"
    from wanted cross join ${soughtIn(sql, 'sales', {
      name: 'f',
      where:
        'f.store_id = wanted.store_id and f.at >= wanted.lo and f.at < wanted.hi and f.device_id = wanted.device_id',
    })}
    order by f.at`,
    [JSON.stringify(wanted)],
  );
  return byDevice(
    rows.map(({ trainingMark, voidedMark, ...sale }) => ({
      ...sale,
      isTraining: trainingMark === 1,
      isVoided: voidedMark === 1,
    })),
  );
}

interface SaleMarks {
  readonly deviceId: string;
  readonly trainingMark: number;
  readonly voidedMark: number;
}

/**
 * The statuses in the spans and the last one before each, by device, in order of time. What happened between two spans of a device is
 * left out, so that lists say nothing of the time between.
 */
export async function readStatuses(sql: Sql, spans: readonly DeviceSpan[]): Promise<Map<string, StatusChange[]>> {
  if (spans.length === 0) return new Map();
  const wanted = spans.map(({ deviceId, fromAt, toAt }) => [deviceId, fromAt, toAt]);
  const rows = await sql.all<StatusChange & { deviceId: string }>(
    `with ${wantedRows(sql, { device_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select distinct s.device_id as "deviceId", s.at, s.state, s.problem from wanted cross join statuses s
    where s.device_id = wanted.device_id and s.at < wanted.hi and s.at >= coalesce(
      (select max(p.at) from statuses p where p.device_id = wanted.device_id and p.at <= wanted.lo), wanted.lo)
    order by 1, 2`,
    [JSON.stringify(wanted)],
  );
  return byDevice(rows);
}

/** What is known of the devices' reports as a whole; a device that never reported is absent. */
export async function readReports(sql: Sql, deviceIds: readonly string[]): Promise<Map<string, KnownReports>> {
  const rows = await sql.all<KnownReports & { deviceId: string }>(
    `with ${wantedRows(sql, { device_id: 'text' })}
    select d.device_id as "deviceId", d.first_report_at as "firstReportAt", d.last_report_at as "lastReportAt",
      d.latest_interval_ms as "latestIntervalMs", d.longest_interval_ms as "longestIntervalMs",
      d.complete_to as "completeTo", d.has_status_since as "hasStatusSince"
    from wanted cross join device_states d where d.device_id = wanted.device_id`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
  return new Map(rows.map(({ deviceId, ...reports }) => [deviceId, reports]));
}

/** The longest interval of each device, in ms; how far back an interval may begin that is still going on. */
export function longestIntervals(reports: ReadonlyMap<string, KnownReports>): Map<string, number> {
  return new Map([...reports].map(([deviceId, known]) => [deviceId, known.longestIntervalMs ?? 0]));
}

/** When ingest was not connected, in order. */
export interface IngestGaps {
  /** By the main way. */
  readonly ingestGaps: readonly Span[];
  /** To the broker of a source, by its id; a source that was never connected is absent. */
  readonly sourceGaps: ReadonlyMap<string, readonly Span[]>;
}

interface IngestRun {
  readonly startedAt: number;
  readonly aliveAt: number;
}

/** When ingest was not connected; the time before its first run is none, the time since its last sign of life is. */
export async function readIngestGaps(sql: Sql, now: number): Promise<IngestGaps> {
  const runs = await sql.all<IngestRun & { source: string | null }>(
    'select started_at as "startedAt", alive_at as "aliveAt", source from ingest_runs order by started_at',
  );
  const bySource = new Map<string | null, IngestRun[]>();
  for (const run of runs) {
    const known = bySource.get(run.source);
    if (known === undefined) bySource.set(run.source, [run]);
    else known.push(run);
  }
  const sourceGaps = new Map<string, readonly Span[]>();
  for (const [source, own] of bySource) if (source !== null) sourceGaps.set(source, gapsBetween(own, now));
  return { ingestGaps: gapsBetween(bySource.get(null) ?? [], now), sourceGaps };
}

function gapsBetween(runs: readonly IngestRun[], now: number): Span[] {
  const gaps: Span[] = [];
  let aliveAt = runs[0]?.aliveAt ?? now;
  for (const run of [...runs.slice(1), { startedAt: now, aliveAt: now }]) {
    if (run.startedAt - aliveAt > ingestGapMs) gaps.push({ startAt: aliveAt, endAt: run.startedAt });
    aliveAt = Math.max(aliveAt, run.aliveAt);
  }
  return gaps;
}
