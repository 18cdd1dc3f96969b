import { type IntervalFact, intervalsStartingIn } from '../../db/reads/standing.ts';
import type { CountInterval } from '../../db/vocabulary/event.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import { writeIntervals } from '../../db/writes/facts.ts';
import { type Arrival, type Batch, groupBy } from './batch.ts';
import { type KnownDevice, known } from './memory.ts';
import { turnable } from './overlap.ts';
import { overlapRefusal } from './quarantineOverlap.ts';
import { settleIntervals } from './settleIntervals.ts';

export const longestAppendMs = 3_600_000;

/**
 * Stores intervals. One that starts at or after every known end of its device and line is appended without looking: its key is new
 * and nothing overlaps. All others are weighed against what stands.
 */
export async function storeIntervals(batch: Batch, arrivals: readonly Arrival<CountInterval>[]): Promise<void> {
  const plain: IntervalFact[] = [];
  const others: Arrival<CountInterval>[] = [];
  for (const arrival of arrivals) {
    const device = known(batch.memory, arrival.device.id);
    noteReport(batch, arrival, device);
    const { line, startAt, endAt } = arrival.event;
    const endedBefore = device.lineEnds.get(line) ?? device.endedBefore;
    if (startAt >= endedBefore) plain.push(append(batch, arrival, device));
    else others.push(arrival);
    device.lineEnds.set(line, Math.max(endedBefore, endAt));
  }
  await writeIntervals(batch.sql, plain);
  const overlaps = new Set<string>();
  for (const ofDevice of groupBy(others, (arrival) => arrival.device.id).values()) {
    for (const key of await settle(batch, ofDevice)) overlaps.add(key);
  }
  if (overlaps.size === 0) return;
  // Also what came before in this batch and was appended, then overlapped by a later one.
  for (const { event, device, slot } of arrivals) {
    if (!overlaps.has(keyOf({ ...event, deviceId: device.id }))) continue;
    slot.fate = 'quarantined';
    slot.refusal = overlapRefusal;
  }
}

function keyOf({ deviceId, line, startAt }: Pick<IntervalFact, 'deviceId' | 'line' | 'startAt'>): string {
  return `${deviceId} ${startAt} ${line}`;
}

/** What stands near enough to matter is read once for the device. Answers the keys of what is overlap. */
async function settle(batch: Batch, arrivals: readonly Arrival<CountInterval>[]): Promise<string[]> {
  const deviceId = arrivals[0]?.device.id ?? '';
  const longestMs = known(batch.memory, deviceId).state.longestIntervalMs ?? 0;
  const spans = arrivals.map(({ event: { startAt } }) => ({
    startAt: startAt - longestMs,
    endAt: startAt + longestMs + 1,
  }));
  const wanted = turnable(spans).map(({ startAt, endAt }) => ({ deviceId, fromAt: startAt, toAt: endAt }));
  const standing = await intervalsStartingIn(batch.sql, wanted);
  const overlaps: string[] = [];
  for (const [line, ofLine] of groupBy(arrivals, (arrival) => arrival.event.line)) {
    const near = standing.filter((fact) => fact.line === line);
    const after = await settleIntervals(batch, { arrivals: ofLine, near, longestMs });
    for (const fact of after.values()) if (fact.isOverlap) overlaps.push(keyOf(fact));
  }
  return overlaps;
}

function append(
  batch: Batch,
  { event, body, device, receivedAt }: Arrival<CountInterval>,
  of: KnownDevice,
): IntervalFact {
  const { startAt, endAt, line } = event;
  // Written out and used twice: this runs for every message.
  const fact: IntervalFact = {
    deviceId: device.id,
    startAt,
    endAt,
    line,
    in: event.in,
    out: event.out,
    passersBy: event.passersBy,
    staffIn: event.staffIn,
    staffOut: event.staffOut,
    groups: event.groups,
    updatedAt: event.updatedAt,
    receivedAt,
    isOverlap: false,
    body,
  };
  const isFree = isFreeFrom(of, startAt);
  const isShort = endAt - startAt <= longestAppendMs;
  if (isFree && isShort && isAlone(of, device, { line, startAt })) batch.appendedCounts.push(fact);
  else batch.touchedCounts.push({ deviceId: device.id, fromAt: startAt, toAt: endAt });
  return fact;
}

/**
 * No other line of the device has a say in the time from then on: it has this line alone, or, where it lists none, nothing of any line
 * goes beyond that time.
 */
export function isAlone(
  of: KnownDevice,
  { lines }: Device,
  { line, startAt }: { line: string; startAt: number },
): boolean {
  if (lines.length > 0) return lines.length === 1 && lines[0] === line;
  for (const endAt of of.lineEnds.values()) if (endAt > startAt) return false;
  return startAt >= of.endedBefore;
}

/** From then on the device had no problem, and nothing of it is taken out: what it counts only adds to its buckets. */
export function isFreeFrom({ lastStatus, takenOutUntil }: KnownDevice, startAt: number): boolean {
  return lastStatus.problem === null && lastStatus.at <= startAt && takenOutUntil <= startAt;
}

/** All that was understood moves these, also what no longer stands: the same set of messages gives the same. */
function noteReport(batch: Batch, { event, device }: Arrival<CountInterval>, of: KnownDevice): void {
  const { state } = of;
  const { startAt, endAt } = event;
  const length = endAt - startAt;
  // It counts as installed from its first report on.
  const installedAt = state.firstReportAt ?? batch.now;
  if (startAt < installedAt && device.installedAt === null) {
    batch.stale.push({ deviceId: device.id, fromAt: startAt, toAt: installedAt });
  }
  state.firstReportAt = Math.min(state.firstReportAt ?? startAt, startAt);
  state.longestIntervalMs = Math.max(state.longestIntervalMs ?? 0, length);
  if (state.lastReportAt === null || endAt > state.lastReportAt) state.latestIntervalMs = length;
  else if (endAt === state.lastReportAt) state.latestIntervalMs = Math.max(state.latestIntervalMs ?? 0, length);
  state.lastReportAt = Math.max(state.lastReportAt ?? endAt, endAt);
  of.isChanged = true;
}
