import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import type { Report } from '../finding.ts';
import { fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared, verifyToken } from '../signing.ts';
import type { HookRequest, Verdict } from '../webhook.ts';
import { about } from './about.ts';
import { readCountLogs } from './countLogs.ts';
import { isChange, isLiveCounts, readChanges, readLiveCounts, readStatus, serialIn } from './mqtt.ts';

/** Irisys Vector: HTTP POST of count logs, MQTT topics Counts, Live counts and Status. */
export const irisys: Adapter = {
  profile: 'irisys',
  about,
  measures: ['entries'],
  modes: ['cumulative', 'interval', 'event'],
  channels: { in: 'in', out: 'out' },
  options: [
    {
      name: 'registers',
      label: 'Registers',
      explanation:
        'Where one Vector counts several doors: the names of the registers of this one, separated by commas. Empty: all.',
      isRequired: false,
    },
  ],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: ['UserString', 'HistogramLogs'] }),
  isLike,
  webhook: { proof: 'token', methods: ['POST', 'PUT'], answerWithinMs: 5000, verify, kindOf: () => '' },
  api: null,
};

function read(body: unknown, envelope: Envelope): readonly Report[] | Refusal {
  if (Array.isArray(body)) {
    if (body.length > 0 && !isChange(fieldsOf(body[0]))) return refuse('schema', unknownMessage);
    return [{ address: serialIn(envelope), findings: readChanges(body, envelope) }];
  }
  const fields = fieldsOf(body);
  if (Array.isArray(fields['CountLogs'])) return [readCountLogs(fields, envelope)];
  if (isLiveCounts(fields)) {
    return [{ address: serialIn(envelope), findings: readLiveCounts(listOf(fields['counts']), envelope) }];
  }
  const status = readStatus(fields);
  if (status !== null) return [{ address: serialIn(envelope), findings: [status] }];
  return refuse('schema', unknownMessage);
}

const unknownMessage =
  'It is none of CountLogs (HTTP POST), Counts, Live counts or Status (MQTT): set up one of these in the Vector.';

/** The status alone looks like anybody's. */
function isLike(body: unknown, topic: string): boolean {
  if (Array.isArray(body)) return isFields(body[0]) ? isChange(body[0]) : body.length === 0 && topic.includes('V4D-');
  const fields = fieldsOf(body);
  if (Array.isArray(fields['CountLogs'])) return 'FriendlyDeviceSerial' in fields;
  return topic.includes('V4D-') && (isLiveCounts(fields) || readStatus(fields) !== null);
}

/** The token is sent as `Authorization` or, if the installer chose the other field, as `Authentication`; bare in both. */
function verify(request: HookRequest, secrets: readonly string[]): Verdict {
  const verdict = verifyShared(request, secrets);
  const token = request.header('authentication');
  return verdict === 'authentic' || token === undefined ? verdict : verifyToken([token], secrets);
}
