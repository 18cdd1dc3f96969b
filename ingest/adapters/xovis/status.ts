import type { FoundStatus, Report } from '../finding.ts';
import { type Fields, fieldsOf, textOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';

/** Reads `status_data` of firmware 5: whether the sensor is well, its firmware, and whether it has light enough to see. */
export function readStatus(data: Fields): Report {
  const states = fieldsOf(data['states']);
  const time = fieldsOf(stateOf(states, 'time')['details'])['time'];
  const version = textOf(stateOf(states, 'updates')['version']);
  const status: FoundStatus = {
    kind: 'status',
    at: wireTime(time) ?? 'received',
    state: 'online',
    neverEnds: true,
    problem: problemOf(states),
    firmware: version === '' ? null : version,
  };
  return { address: textOf(fieldsOf(data['sensor_info'])['serial_number']), findings: [status] };
}

function stateOf(states: Fields, part: string): Fields {
  return fieldsOf(fieldsOf(states[part])['state']);
}

/** What makes the counts doubtful: not a warning about updates or licences. */
function problemOf(states: Fields): string | null {
  const state = textOf(stateOf(states, 'device')['state']);
  if (state === 'ERROR' || state === 'FAILURE') return 'failed';
  const light = fieldsOf(fieldsOf(states['singlesensor'])['status'])['illumination'];
  return light === 'INSUFFICIENT' ? 'dark' : null;
}
