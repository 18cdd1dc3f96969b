import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { bytesOfBase64 } from '../lorawan/bytes.ts';
import { bitsByModel } from '../lorawan/models.ts';
import { lorawanChannels, modelOption } from '../lorawan/options.ts';
import { readUplink } from '../lorawan/uplink.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { wireTime } from '../wireTime.ts';
import { about } from './about.ts';

/** People counters on The Things Stack v3, by MQTT and webhook. */
export const ttn: Adapter = {
  profile: 'ttn',
  about,
  measures: ['entries'],
  modes: ['cumulative', 'event'],
  channels: lorawanChannels,
  counterBitsOf: bitsByModel,
  options: [modelOption],
  body: 'json',
  // The server puts the key's own application in for `+` (lorawan-stack pkg/applicationserver/io/mqtt/topics).
  topics: ['v3/+/devices/+/up', 'v3/+/devices/+/join'],
  read,
  redact: (body) => withoutPersonal(body, { drop: ['uplink_token', 'join_eui', 'locations', 'altitude'] }),
  isLike: (body) => isFields(body) && isFields(body['end_device_ids']),
  webhook: {
    proof: 'token',
    methods: ['POST'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

function read(body: unknown, { options }: Envelope): readonly Report[] | Refusal {
  const message = fieldsOf(body);
  if (!isFields(message['end_device_ids'])) {
    return refuse('schema', 'It has no end_device_ids: choose JSON as the webhook’s format.');
  }
  const ids = message['end_device_ids'];
  const name = textOf(ids['device_id']);
  const eui = textOf(ids['dev_eui']);
  const findings = findingsOf(message, options);
  return [eui === '' ? { address: name, findings } : { address: eui, alsoKnownAs: [name], findings }];
}

function findingsOf(message: Fields, options: Envelope['options']): readonly Finding[] {
  const uplink = message['uplink_message'];
  if (!isFields(uplink)) return [aside(otherKind(message), wordsFor(message))];
  if (message['simulated'] === true || uplink['simulated'] === true) {
    return [aside('test', 'A simulated uplink.')];
  }
  const at = timeOf(uplink, message);
  if (at === null) return [fault('bad_time', 'The time of receipt is not a time of the calendar.')];
  return readUplink({
    bytes: bytesOfBase64(uplink['frm_payload']),
    decoded: uplink['decoded_payload'],
    port: wholeOf(uplink['f_port']),
    model: textOf(options['model']) || textOf(fieldsOf(uplink['version_ids'])['model_id']),
    at,
    id: idOf(uplink),
  });
}

/** Joins and answers show that the device lives; a normalized payload is an uplink again. */
function otherKind(message: Fields): 'alive' | 'repeat' {
  return isFields(message['uplink_normalized']) ? 'repeat' : 'alive';
}

const kinds = [
  ['join_accept', 'The device joined the network.'],
  ['uplink_normalized', 'The uplink again, normalized.'],
  ['location_solved', 'A location.'],
  ['service_data', 'Data of a service.'],
] as const;

function wordsFor(message: Fields): string {
  return kinds.find(([name]) => isFields(message[name]))?.[1] ?? 'No uplink: nobody is counted in it.';
}

/** The network server's time, else the application server's, else a gateway's (with nanoseconds); null: it is none. */
function timeOf(uplink: Fields, message: Fields): When | null {
  const gateway = fieldsOf(listOf(uplink['rx_metadata'])[0]);
  for (const time of [uplink['received_at'], message['received_at'], gateway['received_at'], gateway['time']]) {
    if (time !== undefined) return typeof time === 'string' ? wireTime(time) : null;
  }
  return 'received';
}

/** The counter begins anew when the device joins, hence the session. protobuf leaves the first, 0, out. */
function idOf(uplink: Fields): string {
  const session = textOf(uplink['session_key_id']);
  const counter = uplink['f_cnt'];
  if (session === '' && counter === undefined) return '';
  return `${session}:${wholeOf(counter) ?? 0}`;
}
