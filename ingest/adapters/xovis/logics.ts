import type { Envelope } from '../adapter.ts';
import { aside, type Finding, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { isOtherView, isPassage, occasionOf, otherView, reportOf, testData } from './sensor.ts';

/** Logics whose counts are no people, or people whom a person logic counts already. */
const notPeople = /^XLT_(GROUP|BICYCLE|PRAM|WHEELCHAIR|WRONG_WAY)/;

/** Reads `logics_data` of firmware 5: for each logic what it counted between two instants. */
export function readLogics(data: Fields, envelope: Envelope): Report {
  const sensor = fieldsOf(data['sensor_info']);
  const address = textOf(sensor['serial_number']);
  const occasion = occasionOf(data);
  if (occasion === 'test') return { address, findings: [testData] };
  if (isOtherView(textOf(sensor['type']), envelope)) return { address, findings: [otherView] };
  const findings: Finding[] = [];
  const logics = listOf(data['logics']).filter(isFields);
  const lines = lineNames(logics);
  for (const [place, logic] of logics.entries()) {
    readLogic(logic, { line: lines[place] ?? '', isHistory: occasion === 'history', findings });
  }
  return reportOf(address, findings, 'A package without logics.');
}

/** Names of logics, with the id where two share one: they are no one line. */
function lineNames(logics: readonly Fields[]): readonly string[] {
  const names = logics.map((logic) => textOf(logic['name']) || textOf(logic['id']));
  if (new Set(names).size === names.length) return names;
  return names.map((name, place) => {
    const isShared = names.indexOf(name) !== names.lastIndexOf(name);
    return isShared ? `${name} #${textOf(logics[place]?.['id'])}` : name;
  });
}

interface Reading {
  readonly line: string;
  readonly isHistory: boolean;
  readonly findings: Finding[];
}

function readLogic(logic: Fields, reading: Reading): void {
  const { line, findings } = reading;
  if (notPeople.test(textOf(logic['info']))) {
    findings.push(aside('other', `${line} counts no people, or people who are counted already.`));
    return;
  }
  const before = findings.length;
  for (const record of listOf(logic['records'])) if (isFields(record)) readRecord(record, reading);
  if (findings.length === before) findings.push(aside('other', `${line} gives no passages.`));
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
    const value = count['value'];
    channels[name] = typeof value === 'number' ? value : Number.NaN;
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
