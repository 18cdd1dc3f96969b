import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { withoutPersonal, withoutPersonalXml } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { childText, readXml, type XmlElement } from '../xml.ts';
import { about } from './about.ts';
import { readCounting } from './counting.ts';
import { isQueueAlarm, readQueue } from './queue.ts';

/** Hikvision cameras: alarms of the HTTP host notification (ISAPI), one XML at a time. */
export const hikvision: Adapter = {
  profile: 'hikvision',
  about,
  measures: ['entries'],
  modes: ['interval', 'cumulative'],
  channels: { enter: 'in', exit: 'out', pass: 'passerBy' },
  options: [],
  body: 'text',
  topics: [],
  read,
  redact: (body) => (typeof body === 'string' ? redactText(body) : withoutPersonal(body)),
  isLike: (body) => typeof body === 'string' && isAlert(body),
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
  if (typeof body !== 'string') return refuse('schema', 'It is no text: an alarm of the camera is XML.');
  const alert = readXml(body);
  if (alert === null) return readJson(body);
  if (alert.name !== 'EventNotificationAlert') return refuse('schema', 'It is XML, but no EventNotificationAlert.');
  const address = childText(alert, 'macAddress') ?? '';
  return [{ address, findings: readAlert(alert, envelope) }];
}

function readAlert(alert: XmlElement, envelope: Envelope): readonly Finding[] {
  const type = childText(alert, 'eventType') ?? '';
  const kind = type.toLowerCase();
  if (kind === 'peoplecounting') return readCounting(alert, envelope);
  const isActive = childText(alert, 'eventState') !== 'inactive';
  if (kind === 'shelteralarm' || kind === 'tamperdetection') {
    return [{ kind: 'status', at: 'received', state: 'online', neverEnds: true, problem: isActive ? 'covered' : null }];
  }
  // An inactive video loss is how these cameras say that they live: http host notification, "heartbeat".
  if (kind === 'heartbeat' || (kind === 'videoloss' && !isActive)) return [aside('alive', 'A heartbeat.')];
  return [aside('other', `The alarm ${type.slice(0, 40)} counts no passages.`)];
}

/** Lengths of queues come as JSON; of other JSON it is not known what it says. */
function readJson(text: string): readonly Report[] | Refusal {
  const body = parsed(text);
  const address = typeof body?.['macAddress'] === 'string' ? body['macAddress'] : '';
  if (body === null) return refuse('schema', 'It is neither XML nor JSON.');
  const type = body['eventType'];
  if (typeof type === 'string' && type.toLowerCase() === 'peoplecounting') {
    return [{ address, findings: [fault('schema', `People counted in JSON: ${chooseXml}`)] }];
  }
  if (isQueueAlarm(body)) return [{ address, findings: readQueue(body) }];
  return [{ address, findings: [aside('other', 'JSON alarms (faces, areas, waiting times) count no passages.')] }];
}

const chooseXml = 'choose XML as the parameter format of the HTTP host notification.';

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    // It begins with a brace, so that it is an object where it is JSON.
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function redactText(text: string): string {
  const body = parsed(text);
  return body === null ? withoutPersonalXml(text, { drop: dropped }) : JSON.stringify(withoutPersonal(body));
}

/** Beside the shared list: which picture and whose face an alarm is about. */
const dropped = ['portNo', 'contentID', 'pId', 'FaceInfo', 'DetectionRegionList', 'detectionPictureTransType'];

const rootOfAlarm = /<(?:[\w.-]{1,40}:)?EventNotificationAlert[\s>]/;

/** Where the root element of an alarm stands, after the declaration. */
const beginning = 200;

function isAlert(text: string): boolean {
  const start = text.slice(0, beginning);
  if (rootOfAlarm.test(start)) return true;
  if (!start.startsWith('{')) return false;
  const isAlarm = text.includes('"activePostCount"') && text.includes('"eventType"');
  return isAlarm || (text.includes('"RegionCapture"') && text.includes('"humanCounting"'));
}
