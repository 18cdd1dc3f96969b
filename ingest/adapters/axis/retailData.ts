import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';

/** Reads "Axis Retail Data" 0.4, the generic data push of AXIS 3D People Counter: one interval, with UTC and local times. */
export function readRetailData(body: Fields): Report {
  const findings: Finding[] = [];
  const data = fieldsOf(body['data']);
  for (const measurement of listOf(data['measurements'])) findings.push(readMeasurement(fieldsOf(measurement), data));
  if (findings.length === 0) findings.push(aside('alive', 'A push without measurements.'));
  return { address: textOf(fieldsOf(body['sensor'])['serial']), findings };
}

function readMeasurement(measurement: Fields, data: Fields): Finding {
  const kind = textOf(measurement['kind']);
  if (kind !== 'people-counts') return aside('other', `Measurements of ${kind.slice(0, 40)} count no passages.`);
  const startAt = wireTime(measurement['utcFrom'] ?? data['utcFrom']);
  const endAt = wireTime(measurement['utcTo'] ?? data['utcTo']);
  if (startAt === null || endAt === null) return fault('bad_time', 'utcFrom and utcTo of people-counts are no times.');
  const items = measurement['items'];
  // An interval in which nobody passed is one that was seen.
  const isQuiet = Array.isArray(items) && items.length === 0;
  const channels: Record<string, number> = isQuiet ? { in: 0, out: 0 } : {};
  for (const item of listOf(items)) {
    const { direction, count } = fieldsOf(item);
    const name = textOf(direction);
    channels[name] = (channels[name] ?? 0) + (wholeOf(count) ?? Number.NaN);
  }
  return { kind: 'interval', line: 'main', startAt, endAt, channels };
}
