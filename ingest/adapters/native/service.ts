import {
  type CheckedItem,
  type Observation,
  type ServiceRequest,
  type StandardsCheck,
  type SurveyAnswer,
  surveyScores,
  surveyStages,
} from '../../../db/vocabulary/event.ts';
import { keptComment, withoutContacts } from '../../../db/vocabulary/redaction.ts';
import { type DecodeContext, type ItemDecoder, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { type Fields, instantField, isFields, isRefusal, textField, timeField } from './fields.ts';
import { numberField, requiredKey, sinceField, withoutMail } from './serviceFields.ts';
import { keptFields } from './serviceRedaction.ts';

/** `service` in its four shapes (contract 3): an observation, an answer to a survey, a request, a standards check. */
export const serviceDecoder: ItemDecoder = { decode: decodeService, redact: redactService };

/** What may be kept of an item that was refused. */
const known = [
  ...['id', 'at', 'process', 'criterion', 'value', 'survey', 'score', 'stage', 'comment', 'updatedAt'],
  ...['openedAt', 'answeredAt', 'resolvedAt', 'level', 'category', 'standard', 'items'],
];

function redactService(item: unknown): unknown {
  const kept = keptFields(item, known);
  if (!isFields(kept) || !Array.isArray(kept['items'])) return kept;
  const items = kept['items'].map((each) => keptFields(each, ['item', 'passed']));
  return { ...kept, items };
}

function decodeService(item: unknown, context: DecodeContext): Understood | Refusal {
  if (!isFields(item)) return refuse('schema', 'The item is not an object.');
  const has = (...names: readonly string[]): boolean => names.some((name) => item[name] !== undefined);
  const event = has('survey', 'score')
    ? answerOf(item, context)
    : has('process', 'value', 'criterion')
      ? observationOf(item, context)
      : has('standard', 'items')
        ? checkOf(item, context)
        : has('openedAt', 'answeredAt', 'resolvedAt', 'level', 'category')
          ? requestOf(item, context)
          : refuse(
              'schema',
              'The item is none of service: send process, criterion and value for an observation, survey and score for an answer, openedAt for a request, or standard and items for a check.',
            );
  return isRefusal(event) ? event : understood([event], 'canonical');
}

interface Basics {
  readonly id: string;
  readonly at: number;
  readonly updatedAt: number | null;
}

function basicsOf(item: Fields, context: DecodeContext, timeName = 'at'): Basics | Refusal {
  const id = requiredKey(item, 'id');
  if (isRefusal(id)) return id;
  const at = instantField(item, timeName, context);
  if (isRefusal(at)) return at;
  const updatedAt = timeField(item, 'updatedAt', context);
  return isRefusal(updatedAt) ? updatedAt : { id, at, updatedAt };
}

function observationOf(item: Fields, context: DecodeContext): Observation | Refusal {
  const process = requiredKey(item, 'process');
  if (isRefusal(process)) return process;
  const criterion = requiredKey(item, 'criterion');
  if (isRefusal(criterion)) return criterion;
  const value = numberField(item, 'value');
  if (isRefusal(value)) return value;
  const basics = basicsOf(item, context);
  return isRefusal(basics) ? basics : { kind: 'observation', ...basics, process, criterion, value };
}

function answerOf(item: Fields, context: DecodeContext): SurveyAnswer | Refusal {
  const survey = (['nps', 'csat', 'csi'] as const).find((one) => one === item['survey']);
  if (survey === undefined) return refuse('schema', 'survey is not nps, csat or csi.');
  const score = numberField(item, 'score');
  if (isRefusal(score)) return score;
  const [lowest, highest] = surveyScores[survey];
  if (!Number.isInteger(score) || score < lowest || score > highest) {
    return refuse('schema', `score of ${survey} is not a whole number from ${lowest} to ${highest}.`);
  }
  const named = textField(item, 'criterion');
  if (isRefusal(named)) return named;
  const criterion = named === null ? null : withoutMail(named);
  const word = textField(item, 'stage');
  if (isRefusal(word)) return word;
  const stage = surveyStages.find((one) => one === word) ?? null;
  if (word !== null && stage === null) return refuse('schema', 'stage is neither before nor after.');
  const comment = commentOf(item['comment']);
  if (isRefusal(comment)) return comment;
  const basics = basicsOf(item, context);
  return isRefusal(basics) ? basics : { kind: 'survey', ...basics, survey, score, criterion, stage, comment };
}

/** What somebody wrote, without ways to reach them; null where there is nothing. */
function commentOf(value: unknown): string | null | Refusal {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return refuse('schema', 'comment is not a text.');
  return keptComment(value);
}

function requestOf(item: Fields, context: DecodeContext): ServiceRequest | Refusal {
  const basics = basicsOf(item, context, 'openedAt');
  if (isRefusal(basics)) return basics;
  const { id, at: openedAt, updatedAt } = basics;
  const after = ['openedAt', openedAt] as const;
  const answeredAt = sinceField(item, 'answeredAt', { context, after });
  if (isRefusal(answeredAt)) return answeredAt;
  const resolvedAt = sinceField(item, 'resolvedAt', { context, after });
  if (isRefusal(resolvedAt)) return resolvedAt;
  const said = item['level'] ?? null;
  const level = ([1, 2, 3] as const).find((one) => one === said) ?? null;
  if (said !== null && level === null) return refuse('schema', 'level is not 1, 2 or 3.');
  const words = textField(item, 'category');
  if (isRefusal(words)) return words;
  const category = words === null ? null : withoutContacts(words);
  return { kind: 'request', id, openedAt, answeredAt, resolvedAt, level, category, updatedAt };
}

function checkOf(item: Fields, context: DecodeContext): StandardsCheck | Refusal {
  const standard = requiredKey(item, 'standard');
  if (isRefusal(standard)) return standard;
  const items = checkedItems(item['items']);
  if (isRefusal(items)) return items;
  const basics = basicsOf(item, context);
  return isRefusal(basics) ? basics : { kind: 'check', ...basics, standard, items };
}

const mostItems = 1000;

function checkedItems(value: unknown): CheckedItem[] | Refusal {
  if (!Array.isArray(value) || value.length === 0) return refuse('schema', 'items is not a list of what was checked.');
  if (value.length > mostItems) return refuse('schema', `items has more than ${mostItems} lines.`);
  const items: CheckedItem[] = [];
  for (const each of value) {
    if (!isFields(each)) return refuse('schema', 'One of items is not an object.');
    const name = requiredKey(each, 'item');
    if (isRefusal(name)) return name;
    const passed = each['passed'];
    if (typeof passed !== 'boolean') return refuse('schema', 'passed is not true or false.');
    items.push({ item: name, passed });
  }
  return items;
}
