import { readTotals } from '../../db/reads/placements.ts';
import type { CountReading, IngestEvent } from '../../db/vocabulary/event.ts';
import type { Arrival, Batch } from './batch.ts';
import { known } from './memory.ts';

type AnyArrival = Arrival<IngestEvent>;
type Totals = Pick<CountReading, 'at' | 'totalIn' | 'totalOut' | 'totalPassersBy'>;

/** What a broker delivers again after a break was sent within so long before the break. */
const againWithinMs = 10 * 60_000;
/** What is known to be further ahead was not received in the same burst. */
const nearMs = 60_000;

/**
 * Readings of devices that tell no time, and of which the broker may deliver the last few again: an earlier total among those of the
 * last ten minutes is such a repeat, and no reset of the counter. It is put where it was received first.
 */
export async function freshReadings(batch: Batch, arrivals: readonly AnyArrival[]): Promise<readonly AnyArrival[]> {
  const lines = new Map<string, Totals[]>();
  const result: AnyArrival[] = [];
  for (const arrival of arrivals) {
    const { event, placing, device } = arrival;
    if (placing?.clock !== 'receipt' || event.kind !== 'reading') {
      result.push(arrival);
      continue;
    }
    const key = `${device.id} ${event.line}`;
    const before = lines.get(key) ?? (await latestTotals(batch, device.id, event.line));
    lines.set(key, before);
    const repeated = repeatOf(before, event);
    const at = repeated?.at ?? timeAfter(before, event);
    const placed = at === event.at ? event : { ...event, at };
    result.push({ ...arrival, event: placed });
    if (repeated === undefined) before.push(placed);
  }
  return result;
}

function latestTotals(batch: Batch, deviceId: string, line: string): Promise<Totals[]> {
  const { lastReportAt } = known(batch.memory, deviceId).state;
  if (lastReportAt === null) return Promise.resolve([]);
  return readTotals(batch.sql, { deviceId, line, fromAt: lastReportAt - againWithinMs, toAt: lastReportAt });
}

/** The same totals are the counter at rest where they are the latest; where others came since, they are old. */
function repeatOf(before: readonly Totals[], reading: Totals): Totals | undefined {
  // in and out may come in messages of their own: each is compared with its like.
  const alike = before.filter((one) => carries(one) === carries(reading));
  const latest = alike.at(-1);
  if (latest === undefined || isSame(latest, reading)) return undefined;
  return alike.findLast((one) => isSame(one, reading) && latest.at - one.at <= againWithinMs);
}

/** Further readings of one millisecond (in and out, each on a topic of its own) come after each other. */
function timeAfter(before: readonly Totals[], reading: Totals): number {
  const latest = before.at(-1);
  const isNear = latest !== undefined && latest.at >= reading.at && latest.at - reading.at < nearMs;
  return isNear && !isSame(latest, reading) ? latest.at + 1 : reading.at;
}

function carries({ totalIn, totalOut, totalPassersBy }: Totals): string {
  return [totalIn, totalOut, totalPassersBy].map((total) => (total === null ? '-' : '+')).join('');
}

function isSame(a: Totals, b: Totals): boolean {
  return a.totalIn === b.totalIn && a.totalOut === b.totalOut && a.totalPassersBy === b.totalPassersBy;
}
