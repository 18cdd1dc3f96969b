import { type SpanCount, spanCount } from '../rollup/spanCount.ts';
import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { readCountFacts } from './countFacts.ts';
import { type DeviceSpan, readReports } from './facts.ts';

export interface SeenSpan extends SpanCount {
  /** The latest time that a report of the device speaks of; null: it never reported. */
  readonly lastReportAt: number | null;
}

export interface SpanCountsQuery {
  readonly settings: Settings;
  readonly spans: readonly DeviceSpan[];
}

/**
 * What devices counted in each of the spans by their facts, in their order; whatever was taken out is in it. Devices of stores that
 * the scope may not see are `not_found`.
 */
export async function readSpanCounts(
  sql: Sql,
  scope: Scope,
  { settings, spans }: SpanCountsQuery,
): Promise<SeenSpan[]> {
  for (const { deviceId } of spans) requireStore(scope, settings, settings.devices.get(deviceId)?.storeId ?? '');
  const reports = await readReports(sql, [...new Set(spans.map((span) => span.deviceId))]);
  const factsOf = await readCountFacts(sql, settings.devices, spans);
  return spans.map(({ deviceId, fromAt, toAt }) => {
    const { intervals, events } = factsOf(deviceId);
    const lines = settings.devices.get(deviceId)?.lines ?? [];
    const counted = spanCount({ lines, intervals, events, span: { startAt: fromAt, endAt: toAt } });
    return { ...counted, lastReportAt: reports.get(deviceId)?.lastReportAt ?? null };
  });
}
