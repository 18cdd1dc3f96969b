import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { aboutMoysklad } from './about.ts';
import { moyskladApi } from './api.ts';
import { isDocument, isDocumentType, linkOf, readDocument } from './document.ts';
import { moyskladWebhook } from './webhook.ts';

/** МойСклад: notices that name documents, and retail sales and returns of its JSON API 1.2. */
export const moysklad: Adapter = {
  profile: 'moysklad',
  about: aboutMoysklad,
  measures: ['sales'],
  modes: [],
  channels: {},
  options: [],
  body: 'json',
  topics: [],
  read(body) {
    if (!isFields(body)) return refuse('schema', 'The message is not an object.');
    if (isNotice(body))
      return [{ address: '', findings: listOf(body['events']).map((event) => wantedBy(event, body)) }];
    return readAnswer(body);
  },
  redact: (body) => withoutPersonal(body, { drop: dropped }),
  isLike: (body) => isFields(body) && (isNotice(body) || isPage(body) || isDocument(body)),
  webhook: moyskladWebhook,
  api: moyskladApi,
};

/** Of people; `attributes` are fields of the account's own, whatever they hold. */
const dropped = [
  'uid',
  'owner',
  'agent',
  'agentAccount',
  'description',
  'attributes',
  'shipmentAddress',
  'shipmentAddressFull',
];

const isOfMoysklad = (holder: unknown): boolean =>
  textOf(fieldsOf(fieldsOf(holder)['meta'])['href']).includes('/api/remap/');

/** `{auditContext, events: [{meta: {type, href}, action, accountId}]}` */
function isNotice(body: Fields): boolean {
  const events = listOf(body['events']);
  return events.length > 0 && events.every(isOfMoysklad);
}

/** The event's document is asked for; another kind of document says nothing of sales. */
function wantedBy(event: unknown, notice: Fields): Finding {
  const { type, id } = linkOf(event);
  if (!isDocumentType(type)) return aside('other', `A notice of ${type.slice(0, 60) || 'nothing'}.`);
  if (id === '') return fault('schema', 'The notice names no document.');
  const resource = fieldsOf(event)['action'] === 'DELETE' ? `deleted:${type}` : type;
  return { kind: 'fetch', resource, key: id, version: textOf(fieldsOf(notice['auditContext'])['moment']) };
}

/** A list of sales or returns, or of what else hangs on them, such as positions. */
function isPage(body: Fields): boolean {
  return Array.isArray(body['rows']) && isOfMoysklad(body);
}

function readAnswer(body: Fields): readonly Report[] | Refusal {
  if (isDocument(body)) return [readDocument(body)];
  if (!isPage(body)) return refuse('schema', 'It is neither a notice of МойСклад nor a retail sale or return.');
  const documents = listOf(body['rows']).filter(isDocument);
  if (documents.length > 0) return documents.map(readDocument);
  return [{ address: '', findings: [aside('other', 'A list without retail sales or returns.')] }];
}
