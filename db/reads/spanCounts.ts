import { type SpanCount, spanCount } from '../rollup/spanCount.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import { readCountFacts } from './countFacts.ts';
import { type DeviceSpan, readReports } from './facts.ts';

export interface SeenSpan extends SpanCount {
  /** The latest time that a report of the device speaks of; null: it never reported. */
  readonly lastReportAt: number | null;
}

/** What devices counted in each of the spans by their facts, in their order; whatever was taken out is in it. */
export async function readSpanCounts(sql: Sql, settings: Settings, spans: readonly DeviceSpan[]): Promise<SeenSpan[]> {
  const reports = await readReports(sql, [...new Set(spans.map((span) => span.deviceId))]);
  const factsOf = await readCountFacts(sql, settings.devices, spans);
  return spans.map(({ deviceId, fromAt, toAt }) => {
    const { intervals, events } = factsOf(deviceId);
    const lines = settings.devices.get(deviceId)?.lines ?? [];
    const counted = spanCount({ lines, intervals, events, span: { startAt: fromAt, endAt: toAt } });
    return { ...counted, lastReportAt: reports.get(deviceId)?.lastReportAt ?? null };
  });
}
