import { type Difference, differencesOf, placedWithinMs } from '../rollup/differences.ts';
import type { StandingEvent, StandingInterval } from '../rollup/quarterRows.ts';
import type { StatusChange } from '../rollup/status.ts';
import type { Sql } from '../sql/port.ts';
import { mergeSpans, type Span } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import { readEvents } from './events.ts';
import { type DeviceSpan, longestIntervals, readIntervals, readReports, readStatuses } from './facts.ts';
import { readDecisions, readReadings } from './readings.ts';
import { readTakeOutSpans } from './takeOutSpans.ts';

/** Everything that the quarter rows of one device are made of (rollup/quarterRows.ts). */
export interface CountFacts {
  /** Intervals as they were sent, and differences of totals that are placed. */
  readonly intervals: readonly StandingInterval[];
  /** Differences that are held or were dropped. */
  readonly uncounted: readonly StandingInterval[];
  readonly events: readonly StandingEvent[];
  readonly statuses: readonly StatusChange[];
  readonly takeOuts: readonly Span[];
}

const nothing: CountFacts = { intervals: [], uncounted: [], events: [], statuses: [], takeOuts: [] };

/** What stands of devices in some spans of time; it may be more than what touches them. */
export type CountFactsOf = (deviceId: string) => CountFacts;

/** Reads the facts that touch the spans, of all devices at once. Devices that are not set up have none. */
export async function readCountFacts(
  sql: Sql,
  devices: ReadonlyMap<string, Device>,
  asked: readonly DeviceSpan[],
): Promise<CountFactsOf> {
  const known = asked.filter((span) => devices.has(span.deviceId));
  if (known.length === 0) return () => nothing;
  const longest = longestIntervals(await readReports(sql, idsOf(known)));
  const reach = Math.max(0, ...longest.values());
  // Stretches whose reading would overlap are read as one.
  const spans = joined(known, reach);
  const intervals = await readIntervals(sql, spans, longest);
  const events = await readEvents(sql, spans);
  const statuses = await readStatuses(sql, spans);
  const takeOuts = await readTakeOutSpans(sql, spans.map(wide));
  const differences = await readDifferences(sql, devices, spans);
  return (deviceId) => {
    const mine = differences.get(deviceId) ?? [];
    return {
      intervals: [...(intervals.get(deviceId) ?? []), ...mine.filter(({ fate }) => fate === 'placed')],
      uncounted: mine.filter(({ fate }) => fate === 'held' || fate === 'dropped'),
      events: events.get(deviceId) ?? [],
      statuses: statuses.get(deviceId) ?? [],
      takeOuts: takeOuts.get(deviceId) ?? [],
    };
  };
}

/** The differences between readings that touch the spans, whatever became of them, by device. */
export async function readDifferences(
  sql: Sql,
  devices: ReadonlyMap<string, Device>,
  spans: readonly DeviceSpan[],
): Promise<Map<string, Difference[]>> {
  const readings = await readReadings(sql, spans);
  const decisions = readings.size === 0 ? new Map() : await readDecisions(sql, readings.keys());
  const found = new Map<string, Difference[]>();
  for (const [deviceId, list] of readings) {
    const device = devices.get(deviceId);
    if (device === undefined) continue;
    const asked = spans.filter((span) => span.deviceId === deviceId);
    const all = differencesOf(device, list, decisions.get(deviceId) ?? []);
    found.set(
      deviceId,
      all.filter((one) => asked.some(({ fromAt, toAt }) => one.startAt < toAt && one.endAt > fromAt)),
    );
  }
  return found;
}

/** As far as an interval or difference that touches a span may reach: an edge there decides how its people are shared out here. */
function wide({ deviceId, fromAt, toAt }: DeviceSpan): DeviceSpan {
  return { deviceId, fromAt: fromAt - placedWithinMs, toAt: toAt + placedWithinMs };
}

function idsOf(spans: readonly DeviceSpan[]): string[] {
  return [...new Set(spans.map((span) => span.deviceId))];
}

/** Spans of one device that are no more than `gapMs` apart as one. */
function joined(spans: readonly DeviceSpan[], gapMs: number): DeviceSpan[] {
  return idsOf(spans).flatMap((deviceId) => {
    const mine = spans.filter((span) => span.deviceId === deviceId);
    const wide = mergeSpans(mine.map(({ fromAt, toAt }) => ({ startAt: fromAt, endAt: toAt + gapMs })));
    return wide.map(({ startAt, endAt }) => ({ deviceId, fromAt: startAt, toAt: endAt - gapMs }));
  });
}
