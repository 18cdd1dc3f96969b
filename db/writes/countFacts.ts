import type { EventFact } from '../reads/events.ts';
import type { ReadingFact } from '../reads/readings.ts';
import { totalMarks } from '../reads/seekReadings.ts';
import { slotOf } from '../reads/standing.ts';
import type { Sql } from '../sql/port.ts';
import { upsertOf } from './facts.ts';

const readings = upsertOf('count_readings', ['slot', 'device_id', 'line', 'at'], {
  slot: 'bigint',
  device_id: 'text',
  line: 'text',
  at: 'bigint',
  total_in: 'bigint',
  total_out: 'bigint',
  total_passers_by: 'bigint',
  updated_at: 'bigint',
  received_at: 'bigint',
});

/** Puts readings in the place of those of the same device, line and instant, and notes their days. */
export async function writeReadings(sql: Sql, facts: readonly ReadingFact[]): Promise<void> {
  await appendReadings(sql, facts);
  await noteReadingDays(sql, facts);
}

/** The same without noting the days: for those whose day is known to have readings of these totals. */
export async function appendReadings(sql: Sql, facts: readonly ReadingFact[]): Promise<void> {
  const rows = facts.map(({ deviceId, line, at, totalIn, totalOut, totalPassersBy, updatedAt, receivedAt }) => {
    return [slotOf(at), deviceId, line, at, totalIn, totalOut, totalPassersBy, updatedAt, receivedAt];
  });
  if (rows.length > 0) await sql.upsertMany(readings, rows);
}

const dayMs = 86_400_000;

/** The UTC day of a reading, as reading_days counts them. */
export function readingDay(at: number): number {
  return Math.floor(at / dayMs);
}

/** The marks of the totals that a reading carries. */
export function marksOf(fact: Pick<ReadingFact, 'totalIn' | 'totalOut' | 'totalPassersBy'>): number {
  return (
    (fact.totalIn === null ? 0 : totalMarks.totalIn) |
    (fact.totalOut === null ? 0 : totalMarks.totalOut) |
    (fact.totalPassersBy === null ? 0 : totalMarks.totalPassersBy)
  );
}

const days = {
  table: 'reading_days',
  columns: ['device_id', 'line', 'day', 'totals'],
  types: ['text', 'text', 'bigint', 'bigint'],
  conflict:
    'on conflict (device_id, line, day) do update set totals = reading_days.totals | excluded.totals where reading_days.totals <> (reading_days.totals | excluded.totals)',
};

/** Notes that these days of the lines have readings, and of which totals. */
export async function noteReadingDays(sql: Sql, facts: readonly ReadingFact[]): Promise<void> {
  const rows = new Map<string, [string, string, number, number]>();
  for (const fact of facts) {
    const day = readingDay(fact.at);
    const key = `${fact.deviceId} ${day} ${fact.line}`;
    const totals = (rows.get(key)?.[3] ?? 0) | marksOf(fact);
    rows.set(key, [fact.deviceId, fact.line, day, totals]);
  }
  if (rows.size > 0) await sql.upsertMany(days, [...rows.values()]);
}

const events = upsertOf('count_events', ['slot', 'device_id', 'line', 'at', 'direction', 'id', 'place'], {
  slot: 'bigint',
  device_id: 'text',
  line: 'text',
  at: 'bigint',
  direction: 'text',
  id: 'text',
  place: 'bigint',
  count: 'bigint',
  updated_at: 'bigint',
  received_at: 'bigint',
});

/** Puts events in the place of those of the same key. */
export async function writeEvents(sql: Sql, facts: readonly EventFact[]): Promise<void> {
  const rows = facts.map(({ deviceId, line, at, direction, id, place, count, updatedAt, receivedAt }) => {
    return [slotOf(at), deviceId, line, at, direction, id, place, count, updatedAt, receivedAt];
  });
  if (rows.length > 0) await sql.upsertMany(events, rows);
}
