import { aside, type Finding, fault, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, oneOrMore, textOf, wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';

/*
 * Lengths of queues: `RegionCapture.humanCounting.count`, one region or a list of them, as public integrations quote it; what else a
 * camera sends of queues is not public. Some firmwares send the alarm's fields around it, some only this in a form.
 */

const lengthAlarms: ReadonlySet<string> = new Set(['personqueuecounting', 'personqueuerealtime']);

/** Whether the JSON says how many wait. */
export function isQueueAlarm(body: Fields): boolean {
  return lengthAlarms.has(textOf(body['eventType']).toLowerCase()) || regionsOf(body).length > 0;
}

export function readQueue(body: Fields): readonly Finding[] {
  const given = body['dateTime'];
  const at = given === undefined ? 'received' : wireTime(given);
  if (at === null) return [fault('bad_time', 'The dateTime of the alarm is none.')];
  const regions = regionsOf(body);
  if (regions.length === 0)
    return [aside('other', 'The alarm of a queue does not say how many wait (RegionCapture.humanCounting).')];
  return regions.map((region) => lengthOf(region, at, body));
}

function regionsOf(body: Fields): readonly Fields[] {
  return oneOrMore(body['RegionCapture']).flatMap((one) => {
    const region = fieldsOf(one);
    // In a list each may be wrapped once more under the same name.
    const inner = isFields(region['RegionCapture']) ? region['RegionCapture'] : region;
    return isFields(inner['humanCounting']) ? [inner] : [];
  });
}

function lengthOf(region: Fields, at: When, body: Fields): Finding {
  const counting = fieldsOf(region['humanCounting']);
  const length = wholeOf(counting['count']);
  const queue = nameOf(counting) || nameOf(region) || nameOf(body);
  if (length === null) return fault('schema', `The queue ${queue} has no count.`);
  return { kind: 'queueSample', queue, at, length };
}

/** A region's number; '' where there is one region only. */
function nameOf(fields: Fields): string {
  return textOf(fields['regionID']) || textOf(fields['regionsID']) || textOf(fields['ruleID']);
}
