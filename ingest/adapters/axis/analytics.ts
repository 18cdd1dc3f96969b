import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';

const marker = 'ObjectAnalytics/';

/** Whether an event of the camera's event system is one of AXIS Object Analytics. */
export function isAnalytics(body: Fields): boolean {
  const topic = body['topic'];
  return typeof topic === 'string' && topic.includes(marker);
}

/** A reset within so long before a crossing is told of beside it; a total that fell tells of every other. */
const freshMs = 15 * 60_000;

/**
 * Reads an event of AXIS Object Analytics. Crossline counting sends one message for each crossing, with the totals since `startTime`
 * by class, every number as text. There is no direction: a scenario counts the one its line is drawn for.
 */
export function readAnalytics(body: Fields): Report {
  const address = textOf(body['serial']);
  const topic = textOf(body['topic']);
  const line = topic.slice(topic.indexOf(marker) + marker.length) || 'main';
  const data = fieldsOf(fieldsOf(body['message'])['data']);
  return { address, findings: readScenario(data, line, body['timestamp']) };
}

function readScenario(data: Fields, line: string, timestamp: unknown): readonly Finding[] {
  if (!('startTime' in data)) return [aside('other', `${line} counts no crossings.`)];
  if (!('totalHuman' in data)) return [aside('other', `${line} counts no humans: choose the class Human.`)];
  const at = wireTime(timestamp);
  if (at === null) return [fault('bad_time', `The timestamp of ${line} is no time.`)];
  const reading = {
    kind: 'reading',
    line,
    at,
    channels: { human: wholeOf(data['totalHuman']) ?? Number.NaN },
  } as const;
  const resetAt = wireTime(data['startTime']);
  const isFresh = typeof at === 'number' && typeof resetAt === 'number' && resetAt < at && at - resetAt <= freshMs;
  return isFresh ? [{ kind: 'reading', line, at: resetAt, channels: { human: 0 } }, reading] : [reading];
}
