import type { Envelope } from '../adapter.ts';
import { aside, type Finding, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { queueFindings } from './queues.ts';
import { isOtherView, isPassage, occasionOf, otherView, reportOf, testData } from './sensor.ts';

/** Logics whose counts are no people, or people whom a person logic counts already. */
const notPeople = ['XLT_GROUP', 'XLT_BICYCLE', 'XLT_PRAM', 'XLT_WHEELCHAIR', 'XLT_WRONG_WAY'];

function isOfOthers(info: string): boolean {
  for (const beginning of notPeople) if (info.startsWith(beginning)) return true;
  return false;
}

/** Reads `logics_data` of firmware 5: for each logic what it counted between two instants. */
export function readLogics(data: Fields, envelope: Envelope): Report {
  const sensor = fieldsOf(data['sensor_info']);
  const address = textOf(sensor['serial_number']);
  const occasion = occasionOf(data);
  if (occasion === 'test') return { address, findings: [testData] };
  if (isOtherView(textOf(sensor['type']), envelope)) return { address, findings: [otherView] };
  const findings: Finding[] = [];
  const logics = listOf(data['logics']);
  for (const logic of logics) {
    if (isFields(logic))
      readLogic(logic, { line: lineName(logic, logics), isHistory: occasion === 'history', findings });
  }
  return reportOf(address, findings, 'A package without logics.');
}

/** The logic's name; with its id where another one in the package has the same name, since they are no one line. */
function lineName(logic: Fields, all: readonly unknown[]): string {
  const name = textOf(logic['name']) || textOf(logic['id']);
  if (all.length === 1 || all.length > mostLogics) return name;
  for (const other of all) {
    if (other !== logic && isFields(other) && other['name'] === logic['name']) return `${name} #${textOf(logic['id'])}`;
  }
  return name;
}

/** No sensor has more; comparing the names of more with each other would take long. */
const mostLogics = 200;

interface Reading {
  readonly line: string;
  readonly isHistory: boolean;
  readonly findings: Finding[];
}

function readLogic(logic: Fields, reading: Reading): void {
  const { line, findings } = reading;
  if (isOfOthers(textOf(logic['info']))) {
    findings.push(aside('other', `${line} counts no people, or people who are counted already.`));
    return;
  }
  const before = findings.length;
  for (const found of queueFindings(logic, line)) findings.push(found);
  for (const record of listOf(logic['records'])) if (isFields(record)) readRecord(record, reading);
  if (findings.length === before) findings.push(aside('other', `${line} gives no passages and no queue.`));
}

function readRecord(record: Fields, { line, isHistory, findings }: Reading): void {
  const channels = channelsOf(listOf(record['counts']));
  if (channels === null) return;
  const startAt = wireTime(record['from']);
  const endAt = wireTime(record['to']);
  if (startAt === null || endAt === null) {
    findings.push(fault('bad_time', `A record of ${line} has no time: from and to must be epoch ms or RFC 3339.`));
    return;
  }
  const seen = seenShare(record);
  if (seen === 0 && isNobody(channels)) {
    findings.push(aside('alive', `${line} was not measured in one of its intervals.`));
    return;
  }
  const end = seen >= 1 ? endAt : seenUntil(startAt, endAt, seen);
  const interval = { kind: 'interval', line, startAt, endAt: end, channels } as const;
  findings.push(isHistory ? { ...interval, isHistory } : interval);
}

/** Passages by direction; null where the logic counts none. */
function channelsOf(counts: readonly unknown[]): Record<string, number> | null {
  let channels: Record<string, number> | null = null;
  for (const count of counts) {
    if (!isFields(count)) continue;
    const name = count['name'];
    if (typeof name !== 'string' || !isPassage(name)) continue;
    channels ??= {};
    channels[name] = wholeOf(count['value']) ?? Number.NaN;
  }
  return channels;
}

function isNobody(channels: Readonly<Record<string, number>>): boolean {
  for (const name in channels) if (channels[name] !== 0) return false;
  return true;
}

/** The share of the interval's samples that the sensor has, 1 where it does not say. */
function seenShare({ samples, samples_expected: expected }: Fields): number {
  if (typeof samples !== 'number' || typeof expected !== 'number' || !(expected > 0)) return 1;
  return Math.min(1, Math.max(0, samples / expected));
}

const shortestMs = 1000;

/**
 * Where an interval with missing samples ends for us. Which of them are missing is not said: the people seen are counted, and the time
 * they were seen in is as long as the samples, from the beginning. The rest is a gap, not an empty shop.
 */
function seenUntil(startAt: When, endAt: When, seen: number): When {
  if (typeof startAt !== 'number' || typeof endAt !== 'number') return endAt;
  const seenMs = Math.round(((endAt - startAt) * seen) / shortestMs) * shortestMs;
  return Math.min(endAt, startAt + Math.max(seenMs, shortestMs));
}
