import type { ReadingFact } from '../../db/reads/readings.ts';
import { nextDifferences } from '../../db/rollup/differences.ts';
import type { CountReading } from '../../db/vocabulary/event.ts';
import { appendReadings, marksOf, noteReadingDays, readingDay } from '../../db/writes/countFacts.ts';
import { type DeviceDifference, putSetAside } from '../../db/writes/setAside.ts';
import { type Arrival, type Batch, groupBy } from './batch.ts';
import { isAlone, isFreeFrom, longestAppendMs } from './counts.ts';
import { noteReportAt } from './deviceReports.ts';
import { knownLine, recallLines } from './knownLines.ts';
import { type KnownLine, known } from './memory.ts';
import { readingOf, settleReadings } from './settleReadings.ts';

/**
 * Stores readings of cumulative counters. One later than every other of its line is appended without looking: its difference follows
 * from the latest reading, which is kept in memory. All others may split or change differences that were placed already.
 */
export async function storeReadings(batch: Batch, arrivals: readonly Arrival<CountReading>[]): Promise<void> {
  if (arrivals.length === 0) return;
  await recallLines(batch, arrivals);
  const plain: Appending = { facts: [], ofNewDays: [], setAside: [] };
  const others: Arrival<CountReading>[] = [];
  // What comes in one batch is taken in order of time, so that only what is late between batches is late; those of one key stay as they came.
  for (const arrival of [...arrivals].sort((a, b) => a.event.at - b.event.at)) {
    const line = knownLine(batch.memory, arrival.device.id, arrival.event.line);
    if (line.lastAt === null || arrival.event.at > line.lastAt) append(batch, arrival, { line, plain });
    else others.push(arrival);
  }
  await appendReadings(batch.sql, plain.facts);
  await noteReadingDays(batch.sql, plain.ofNewDays);
  await putSetAside(batch.sql, plain.setAside);
  for (const ofDevice of groupBy(others, (arrival) => arrival.device.id).values()) {
    await settleReadings(batch, ofDevice);
  }
}

/** What is appended, to be written at once. */
interface Appending {
  readonly facts: ReadingFact[];
  /** Those whose day is not noted yet with their totals. */
  readonly ofNewDays: ReadingFact[];
  readonly setAside: DeviceDifference[];
}

function append(
  batch: Batch,
  arrival: Arrival<CountReading>,
  { line, plain }: { line: KnownLine; plain: Appending },
): void {
  const fact = readingOf(arrival);
  const { device } = arrival;
  const { differences, carry } = nextDifferences(device, { carry: line.carry, reading: fact, decisions: [] });
  for (const difference of differences) {
    const one = { deviceId: device.id, ...difference };
    if (difference.fate !== 'placed') plain.setAside.push(one);
    count(batch, arrival, { difference: one, isOnly: differences.length === 1 });
  }
  plain.facts.push(fact);
  noteDay(plain, fact, line);
  const of = known(batch.memory, device.id);
  const lengthMs = line.lastAt === null ? null : fact.at - line.lastAt;
  noteReportAt(batch, of, { device, at: fact.at, lengthMs });
  of.lineEnds.set(fact.line, Math.max(of.lineEnds.get(fact.line) ?? of.endedBefore, fact.at));
  line.lastAt = fact.at;
  line.carry = carry;
}

function noteDay(plain: Appending, fact: ReadingFact, line: KnownLine): void {
  const day = readingDay(fact.at);
  const marks = marksOf(fact);
  line.knows |= marks;
  if (line.notedDay === day && (line.notedTotals & marks) === marks) return;
  line.notedTotals = line.notedDay === day ? line.notedTotals | marks : marks;
  line.notedDay = day;
  plain.ofNewDays.push(fact);
}

interface Counted {
  readonly difference: DeviceDifference;
  /** The reading makes no other difference: totals that were shown at different times make several, which overlap. */
  readonly isOnly: boolean;
}

/** A difference that was placed counts as an interval does; one that is held only covers its time; one over a day does neither. */
function count(batch: Batch, { device }: Arrival<CountReading>, { difference, isOnly }: Counted): void {
  if (difference.fate === 'unplaced') return;
  const { startAt, endAt, line } = difference;
  const of = known(batch.memory, device.id);
  const isShort = endAt - startAt <= longestAppendMs;
  const isAfterAll = startAt >= (of.lineEnds.get(line) ?? of.endedBefore);
  const isPlain = isOnly && isShort && isAlone(of, device, { line, startAt }) && isAfterAll;
  if (isPlain && isFreeFrom(of, startAt)) batch.appendedCounts.push(difference);
  else batch.touchedCounts.push({ deviceId: device.id, fromAt: startAt, toAt: endAt });
}
