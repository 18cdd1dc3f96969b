import type { Survey } from '../../../db/vocabulary/event.ts';
import { keptComment } from '../../../db/vocabulary/redaction.ts';
import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, type FoundSurvey, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyHmac } from '../signing.ts';
import { wireTime } from '../wireTime.ts';
import { about, options } from './about.ts';

/** Typeform: the webhook `form_response`, an answer to each question that has a score. */
export const typeform: Adapter = {
  profile: 'typeform',
  about,
  measures: ['service'],
  modes: ['event'],
  channels: {},
  options,
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(withoutWords(body), { drop: written, keep: ['token'] }),
  isLike: (body) => isResponse(fieldsOf(body)),
  webhook: {
    proof: 'signature',
    methods: ['POST'],
    answerWithinMs: 5000,
    verify: (request, secrets) => {
      const signature = request
        .header('typeform-signature')
        ?.trim()
        .replace(/^sha256=/, '');
      return verifyHmac({ algorithm: 'sha256', encoding: 'base64', signature, over: [request.body] }, secrets);
    },
    kindOf: () => '',
  },
  api: null,
};

/** What people wrote, and questions, which may repeat it. The token names the answer and opens nothing. */
const written = ['hidden', 'title', 'phone_number', 'file_url', 'url', 'payment', 'choice', 'choices', 'calculated'];

/** Long texts stay without ways to reach who wrote them, since one of them may be the comment; short ones are names and the like. */
function withoutWords(body: unknown): unknown {
  const message = fieldsOf(body);
  const response = fieldsOf(message['form_response']);
  if (!Array.isArray(response['answers'])) return body;
  const answers = response['answers'].map((answer: unknown): unknown => {
    if (!isFields(answer)) return answer;
    const { text, ...rest } = answer;
    const isLong = fieldsOf(answer['field'])['type'] === 'long_text';
    return isLong && typeof text === 'string' ? { ...rest, text: keptComment(text) } : rest;
  });
  return { ...message, form_response: { ...response, answers } };
}

function isResponse(body: Fields): boolean {
  return body['event_type'] === 'form_response' && isFields(body['form_response']);
}

function read(body: unknown, envelope: Envelope): readonly Report[] | Refusal {
  const message = fieldsOf(body);
  if (!isResponse(message)) return refuse('schema', 'It is no form_response: choose a webhook of Typeform.');
  const response = fieldsOf(message['form_response']);
  return [{ address: textOf(response['form_id']), findings: findingsOf(response, envelope) }];
}

function findingsOf(response: Fields, { options: chosen }: Envelope): readonly Finding[] {
  const token = textOf(response['token']);
  const at = wireTime(response['submitted_at']);
  if (token === '') return [fault('schema', 'The response has no token.')];
  if (at === null) return [fault('bad_time', 'The response has no submitted_at.')];
  const answers = listOf(response['answers']).filter(isFields);
  const questions = questionsOf(chosen);
  const comment = commentOf(answers, textOf(chosen['comment']));
  const found = answers.flatMap((answer) => scoreOf(answer, { token, at, questions, stage: stageOf(chosen['stage']) }));
  if (found.length === 0) return [aside('other', 'None of its questions gives a score.')];
  return comment === null ? found : found.map((one, place) => (place === 0 ? { ...one, comment } : one));
}

/** What a question's score is. */
interface Question {
  readonly survey: Survey;
  readonly criterion: string | null;
}

/** By reference or id of a question. */
function questionsOf(chosen: Envelope['options']): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  for (const survey of ['nps', 'csat', 'csi'] as const) {
    for (const part of textOf(chosen[survey]).split(',')) {
      const [reference = '', criterion] = part.split('=', 2).map((text) => text.trim());
      if (reference !== '')
        questions.set(reference, { survey, criterion: criterion === undefined || criterion === '' ? null : criterion });
    }
  }
  return questions;
}

function stageOf(value: unknown): FoundSurvey['stage'] {
  return value === 'before' || value === 'after' ? value : null;
}

interface Of {
  readonly token: string;
  readonly at: When;
  readonly questions: ReadonlyMap<string, Question>;
  readonly stage: FoundSurvey['stage'];
}

function scoreOf(answer: Fields, { token, at, questions, stage = null }: Of): readonly FoundSurvey[] {
  const score = answer['number'];
  if (typeof score !== 'number') return [];
  const field = fieldsOf(answer['field']);
  const [reference, id] = [textOf(field['ref']), textOf(field['id'])];
  const own = field['type'] === 'nps' ? ({ survey: 'nps', criterion: null } as const) : undefined;
  const question = questions.get(reference) ?? questions.get(id) ?? own;
  if (question === undefined) return [];
  return [{ kind: 'survey', id: `${token}/${id === '' ? reference : id}`, at, ...question, score, stage }];
}

function commentOf(answers: readonly Fields[], reference: string): string | null {
  if (reference === '') return null;
  const answer = answers.find(({ field }) => {
    const { ref, id, type } = fieldsOf(field);
    return type === 'long_text' && (ref === reference || id === reference);
  });
  const text = answer?.['text'];
  return typeof text === 'string' ? keptComment(text) : null;
}
