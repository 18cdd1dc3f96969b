import { type Finding, fault, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { timeOf } from './times.ts';

/*
 * Regions: how many people are in them, and how long one stayed who left. Which of them is a queue only the installation knows: settling
 * asks the device's measures and map.
 */

/** Who waits in the message's regions; none where it has none. */
export function regionFindings(body: Fields): Finding[] {
  const timeInfo = fieldsOf(body['time_info']);
  return [...lengths(body, timeInfo), ...stays(body, timeInfo)];
}

/** Told apart by the name that people gave them, else by number. */
function nameOf(region: Fields): string {
  return textOf(region['region_name']) || textOf(region['region']);
}

function lengths(body: Fields, timeInfo: Fields): Finding[] {
  const regions = listOf(fieldsOf(body['region_data'])['region_count_data']);
  // The VS121-P gives one number for all of its regions.
  const all =
    regions.length === 0 && 'current_total' in body ? [{ region: '', current_total: body['current_total'] }] : regions;
  if (all.length === 0) return [];
  const at = timeOf(timeInfo['end_time'] ?? timeInfo['time'], timeInfo);
  if (at === null) return [badTime('end_time or time')];
  return all.flatMap((one) => lengthOf(fieldsOf(one), at));
}

function lengthOf(region: Fields, at: When): Finding[] {
  const counts = isFields(region['total']) ? region['total'] : region;
  const length = wholeOf(counts['current_total']);
  return length === null ? [] : [{ kind: 'queueSample', queue: nameOf(region), at, length }];
}

/** Somebody left a region: waited from the beginning of the stay to its end. */
function stays(body: Fields, timeInfo: Fields): Finding[] {
  const trigger = fieldsOf(body['region_trigger_data'] ?? body['attention_region_trigger_data']);
  const data = trigger['dwell_time_data'];
  const found = isFields(data) ? [data] : listOf(data);
  const alike = new Map<string, number>();
  return found.map((one): Finding => {
    const stay = fieldsOf(one);
    const calledAt = timeOf(stay['dwell_end_time'] ?? timeInfo['time'], timeInfo);
    const joinedAt = timeOf(stay['dwell_start_time'], timeInfo) ?? before(calledAt, wholeOf(stay['duration']));
    if (joinedAt === null || calledAt === null) return badTime('dwell_start_time and dwell_end_time');
    const queue = nameOf(stay);
    // Of the person nothing is kept, not even the number that the counter gives; two who came and left together are told apart by place.
    const id = [queue, JSON.stringify(joinedAt), JSON.stringify(calledAt)].join(' ');
    const place = (alike.get(id) ?? 0) + 1;
    alike.set(id, place);
    return {
      kind: 'queueVisit',
      id: place === 1 ? id : `${id} ${place}`,
      queue,
      joinedAt,
      calledAt,
      outcome: 'served',
    };
  });
}

function before(at: When | null, durationMs: number | null): When | null {
  return typeof at === 'number' && durationMs !== null ? at - durationMs : null;
}

function badTime(field: string): Finding {
  return fault('bad_time', `The message has no ${field} that is a time of the calendar.`);
}
