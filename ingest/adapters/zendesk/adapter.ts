import type { ServiceLevel } from '../../../db/vocabulary/event.ts';
import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { firstWord } from '../firstWord.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyHmac } from '../signing.ts';
import { wireTime } from '../wireTime.ts';
import { about, options } from './about.ts';

/** Zendesk: webhooks of ticket events, of which only times, level and category are taken. */
export const zendesk: Adapter = {
  profile: 'zendesk',
  about,
  measures: ['service'],
  modes: ['event'],
  channels: {},
  options,
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(withoutWords(body), { drop: ofPeople }),
  isLike: (body) => isTicketEvent(fieldsOf(body)),
  webhook: {
    proof: 'signature',
    methods: ['POST'],
    answerWithinMs: 10_000,
    // Over the time of signing and the body, in this order.
    verify: (request, secrets) => {
      const signature = request.header('x-zendesk-webhook-signature')?.trim();
      const at = request.header('x-zendesk-webhook-signature-timestamp') ?? '';
      return verifyHmac({ algorithm: 'sha256', encoding: 'base64', signature, over: [at, request.body] }, secrets);
    },
    kindOf: () => '',
  },
  api: null,
};

/** Who asked, who answered, and what they wrote. */
const ofPeople = [
  ...['subject', 'description', 'body', 'html_body', 'plain_body', 'attachments', 'attachment', 'filename'],
  ...[
    'requester_id',
    'submitter_id',
    'assignee_id',
    'actor_id',
    'organization_id',
    'external_id',
    'followers',
    'ccs',
    'name',
  ],
];

/** What may be kept of an event: to what a status or a group changed; of a comment's author only whether it is staff. */
function withoutWords(body: unknown): unknown {
  if (!isFields(body) || !isFields(body['event'])) return body;
  const { event, ...rest } = body;
  // Of other events these are words too: a new subject, what somebody filled in.
  const named = /\.(?:status|group_assignment)_changed$/.test(textOf(body['type'])) ? ['current', 'previous'] : [];
  const kept = named.filter((name) => name in fieldsOf(event)).map((name) => [name, fieldsOf(event)[name]]);
  return { ...rest, event: { ...Object.fromEntries(kept), ...commentOf(fieldsOf(event)) } };
}

function commentOf(event: Fields): Fields {
  if (!isFields(event['comment'])) return {};
  const { is_public, author } = event['comment'];
  const kept = isFields(author) ? { author: { is_staff: author['is_staff'] } } : {};
  return { comment: { is_public, ...kept } };
}

const beginning = 'zen:event-type:ticket.';

function isTicketEvent(body: Fields): boolean {
  return typeof body['type'] === 'string' && body['type'].startsWith(beginning) && isFields(body['detail']);
}

function read(body: unknown, { options: chosen }: Envelope): readonly Report[] | Refusal {
  const message = fieldsOf(body);
  if (!isTicketEvent(message)) {
    const other = textOf(message['type']);
    if (other.startsWith('zen:event-type:')) return [reportOf(message, aside('other', 'It is about no ticket.'))];
    return refuse('schema', 'It is no event of a ticket: choose a webhook of Zendesk events.');
  }
  return [reportOf(message, requestOf(message, chosen))];
}

function reportOf(message: Fields, finding: Finding): Report {
  return { address: textOf(message['account_id']), findings: [finding] };
}

function requestOf(message: Fields, chosen: Envelope['options']): Finding {
  const ticket = fieldsOf(message['detail']);
  const event = fieldsOf(message['event']);
  const id = textOf(ticket['id']);
  const kind = textOf(message['type']).slice(beginning.length);
  const at = wireTime(message['time']);
  if (id === '') return fault('schema', 'The ticket has no id.');
  if (at === null) return fault('bad_time', 'The event has no time.');
  const request = { kind: 'request', id, updatedAt: at } as const;
  if (kind === 'created') {
    const openedAt = wireTime(ticket['created_at']) ?? at;
    return { ...request, openedAt, category: categoryOf(ticket, chosen), level: levelOf(ticket, chosen) };
  }
  if (kind === 'group_assignment_changed') {
    const level = levelOf(ticket, chosen);
    return level === null
      ? aside('other', 'The group has no level: the option groups says which.')
      : { ...request, level };
  }
  if (kind === 'status_changed' && isResolved(event['current'])) return { ...request, resolvedAt: at };
  if (kind === 'comment_added' && isAnswer(event))
    return { kind: 'request', id, answeredAt: at, updatedAt: firstWord(at) };
  return aside('other', `The event ${kind.slice(0, 40)} changes none of its times.`);
}

function isResolved(status: unknown): boolean {
  const word = textOf(status).toLowerCase();
  return word === 'solved' || word === 'closed';
}

function isAnswer(event: Fields): boolean {
  const comment = fieldsOf(event['comment']);
  return comment['is_public'] === true && fieldsOf(comment['author'])['is_staff'] === true;
}

function levelOf(ticket: Fields, chosen: Envelope['options']): ServiceLevel | null {
  const group = textOf(ticket['group_id']);
  for (const part of textOf(chosen['groups']).split(',')) {
    const [name, level] = part.split('=', 2).map((text) => text.trim());
    if (group === '' || name !== group) continue;
    if (level === '1') return 1;
    if (level === '2') return 2;
    if (level === '3') return 3;
  }
  return null;
}

function categoryOf(ticket: Fields, chosen: Envelope['options']): string | null {
  const causes = textOf(chosen['categories'])
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const tags = new Set(listOf(ticket['tags']).map(textOf));
  if (causes.length > 0) return causes.find((tag) => tags.has(tag)) ?? null;
  const type = textOf(ticket['type']).toLowerCase();
  return type === '' ? null : type;
}
