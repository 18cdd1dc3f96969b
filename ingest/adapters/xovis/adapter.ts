import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { about } from './about.ts';
import { readLegacyCounts, readLegacyEvents } from './legacy.ts';
import { readLiveData } from './liveData.ts';
import { readLogics } from './logics.ts';
import { readStatus } from './status.ts';

/** Xovis PC series: JSON push of firmware 5 and of firmware 3 and 4. */
export const xovis: Adapter = {
  profile: 'xovis',
  about,
  measures: ['entries'],
  modes: ['interval', 'cumulative', 'event'],
  // in, out and visits are those of a zone, whose people a line beside it counts too: they count where they are mapped.
  channels: { fw: 'in', bw: 'out' },
  options: [
    {
      name: 'view',
      label: 'View that counts',
      explanation:
        'Only where one sensor pushes both its own counts and those of a multisensor: single or multi; else both count.',
      isRequired: false,
      choices: ['single', 'multi'],
    },
  ],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: bodily }),
  isLike: (body) => isPackage(fieldsOf(Array.isArray(body) ? body[0] : body)),
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

/** What a sensor tells of the people it sees, and of the network it is in. */
const bodily = [
  ...['position', 'x', 'y', 'z', 'height', 'person_height', 'view_direction', 'age', 'gender', 'face_mask', 'tag'],
  ...['members_with_tag', 'ntp_host'],
];

function read(body: unknown, envelope: Envelope): readonly Report[] | Refusal {
  if (!Array.isArray(body)) {
    return readPackage(fieldsOf(body), envelope) ?? refuse('schema', unknownText(fieldsOf(body)));
  }
  const reports: Report[] = [];
  for (const one of body) {
    const read = readPackage(fieldsOf(one), envelope);
    if (read === null) reports.push({ address: '', findings: [fault('schema', unknownText(fieldsOf(one)))] });
    else for (const report of read) reports.push(report);
  }
  return reports.length > 0 ? reports : refuse('schema', unknownPackage);
}

const unknownPackage =
  'It has no logics_data, live_data or status_data, nor line counts or events of firmware 4: choose one of these as the agent’s type, in JSON.';

/** Why it is no package: one of the newer parts may be there in a wrong form. */
function unknownText(body: Fields): string {
  const wrong = ['logics_data', 'live_data', 'status_data'].find((name) => body[name] !== undefined);
  return wrong === undefined ? unknownPackage : `${wrong} is there, but is not an object.`;
}

function readPackage(body: Fields, envelope: Envelope): readonly Report[] | null {
  if (isFields(body['logics_data'])) return [readLogics(body['logics_data'], envelope)];
  if (isFields(body['live_data'])) return [readLiveData(body['live_data'], envelope)];
  if (isFields(body['status_data'])) return [readStatus(body['status_data'])];
  if (isLegacyCounts(body)) return [readLegacyCounts(body, envelope)];
  if (isLegacyEvents(body)) return readLegacyEvents(listOf(body['values']));
  return isConnectionTest(body) ? [{ address: '', findings: [aside('test', 'A test of the connection.')] }] : null;
}

function isPackage(body: Fields): boolean {
  const isNew = isFields(body['logics_data']) || isFields(body['live_data']) || isFields(body['status_data']);
  return isNew || isLegacyCounts(body) || isLegacyEvents(body);
}

function isLegacyCounts(body: Fields): boolean {
  return isFields(body['sensor-info']) && isFields(body['content']);
}

function isLegacyEvents(body: Fields): boolean {
  const first = listOf(body['values'])[0];
  return isFields(first) && 'countItem' in first && 'serial' in first;
}

/** `connections/{id}/test` sends "some dummy (JSON) data", of which the vendor's API says no more. */
function isConnectionTest(body: Fields): boolean {
  for (const name in body) if (/dummy|connection.?test/i.test(name)) return true;
  return false;
}
