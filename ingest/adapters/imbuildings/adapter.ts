import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { bytesOfHex } from '../lorawan/bytes.ts';
import { readDecoded } from '../lorawan/decodedObject.ts';
import { findingsOf } from '../lorawan/findings.ts';
import { type ImbuildingsTelegram, otherDeviceOf, readImbuildings } from '../lorawan/imbuildingsBytes.ts';
import { moodboxFindings, moodboxId } from '../lorawan/moodbox.ts';
import { hasCounts } from '../lorawan/telegram.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { about } from './about.ts';

/** IMBuildings' people counters and smileys over NB-IoT, or over LoRaWAN by a platform that forwards bare telegrams. */
export const imbuildings: Adapter = {
  profile: 'imbuildings',
  about,
  measures: ['entries'],
  modes: ['cumulative', 'event'],
  channels: { a: 'in', b: 'out' },
  counterBits: 16,
  options: [],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body),
  isLike: (body) => isFields(body) && (isPush(body) || isBare(body) || isDecoded(body)),
  webhook: {
    proof: 'path',
    methods: ['POST', 'PUT'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

function read(body: unknown, envelope: Envelope): readonly Report[] | Refusal {
  const message = fieldsOf(body);
  if (isPush(message)) return readPush(message);
  if (isDecoded(message)) return [decodedReport(message, envelope)];
  if (!isBare(message))
    return refuse('schema', 'It has neither payloadHex nor reports, and is no decoded people counter.');
  const bytes = bytesOfHex(message['payloadHex']);
  if (bytes === null) return refuse('schema', 'payloadHex is not hexadecimal.');
  const read = readImbuildings(bytes, wholeOf(message['port']));
  if (read === null) {
    const pressed = moodboxFindings(bytes, { at: 'received', id: '', receivedAt: envelope.receivedAt });
    if (pressed !== null) return [{ address: moodboxId(bytes), findings: orAlive(pressed) }];
    return [{ address: '', findings: [nothingOf(bytes)] }];
  }
  return [{ address: read.deviceId, findings: received(read, 'received', envelope.receivedAt) }];
}

/** The push of the platform that its NB-IoT counters report to. */
function isPush(body: Fields): boolean {
  return Array.isArray(body['reports']) && ('registrations' in body || 'responses' in body || 'updates' in body);
}

function isBare(body: Fields): boolean {
  return typeof body['payloadHex'] === 'string';
}

function isDecoded(body: Fields): boolean {
  return body['device_type'] === 'People Counter' && typeof body['device_id'] === 'string';
}

function readPush(body: Fields): readonly Report[] {
  const reports = listOf(body['reports']).map((report) => pushed(fieldsOf(report)));
  return reports.length > 0
    ? reports
    : [{ address: '', findings: [aside('alive', 'News of the platform, no report.')] }];
}

/** One report: the telegram as hexadecimal, the platform's time in epoch ms, and the modem's number. */
function pushed(report: Fields): Report {
  const address = textOf(report['serialNumber']);
  const bytes = bytesOfHex(report['value']);
  if (bytes === null) return { address, findings: [aside('alive', 'A report without a telegram.')] };
  const at = wholeOf(report['timestamp']);
  if (at === null) return { address, findings: [fault('bad_time', 'The report has no timestamp in milliseconds.')] };
  const read = readImbuildings(bytes, null);
  if (read === null) {
    const pressed = moodboxFindings(bytes, { at, id: String(at), receivedAt: at });
    return { address, findings: pressed === null ? [nothingOf(bytes)] : orAlive(pressed) };
  }
  return { address, alsoKnownAs: [read.deviceId], findings: received(read, at, at) };
}

/** Nobody pressed a smiley since the last report. */
function orAlive(pressed: readonly Finding[]): readonly Finding[] {
  return pressed.length > 0 ? pressed : [aside('alive', 'Nobody pressed a smiley.')];
}

function nothingOf(bytes: Uint8Array): Finding {
  const other = otherDeviceOf(bytes);
  if (other !== null) return aside('other', `Nobody is counted in it: ${other}.`);
  return fault('schema', 'The telegram is of no people counter of IMBuildings.');
}

const hourMs = 3_600_000;

/** Where nobody says when: the telegram's number is one byte and begins anew every 256 telegrams; with its counts and the hour it is a name. */
function received({ telegram, number }: ImbuildingsTelegram, at: When, receivedAt: number): readonly Finding[] {
  if (number === '' || at !== 'received') return findingsOf(telegram, { at, id: number });
  const counts = [...telegram.totals.values(), ...telegram.periods.values()].flatMap((each) => Object.values(each));
  const hour = Math.floor(receivedAt / hourMs);
  return findingsOf(telegram, { at, id: [number, ...counts, hour].join(':') });
}

function decodedReport(message: Fields, { receivedAt }: Envelope): Report {
  const address = textOf(message['device_id']);
  const telegram = readDecoded(message);
  if (telegram === null || !hasCounts(telegram)) {
    return { address, findings: [aside('alive', 'Nobody is counted in it.')] };
  }
  const number = textOf(message['payload_counter']);
  return { address, findings: received({ telegram, deviceId: address, number }, 'received', receivedAt) };
}
