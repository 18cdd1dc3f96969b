import { findReadings, linesOf } from '../../db/reads/readings.ts';
import { type Sought, seekReadings } from '../../db/reads/seekReadings.ts';
import { type DeviceState, intervalsStartingIn } from '../../db/reads/standing.ts';
import type { Sql } from '../../db/sql/port.ts';

/** How long the latest report of a device was about (ms): of all that end with it the longest; null where none has a beginning. */
export async function latestGap(
  sql: Sql,
  { deviceId, lastReportAt, longestIntervalMs }: DeviceState,
): Promise<number | null> {
  if (lastReportAt === null) return null;
  const keys = (await linesOf(sql, [{ deviceId }])).map(({ line }) => ({ deviceId, line, at: lastReportAt }));
  const last = (await findReadings(sql, keys)).filter((fact) => fact !== undefined);
  const wishes = last.map(({ line, at }): Sought => ({ deviceId, line, at, total: null, towards: 'earlier' }));
  const lengths = (await seekReadings(sql, wishes)).flatMap((key) => (key === undefined ? [] : lastReportAt - key.at));
  if ((longestIntervalMs ?? 0) > 0) {
    const span = { deviceId, fromAt: lastReportAt - (longestIntervalMs ?? 0), toAt: lastReportAt };
    for (const { startAt, endAt } of await intervalsStartingIn(sql, [span])) {
      if (endAt === lastReportAt) lengths.push(endAt - startAt);
    }
  }
  return lengths.length === 0 ? null : Math.max(...lengths);
}
