import type { Envelope } from '../adapter.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, oneOrMore, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { isOtherView, isPassage, otherView, reportOf } from './sensor.ts';

/** Reads the JSON line count push of firmware 3 and 4, whose names have hyphens. */
export function readLegacyCounts(body: Fields, envelope: Envelope): Report {
  const address = textOf(fieldsOf(body['sensor-info'])['serial-number']);
  const findings: Finding[] = [];
  for (const element of oneOrMore(fieldsOf(body['content'])['element'])) {
    if (isFields(element)) readElement(element, envelope, findings);
  }
  return reportOf(address, findings, 'A push without elements.');
}

function readElement(element: Fields, envelope: Envelope, findings: Finding[]): void {
  const line = textOf(element['element-name']) || textOf(element['element-id']);
  if (isOtherView(textOf(element['sensor-type']), envelope)) {
    findings.push(otherView);
    return;
  }
  const before = findings.length;
  for (const measurement of oneOrMore(element['measurement'])) {
    const { from, to, value } = fieldsOf(measurement);
    const channels = channelsOf(oneOrMore(value));
    if (channels === null) continue;
    const startAt = wireTime(from);
    const endAt = wireTime(to);
    if (startAt === null || endAt === null) findings.push(fault('bad_time', `A measurement of ${line} has no time.`));
    else findings.push({ kind: 'interval', line, startAt, endAt, channels });
  }
  if (findings.length === before) findings.push(aside('other', `${line} gives no passages.`));
}

function channelsOf(values: readonly unknown[]): Record<string, number> | null {
  let channels: Record<string, number> | null = null;
  for (const one of values) {
    const { label, value } = fieldsOf(one);
    if (typeof label !== 'string' || !isPassage(label)) continue;
    channels ??= {};
    channels[label] = wholeOf(value) ?? Number.NaN;
  }
  return channels;
}

/**
 * Reads the event push of firmware 3 and 4. `LineCount` is what the sensor counts; the `LineCrossing` beside it is the same person,
 * whether or not the count mode lets the crossing count.
 */
export function readLegacyEvents(values: readonly unknown[]): readonly Report[] {
  const reports = new Map<string, Finding[]>();
  for (const one of values) {
    const value = fieldsOf(one);
    const serial = textOf(value['serial']);
    const findings = reports.get(serial) ?? [];
    reports.set(serial, findings);
    if (value['type'] === 'LineCount' && value['objectType'] === 'PERSON') findings.push(lineCount(value));
  }
  return [...reports].map(([serial, findings]) => reportOf(serial, findings, 'Events without a line count.'));
}

const channelOf: ReadonlyMap<string, string> = new Map([
  ['forward', 'fw'],
  ['backward', 'bw'],
]);

function lineCount(value: Fields): Finding {
  const item = fieldsOf(value['countItem']);
  const line = textOf(item['name']) || textOf(item['id']);
  const at = wireTime(value['timestamp']);
  if (at === null) return fault('bad_time', `A count of ${line} has no time.`);
  const direction = textOf(value['direction']);
  const id = textOf(fieldsOf(value['object'])['id']);
  return { kind: 'event', line, at, channel: channelOf.get(direction) ?? direction, count: 1, id };
}
