import { type SpanCount, spanCount } from '../rollup/spanCount.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import { type DeviceSpan, longestIntervals, readIntervals, readReports } from './facts.ts';

export interface SeenSpan extends SpanCount {
  /** The latest time that a report of the device speaks of; null: it never reported. */
  readonly lastReportAt: number | null;
}

/** What devices counted in each of the spans by their facts, in their order; whatever was taken out is in it. */
export async function readSpanCounts(sql: Sql, settings: Settings, spans: readonly DeviceSpan[]): Promise<SeenSpan[]> {
  const reports = await readReports(sql, [...new Set(spans.map((span) => span.deviceId))]);
  const longest = longestIntervals(reports);
  const seen: SeenSpan[] = [];
  // One by one, since spans of one device may overlap and are few.
  for (const span of spans) {
    const intervals = (await readIntervals(sql, [span], longest)).get(span.deviceId) ?? [];
    const counted = spanCount({
      lines: settings.devices.get(span.deviceId)?.lines ?? [],
      intervals,
      events: [],
      span: { startAt: span.fromAt, endAt: span.toAt },
    });
    seen.push({ ...counted, lastReportAt: reports.get(span.deviceId)?.lastReportAt ?? null });
  }
  return seen;
}
