import { type ServiceRequest, type SurveyAnswer, surveyScores } from '../../db/vocabulary/event.ts';
import { keptComment } from '../../db/vocabulary/redaction.ts';
import { refuse } from '../adapters/decoded.ts';
import { aside, type FoundRequest, type FoundSurvey } from '../adapters/finding.ts';
import { isKeptText } from './channels.ts';
import { optionalTime, ownId, pastTime } from './queue.ts';
import type { SettleContext, Settled } from './settled.ts';
import { isRefused, settleSaleTime } from './when.ts';

/** What a vendor says of answers and requests. */
export function settleService(found: FoundSurvey | FoundRequest, context: SettleContext): Settled {
  const { device } = context;
  if (!device.measures.includes('service')) {
    return aside('other', `It is about service: add service to what ${device.id} measures.`);
  }
  return found.kind === 'survey' ? settleSurvey(found, context) : settleRequest(found, context);
}

function settleSurvey(found: FoundSurvey, context: SettleContext): Settled {
  const id = ownId(found.id, context);
  if (isRefused(id)) return id;
  const at = settleSaleTime(found.at, context);
  if (isRefused(at)) return at;
  const updatedAt = optionalTime(found.updatedAt, context);
  if (isRefused(updatedAt)) return updatedAt;
  const { survey, score, criterion = null, stage = null, comment = null } = found;
  const [lowest, highest] = surveyScores[survey];
  if (!Number.isSafeInteger(score) || score < lowest || score > highest) {
    return refuse('schema', `The score of ${survey} is no whole number from ${lowest} to ${highest}.`);
  }
  if (criterion !== null && !isKeptText(criterion)) return refuse('schema', 'The criterion is too long, or no text.');
  const kept = comment === null ? null : keptComment(comment);
  const event: SurveyAnswer = { kind: 'survey', id, at, survey, score, criterion, stage, comment: kept, updatedAt };
  return { kind: 'event', event, placing: null };
}

function settleRequest(found: FoundRequest, context: SettleContext): Settled {
  const id = ownId(found.id, context);
  if (isRefused(id)) return id;
  const openedAt = pastTime(found.openedAt, context);
  if (isRefused(openedAt)) return openedAt;
  const answeredAt = pastTime(found.answeredAt, context);
  if (isRefused(answeredAt)) return answeredAt;
  const resolvedAt = pastTime(found.resolvedAt, context);
  if (isRefused(resolvedAt)) return resolvedAt;
  const updatedAt = optionalTime(found.updatedAt, context);
  if (isRefused(updatedAt)) return updatedAt;
  const { level = null, category = null } = found;
  if (category !== null && !isKeptText(category)) return refuse('schema', 'The category is too long, or no text.');
  const event: ServiceRequest = {
    kind: 'request',
    id,
    openedAt,
    answeredAt,
    resolvedAt,
    level,
    category,
    updatedAt,
  };
  return { kind: 'event', event, placing: null };
}
