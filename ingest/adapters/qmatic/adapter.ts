import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report, type When } from '../finding.ts';
import { firstWord } from '../firstWord.ts';
import { type Fields, fieldsOf, isFields, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { wireTime } from '../wireTime.ts';
import { about } from './about.ts';

/** Qmatic Orchestra: events of visits, one or several in a message. */
export const qmatic: Adapter = {
  profile: 'qmatic',
  about,
  measures: ['queue'],
  modes: ['event'],
  channels: {},
  options: [],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: ofPeople }),
  isLike: (body) => isEvent(Array.isArray(body) ? body[0] : body),
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

/** Whom a visit is of, who serves, and what is noted. */
const ofPeople = [
  ...['user', 'user_name', 'visit_notes', 'notes', 'primary_customer', 'customer_ids', 'customer_names', 'ticket'],
  ...['custom1', 'custom2', 'custom3', 'custom4', 'custom5', 'parameter_map'],
];

function isEvent(body: unknown): body is Fields {
  if (!isFields(body) || !isFields(body['parameters'])) return false;
  return typeof body['eventName'] === 'string' && /^[A-Z][A-Z_]{2,60}$/.test(body['eventName']) && 'eventTime' in body;
}

function read(body: unknown): readonly Report[] | Refusal {
  const events = Array.isArray(body) ? body : [body];
  if (events.length === 0 || !isEvent(events[0])) {
    return refuse('schema', 'It has no eventName, eventTime and parameters: no event of Orchestra.');
  }
  return events.map((event: unknown): Report => {
    if (!isEvent(event)) return { address: '', findings: [fault('schema', 'It is no event of Orchestra.')] };
    return { address: textOf(fieldsOf(event['parameters'])['branchId']), findings: [findingOf(event)] };
  });
}

function findingOf(event: Fields): Finding {
  const name = textOf(event['eventName']);
  if (!name.startsWith('VISIT_')) return aside('other', `The event ${name.slice(0, 40)} is about no visit.`);
  const parameters = fieldsOf(event['parameters']);
  const id = textOf(parameters['visitId']) || textOf(parameters['id']);
  const at = wireTime(event['eventTime']);
  if (id === '') return fault('schema', 'The visit has no visitId.');
  if (at === null) return fault('bad_time', 'The event has no eventTime.');
  return visitOf(name, { id, at, queue: textOf(parameters['queueId']) || textOf(parameters['queueName']) });
}

interface Visit {
  readonly id: string;
  readonly at: When;
  readonly queue: string;
}

function visitOf(name: string, { id, at, queue }: Visit): Finding {
  const visit = { kind: 'queueVisit', id } as const;
  switch (name) {
    case 'VISIT_CREATE':
      return { ...visit, queue, joinedAt: at, updatedAt: at };
    case 'VISIT_CALL':
    case 'VISIT_CONFIRM':
      return { ...visit, calledAt: at, updatedAt: firstWord(at) };
    case 'VISIT_END':
      return { ...visit, leftAt: at, outcome: 'served', updatedAt: at };
    case 'VISIT_NOSHOW':
    case 'VISIT_REMOVE':
      return { ...visit, leftAt: at, outcome: 'abandoned', updatedAt: at };
    default:
      return aside('other', `The event ${name.slice(0, 40)} changes nothing of a visit’s wait.`);
  }
}
