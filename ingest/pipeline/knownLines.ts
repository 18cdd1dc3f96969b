import { findReadings, type ReadingFact } from '../../db/reads/readings.ts';
import { type Sought, seekReadings, totalMarks } from '../../db/reads/seekReadings.ts';
import { type Carry, noCarry } from '../../db/rollup/differences.ts';
import type { CountReading } from '../../db/vocabulary/event.ts';
import { marksOf } from '../../db/writes/countFacts.ts';
import type { Arrival, Batch } from './batch.ts';
import { type KnownLine, known, type Memory } from './memory.ts';

const totals = ['totalIn', 'totalOut', 'totalPassersBy'] as const satisfies readonly (keyof Carry)[];

/** What is known of a line that was recalled. */
export function knownLine(memory: Memory, deviceId: string, line: string): KnownLine {
  const found = known(memory, deviceId).lines.get(line);
  if (found === undefined) throw new Error(`The line ${line} of the device ${deviceId} was not recalled.`);
  return found;
}

/** A line of which a carry is asked, and the marks of the totals that it is asked of. */
interface AskedLine {
  readonly deviceId: string;
  readonly line: string;
  marks: number;
}

/** Reads the latest readings of the arrivals' lines, as far as they are not in memory: of each total that an arrival carries. */
export async function recallLines(batch: Batch, arrivals: readonly Arrival<CountReading>[]): Promise<void> {
  const asked = new Map<string, AskedLine>();
  for (const { device, event } of arrivals) {
    const marks = marksOf(event);
    const line = known(batch.memory, device.id).lines.get(event.line);
    if (line !== undefined && (line.knows & marks) === marks) continue;
    const key = `${device.id} ${event.line}`;
    const one = asked.get(key);
    if (one === undefined) asked.set(key, { deviceId: device.id, line: event.line, marks });
    else one.marks |= marks;
  }
  if (asked.size === 0) return;
  const wanted = [...asked.values()];
  await recallLast(
    batch,
    wanted.filter(({ deviceId, line }) => !known(batch.memory, deviceId).lines.has(line)),
  );
  await recallCarries(batch, wanted);
}

/** The latest reading of each line, which mostly is the device's latest report. */
async function recallLast({ sql, memory }: Batch, asked: readonly AskedLine[]): Promise<void> {
  const reported = asked.map(({ deviceId, line }) => ({
    deviceId,
    line,
    at: known(memory, deviceId).state.lastReportAt ?? Number.NEGATIVE_INFINITY,
  }));
  const heard = reported.filter(({ at }) => at !== Number.NEGATIVE_INFINITY);
  const latest = new Map(heard.map((key, i) => [key, i] as const));
  const found = heard.length === 0 ? [] : await findReadings(sql, heard);
  const missing = heard.filter((_, i) => found[i] === undefined);
  const wishes = missing.map((key): Sought => ({ ...key, at: key.at + 1, total: null, towards: 'earlier' }));
  const sought = wishes.length === 0 ? [] : await seekReadings(sql, wishes);
  const keys = sought.filter((key) => key !== undefined);
  const facts = keys.length === 0 ? [] : await findReadings(sql, keys);
  const earlier = new Map(keys.map((key, i) => [`${key.deviceId} ${key.line}`, facts[i]]));
  for (const key of reported) {
    const fact = found[latest.get(key) ?? -1] ?? earlier.get(`${key.deviceId} ${key.line}`);
    known(memory, key.deviceId).lines.set(key.line, lineOf(fact));
  }
}

function lineOf(fact: ReadingFact | undefined): KnownLine {
  const unnoted = { notedDay: Number.NaN, notedTotals: 0 };
  if (fact === undefined) return { lastAt: null, carry: noCarry, knows: 7, ...unnoted };
  const shown = (total: keyof Carry): Carry[keyof Carry] => {
    const value = fact[total];
    return value === null ? null : { at: fact.at, total: value };
  };
  const carry = { totalIn: shown('totalIn'), totalOut: shown('totalOut'), totalPassersBy: shown('totalPassersBy') };
  return { lastAt: fact.at, carry, knows: marksOf(fact), ...unnoted };
}

/** Where the latest reading lacks a total that is asked for: the latest that has it, however long ago. */
async function recallCarries({ sql, memory }: Batch, asked: readonly AskedLine[]): Promise<void> {
  const wishes = asked.flatMap(({ deviceId, line, marks }) => {
    const { lastAt, knows } = knownLine(memory, deviceId, line);
    return totals.flatMap((total): Sought[] => {
      const isWanted = lastAt !== null && (marks & totalMarks[total]) !== 0 && (knows & totalMarks[total]) === 0;
      return isWanted ? [{ deviceId, line, at: lastAt, total, towards: 'earlier' }] : [];
    });
  });
  if (wishes.length === 0) return;
  const found = await seekReadings(sql, wishes);
  const keys = found.filter((key) => key !== undefined);
  const facts = new Map<unknown, ReadingFact | undefined>();
  for (const [i, fact] of (await findReadings(sql, keys)).entries()) facts.set(keys[i], fact);
  wishes.forEach(({ deviceId, line, total }, i) => {
    const of = knownLine(memory, deviceId, line);
    const fact = facts.get(found[i]);
    const value = fact === undefined || total === null ? null : fact[total];
    if (total === null) return;
    of.knows |= totalMarks[total];
    if (fact !== undefined && value !== null) of.carry = { ...of.carry, [total]: { at: fact.at, total: value } };
  });
}
