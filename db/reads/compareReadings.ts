import type { TouchedSpan } from '../rollup/touched.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { RollupDifference } from './compareRollups.ts';
import { readDifferences } from './countFacts.ts';
import { readingsIn } from './readings.ts';
import { totalMarks } from './seekReadings.ts';

const dayMs = 86_400_000;

interface SetAsideRow {
  readonly line: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
  readonly why: string;
}

const setAsideFields = ['line', 'startAt', 'endAt', 'in', 'out', 'passersBy', 'why'];

/** What is derived from a device's readings beside its quarter rows, for one UTC day: the list of what is set aside, and the day itself. */
export async function compareReadings(sql: Sql, settings: Settings, piece: TouchedSpan): Promise<RollupDifference[]> {
  const storeId = settings.devices.get(piece.deviceId)?.storeId ?? '';
  const found = [...(await compareSetAside(sql, settings, piece)), ...(await compareDay(sql, piece))];
  return found.map((one) => ({ ...one, storeId }));
}

type Found = Omit<RollupDifference, 'storeId'>;

/** Differences belong to the day in which they end. */
async function compareSetAside(
  sql: Sql,
  settings: Settings,
  { deviceId, fromAt, toAt }: TouchedSpan,
): Promise<Found[]> {
  const all = (await readDifferences(sql, settings.devices, [{ deviceId, fromAt, toAt }])).get(deviceId) ?? [];
  const expected = all
    .filter(({ fate, endAt }) => fate !== 'placed' && endAt > fromAt && endAt <= toAt)
    .map(({ fate, ...one }): SetAsideRow => ({ ...one, why: fate }));
  const kept = await sql.all<SetAsideRow>(
    `select line, start_at as "startAt", end_at as "endAt", count_in as "in", count_out as "out", passers_by as "passersBy", why
    from set_aside where device_id = ? and end_at > ? and end_at <= ?`,
    [deviceId, fromAt, toAt],
  );
  const keyOf = ({ line, startAt, endAt }: SetAsideRow): string =>
    `${deviceId} ${line}, ${new Date(startAt).toISOString()} to ${new Date(endAt).toISOString()}`;
  const texts = (rows: readonly SetAsideRow[]): Map<string, string> =>
    new Map(rows.map((row) => [keyOf(row), JSON.stringify(row, setAsideFields)]));
  const [should, is] = [texts(expected), texts(kept)];
  return [...new Set([...should.keys(), ...is.keys()])]
    .map((where) => ({
      table: 'set_aside' as const,
      where,
      expected: should.get(where) ?? null,
      found: is.get(where) ?? null,
    }))
    .filter((one) => one.expected !== one.found);
}

/** A day that is not noted, or not with all totals, would hide its readings from those before and after it. */
async function compareDay(sql: Sql, { deviceId, fromAt, toAt }: TouchedSpan): Promise<Found[]> {
  const sent = new Map<string, number>();
  for (const one of await readingsIn(sql, [{ deviceId, fromAt, toAt }])) {
    const marks =
      (one.totalIn === null ? 0 : totalMarks.totalIn) |
      (one.totalOut === null ? 0 : totalMarks.totalOut) |
      (one.totalPassersBy === null ? 0 : totalMarks.totalPassersBy);
    sent.set(one.line, (sent.get(one.line) ?? 0) | marks);
  }
  const rows = await sql.all<{ line: string; totals: number }>(
    'select line, totals from reading_days where device_id = ? and day = ?',
    [deviceId, Math.floor(fromAt / dayMs)],
  );
  const noted = new Map(rows.map(({ line, totals }) => [line, totals]));
  return [...sent].flatMap(([line, marks]) => {
    const found = noted.get(line);
    if (found !== undefined && (found & marks) === marks) return [];
    const where = `${deviceId} ${line}, ${new Date(fromAt).toISOString().slice(0, 10)}`;
    return [
      {
        table: 'reading_days' as const,
        where,
        expected: `totals ${marks}`,
        found: found === undefined ? null : `totals ${found}`,
      },
    ];
  });
}
