import {
  findReadings,
  type ReadingFact,
  readDecisions,
  readingKeyText,
  readingsAround,
} from '../../db/reads/readings.ts';
import { differencesOf } from '../../db/rollup/differences.ts';
import type { CountReading } from '../../db/vocabulary/event.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import { writeReadings } from '../../db/writes/countFacts.ts';
import { type DeviceDifference, dropSetAside, putSetAside } from '../../db/writes/setAside.ts';
import type { Arrival, Batch } from './batch.ts';
import { noteReportAt } from './deviceReports.ts';
import { latestGap } from './latestGap.ts';
import { known } from './memory.ts';
import { type Weighed, weighFacts } from './weighing.ts';

const weighedReadings: Weighed<ReadingFact, string> = {
  kind: 'reading',
  keyOf: readingKeyText,
  gravestone: ({ deviceId, at, line }) => [deviceId, `${at} ${line}`],
  contentText: ({ totalIn, totalOut, totalPassersBy }) => JSON.stringify([totalIn, totalOut, totalPassersBy]),
};

export function readingOf({ event, device, receivedAt }: Arrival<CountReading>): ReadingFact {
  const { at, line, totalIn, totalOut, totalPassersBy, updatedAt } = event;
  return { deviceId: device.id, line, at, totalIn, totalOut, totalPassersBy, updatedAt, receivedAt };
}

/** Standing readings by their key's text, before and after a batch. */
type Readings = Map<string, ReadingFact>;

/** Weighs readings of one device against what stands, and follows what that does to the differences before and after each. */
export async function settleReadings(batch: Batch, arrivals: readonly Arrival<CountReading>[]): Promise<void> {
  const [first] = arrivals;
  if (first === undefined) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: readingOf(arrival) }));
  const before = await readingsNear(
    batch,
    arriving.map(({ fact }) => fact),
  );
  const after: Readings = await weighFacts(batch, weighedReadings, { arriving, before });
  const changed = [...after].flatMap(([key, is]) => (is === before.get(key) ? [] : [{ was: before.get(key), is }]));
  if (changed.length === 0) return;
  await writeReadings(
    batch.sql,
    changed.map(({ is }) => is),
  );
  await followDifferences(batch, first.device, { before, after, changed });
  forgetCarries(batch, changed);
  await noteReports(batch, first.device, { before, after, changed });
}

/** What stands under the keys of the readings, and next to them. */
async function readingsNear({ sql }: Batch, facts: readonly ReadingFact[]): Promise<Readings> {
  const standing = await findReadings(sql, facts);
  const around = await readingsAround(
    sql,
    facts.map(({ deviceId, line, at }) => ({ deviceId, line, fromAt: at - 1, toAt: at + 1 })),
  );
  const near: Readings = new Map();
  for (const fact of [...standing, ...around]) if (fact !== undefined) near.set(readingKeyText(fact), fact);
  return near;
}

interface ChangedReading {
  readonly was: ReadingFact | undefined;
  readonly is: ReadingFact;
}

interface ChangedReadings {
  readonly before: Readings;
  readonly after: Readings;
  readonly changed: readonly ChangedReading[];
}

/** Differences that came, went or changed are listed, taken off the list, and their time is made again. */
async function followDifferences(
  batch: Batch,
  device: Device,
  { before, after, changed }: ChangedReadings,
): Promise<void> {
  const decisions = (await readDecisions(batch.sql, [device.id])).get(device.id) ?? [];
  const differences = (readings: Readings): Map<string, DeviceDifference> => {
    const list = [...readings.values()];
    const ends = new Set(changed.flatMap(({ is }) => endsAfter(list, is)));
    // Of others not every reading is at hand.
    const mine = differencesOf(device, list, decisions).filter((one) => ends.has(endText(one.line, one.endAt)));
    return new Map(mine.map((one) => [JSON.stringify(one), { deviceId: device.id, ...one }]));
  };
  const were = differences(before);
  const are = differences(after);
  const gone = [...were].flatMap(([key, one]) => (are.has(key) ? [] : [one]));
  const came = [...are].flatMap(([key, one]) => (were.has(key) ? [] : [one]));
  await dropSetAside(
    batch.sql,
    gone.filter((one) => one.fate !== 'placed'),
  );
  await putSetAside(batch.sql, came);
  const corrected = new Set(changed.flatMap(({ was, is }) => (was === undefined ? [] : [is.at])));
  for (const one of gone) touch(batch, one, corrected.has(one.endAt) || corrected.has(one.startAt) ? 'gone' : null);
  for (const one of came) touch(batch, one, corrected.has(one.endAt) || corrected.has(one.startAt) ? 'came' : null);
}

function endText(line: string, at: number): string {
  return `${at} ${line}`;
}

/**
 * Where the differences end that a reading has a part in: at itself, and at the next reading of each total. All that end there, since
 * one total that is smaller makes a reset of every total shown with it.
 */
function endsAfter(readings: readonly ReadingFact[], { line, at }: ReadingFact): string[] {
  const later = readings.filter((one) => one.line === line && one.at > at).sort((a, b) => a.at - b.at);
  const next = totals.flatMap((total) => later.find((one) => one[total] !== null) ?? []);
  return [at, ...next.map((one) => one.at)].map((end) => endText(line, end));
}

/** `as`: what a correction did to the difference; null: a late reading split it or made it. */
function touch({ touchedCounts }: Batch, one: DeviceDifference, as: 'gone' | 'came' | null): void {
  if (one.fate === 'unplaced') return;
  const span = { deviceId: one.deviceId, fromAt: one.startAt, toAt: one.endAt };
  if (as === null) touchedCounts.push(span);
  else touchedCounts.push({ ...span, cause: 'corrected', ...(one.fate === 'placed' ? { [as]: one } : {}) });
}

const totals = ['totalIn', 'totalOut', 'totalPassersBy'] as const;

/** What a line shows last is read anew where that has changed. */
function forgetCarries({ memory }: Batch, changed: readonly ChangedReading[]): void {
  for (const { was, is } of changed) {
    const { lines } = known(memory, is.deviceId);
    const line = lines.get(is.line);
    const isShown = totals.some((total) => {
      const shown = line?.carry[total] ?? null;
      const isSent = is[total] !== null || (was !== undefined && was[total] !== null);
      return isSent && (shown === null || shown.at <= is.at);
    });
    if (isShown) lines.delete(is.line);
  }
}

/** A reading that came between the last two of its line shortens the latest stretch that the device reported. */
async function noteReports(batch: Batch, device: Device, { after, changed }: ChangedReadings): Promise<void> {
  const fresh = changed.filter(({ was }) => was === undefined);
  const of = known(batch.memory, device.id);
  for (const { is } of fresh) noteReportAt(batch, of, { device, at: is.at, lengthMs: null });
  const isLast = fresh.some(({ is }) => nextAt(after, is) === of.state.lastReportAt);
  if (isLast) of.state.latestIntervalMs = await latestGap(batch.sql, of.state);
}

function nextAt(readings: Readings, { line, at }: ReadingFact): number | null {
  const later = [...readings.values()].filter((one) => one.line === line && one.at > at);
  return later.length === 0 ? null : Math.min(...later.map((one) => one.at));
}
