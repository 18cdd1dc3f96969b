import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, type FoundAside, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, textOf, wholeOf } from '../jsonFields.ts';
import { bytesOfBase64 } from '../lorawan/bytes.ts';
import { bitsByModel, familyOf } from '../lorawan/models.ts';
import { lorawanChannels, modelOption } from '../lorawan/options.ts';
import { readUplink } from '../lorawan/uplink.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { wireTime } from '../wireTime.ts';
import { about } from './about.ts';

/** People counters on ChirpStack v4, by MQTT and HTTP. */
export const chirpstack: Adapter = {
  profile: 'chirpstack',
  about,
  measures: ['entries'],
  modes: ['cumulative', 'event'],
  channels: lorawanChannels,
  counterBitsOf: bitsByModel,
  options: [modelOption],
  body: 'json',
  topics: ['application/+/device/+/event/+'],
  read,
  redact: (body) => withoutPersonal(body, { drop: ['location', 'altitude', 'joinEui'] }),
  isLike: (body) => isFields(body) && textOf(fieldsOf(body['deviceInfo'])['devEui']) !== '',
  webhook: {
    proof: 'token',
    methods: ['POST'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: ({ query }) => query.get('event') ?? '',
  },
  api: null,
};

function read(body: unknown, { topic, options }: Envelope): readonly Report[] | Refusal {
  const event = fieldsOf(body);
  const device = fieldsOf(event['deviceInfo']);
  const address = textOf(device['devEui']);
  if (address === '') return refuse('schema', 'It has no deviceInfo.devEui: choose JSON as the payload encoding.');
  const kind = kindOf(event, topic);
  const findings = kind === 'up' ? findingsOf(event, device, options) : [asideOf(kind, event)];
  return [{ address, findings }];
}

const kinds: ReadonlySet<string> = new Set(['up', 'join', 'status', 'log', 'ack', 'txack', 'location', 'integration']);

/** By the end of the topic or the query's `event`; else by what is in it. */
function kindOf(event: Fields, topic: string): string {
  const named = topic.slice(topic.lastIndexOf('/') + 1);
  if (kinds.has(named)) return named;
  if ('fPort' in event || 'data' in event || 'object' in event || 'rxInfo' in event) return 'up';
  if ('margin' in event || 'batteryLevel' in event) return 'status';
  return 'level' in event ? 'log' : 'join';
}

function findingsOf(event: Fields, device: Fields, options: Envelope['options']): readonly Finding[] {
  const at = timeOf(event['time']);
  if (at === null) return [fault('bad_time', 'The time of receipt is not a time of the calendar.')];
  return readUplink({
    bytes: bytesOfBase64(event['data']),
    decoded: event['object'],
    port: wholeOf(event['fPort']),
    model: modelOf(device, options),
    at,
    id: textOf(event['deduplicationId']) || counterOf(event),
  });
}

function timeOf(time: unknown): When | null {
  if (time === undefined) return 'received';
  return typeof time === 'string' ? wireTime(time) : null;
}

/** By the option, else by the name of the device profile or the device where people wrote the model into it. */
function modelOf(device: Fields, options: Envelope['options']): string {
  const named = textOf(options['model']);
  if (named !== '') return named;
  const profile = textOf(device['deviceProfileName']);
  return familyOf(profile) === null ? textOf(device['deviceName']) : profile;
}

/** protobuf leaves a counter of 0 out. */
function counterOf(event: Fields): string {
  const address = textOf(event['devAddr']);
  return address === '' ? '' : `${address}:${wholeOf(event['fCnt']) ?? 0}`;
}

function asideOf(kind: string, event: Fields): FoundAside {
  if (kind === 'log') return aside('other', `ChirpStack says of the device: ${textOf(event['code']).slice(0, 40)}.`);
  return aside('alive', `A ${kind} event: nobody is counted in it.`);
}
