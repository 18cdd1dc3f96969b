import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { about } from './about.ts';

/** Terabee People Counting L, M and L-XL. */
export const terabee: Adapter = {
  profile: 'terabee',
  about,
  measures: ['entries'],
  modes: ['cumulative'],
  channels: { in: 'in', out: 'out' },
  options: [],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body),
  isLike: (body) => isTyped(fieldsOf(body)) || isFlat(fieldsOf(body)),
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

function read(body: unknown): readonly Report[] | Refusal {
  const messages = Array.isArray(body) ? listOf(body) : [body];
  const reports: Report[] = [];
  for (const message of messages) {
    const report = reportOf(fieldsOf(message));
    if (report === null)
      return refuse('schema', 'It is no message of a Terabee counter: there is no type and no count_in.');
    reports.push(report);
  }
  return reports.length > 0 ? reports : refuse('schema', 'The message is empty.');
}

function reportOf(message: Fields): Report | null {
  if (isTyped(message)) return typedReport(message);
  if (!isFlat(message)) return null;
  const counts = { in: message['count_in'], out: message['count_out'] };
  return { address: textOf(message['device_id']), findings: [readingOf(message['timestamp'], counts)] };
}

/** People Counting L and M. */
function typedReport(message: Fields): Report {
  const address = textOf(message['serial_number']) || textOf(message['uid']);
  const type = textOf(message['type']);
  if (type !== 'counters')
    return { address, findings: [aside('alive', `A message of the type ${type.slice(0, 40)}.`)] };
  return { address, findings: [readingOf(message['at'] ?? message['time'], fieldsOf(message['value']))] };
}

function isTyped(message: Fields): boolean {
  const hasName = typeof message['serial_number'] === 'string' || typeof message['uid'] === 'string';
  const hasTime = message['at'] !== undefined || message['time'] !== undefined;
  return typeof message['type'] === 'string' && hasName && hasTime && 'value' in message;
}

/** People Counting L-XL. */
function isFlat(message: Fields): boolean {
  return typeof message['device_id'] === 'string' && ('count_in' in message || 'count_out' in message);
}

/** Epoch seconds, as a number (L) or a text (M, L-XL); the year 2000 and before where the clock is not set. */
function readingOf(time: unknown, counts: Fields): Finding {
  const seconds = typeof time === 'number' && Number.isFinite(time) ? Math.floor(time) : wholeOf(time);
  if (time !== undefined && seconds === null) return fault('bad_time', 'The time is not in whole seconds.');
  const at = seconds === null ? 'received' : seconds * 1000;
  const channels: Record<string, number> = {};
  for (const name of ['in', 'out'] as const) {
    if (counts[name] === undefined) continue;
    const total = wholeOf(counts[name]);
    if (total === null) return fault('schema', `The total of ${name} is no whole number.`);
    channels[name] = total;
  }
  return { kind: 'reading', line: '', at, channels };
}
