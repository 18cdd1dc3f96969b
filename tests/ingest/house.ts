import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import { applySettings } from '../../db/writes/settings.ts';
import type { MessageFate, RawMessage } from '../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline, type Pipeline } from '../../ingest/pipeline/pipeline.ts';
import { type Retried, retryAdopted, retryQuarantine } from '../../ingest/pipeline/retry.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';

/** The server's clock in these tests; facts lie on the days before. */
export const clock = Date.parse('2026-03-20T12:00:00Z');

/** One message of a device, its body any value that JSON can hold, or bytes as they are. */
export function message(kind: string, body: unknown, more: Partial<RawMessage> & { to?: string } = {}): RawMessage {
  const { to = kind === 'sales' ? 'arbat/till-1' : 'arbat/cam-1', ...rest } = more;
  const payload = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  return { topic: `lintel/v1/${to}/${kind}`, payload, isRetained: false, receivedAt: clock, ...rest };
}

/** A chain with a counter of one line, one of two lines, and two tills, and its pipeline. */
export interface House {
  readonly sql: Sql;
  readonly pipeline: Pipeline;
  send(...messages: RawMessage[]): Promise<MessageFate[]>;
  retry(filter?: { reason?: string; store?: string; ids?: number[] }): Promise<Retried>;
  retryAdopted(): Promise<Retried>;
}

export async function openHouse(sql: Sql, now: () => number = () => clock): Promise<House> {
  const store = { timezone: 'Europe/Moscow', currency: 'RUB', openingHours: null };
  const till = { measures: ['sales' as const], entranceId: null, reportsEverySeconds: null };
  await applySettings(sql, owner, {
    stores: [makeStore('arbat', store), makeStore('paris', { ...store, timezone: 'Europe/Paris', currency: 'EUR' })],
    devices: [
      makeDevice('cam-1', 'arbat', { measures: ['entries', 'passersBy'] }),
      makeDevice('cam-2', 'arbat', { lines: ['main', 'side'] }),
      makeDevice('sum-1', 'arbat', { mode: 'cumulative', measures: ['entries', 'passersBy'], maxPerMinute: 60 }),
      makeDevice('sum-2', 'arbat', { mode: 'cumulative', lines: ['main', 'side'], counterBits: 16 }),
      makeDevice('ray-1', 'arbat', { mode: 'event', measures: ['entries', 'passersBy'] }),
      makeDevice('till-1', 'arbat', till),
      makeDevice('till-2', 'arbat', till),
      makeDevice('till-3', 'paris', till),
    ],
  });
  const settingsOf = makeSettingsCache();
  const pipeline = makePipeline({ settingsOf, now });
  return {
    sql,
    pipeline,
    async send(...messages) {
      const stored = await pipeline.ingest(sql, owner, messages);
      return stored.map((one) => {
        if (hasFailed(one)) throw one.failure;
        return one;
      });
    },
    retry: (filter = {}) => retryQuarantine(sql, owner, { pipeline, settingsOf, filter }),
    retryAdopted: () => retryAdopted(sql, owner, pipeline),
  };
}

/** What counts in the end: quarter rows, standing facts, and what is in quarantine for which reason. */
export async function figures(sql: Sql): Promise<Record<string, unknown[]>> {
  return {
    counts: await sql.all('select * from quarter_counts order by store_id, bucket, device_id'),
    sales: await sql.all('select * from quarter_sales order by store_id, bucket, device_id'),
    intervals: await sql.all(
      `select device_id, line, start_at, end_at, count_in, count_out, staff_in, is_overlap, updated_at, body from count_intervals
      order by device_id, line, start_at`,
    ),
    receipts: await sql.all(
      `select store_id, source, id, device_id, at, type, total_minor, tax_minor, items, channel, is_training, original, is_voided,
      updated_at from sales order by store_id, source, id`,
    ),
    readings: await sql.all(
      `select device_id, line, at, total_in, total_out, total_passers_by, updated_at from count_readings
      order by device_id, line, at`,
    ),
    events: await sql.all(
      `select device_id, line, at, direction, id, place, count, updated_at from count_events
      order by device_id, line, at, direction, id, place`,
    ),
    setAside: await sql.all('select * from set_aside order by device_id, line, end_at, start_at'),
    statuses: await sql.all('select device_id, at, state, problem, updated_at from statuses order by device_id, at'),
    quarantine: await sql.all('select topic, reason, body from quarantine order by topic, reason, body'),
    reports: await sql.all(
      `select device_id, first_report_at, last_report_at, longest_interval_ms, latest_interval_ms, state, problem, complete_to
      from device_states order by device_id`,
    ),
  };
}
