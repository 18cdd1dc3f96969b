import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Finding, fault, type Report, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, textOf, wholeOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { about, options } from './about.ts';
import { happyornotApi } from './api.ts';

/** HappyOrNot's smileys: lists of button feedbacks, as its API gives them. */
export const happyornot: Adapter = {
  profile: 'happyornot',
  about,
  measures: ['service'],
  modes: ['event'],
  channels: {},
  options,
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body),
  isLike: (body) => Array.isArray(body) && isFeedback(body[0]),
  webhook: null,
  api: happyornotApi,
};

function isFeedback(value: unknown): value is Fields {
  return isFields(value) && 'feedbackId' in value && 'experiencePointId' in value && 'buttonIndex' in value;
}

function read(body: unknown, { options: chosen }: Envelope): readonly Report[] | Refusal {
  if (!Array.isArray(body) || (body.length > 0 && !body.some(isFeedback))) {
    return refuse('schema', 'It is no list of button feedbacks.');
  }
  const byPoint = new Map<string, Finding[]>();
  for (const one of body as readonly unknown[]) {
    const feedback = fieldsOf(one);
    const address = textOf(feedback['experiencePointId']);
    const findings = byPoint.get(address) ?? [];
    byPoint.set(address, findings);
    findings.push(isFeedback(one) ? answerOf(one, chosen) : fault('schema', 'It is no button feedback.'));
  }
  return [...byPoint].map(([address, findings]) => ({ address, findings }));
}

/** CSAT by the place of a smiley, the least friendly first; of four there is none in the middle. */
const scores = { 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] } as const;

function answerOf(feedback: Fields, chosen: Envelope['options']): Finding {
  if (feedback['misuse'] === true) return aside('other', 'Misuse, by the vendor’s own word.');
  const id = textOf(feedback['feedbackId']);
  const at = localTime(feedback['localTime']);
  const button = wholeOf(feedback['buttonIndex']);
  if (id === '') return fault('schema', 'The feedback has no feedbackId.');
  if (at === null) return fault('bad_time', 'The feedback has no localTime.');
  const criterion = textOf(chosen['criterion']) || null;
  const answer = { kind: 'survey', id, at, criterion } as const;
  const scale = textOf(chosen['scale']);
  if (scale === 'nps') return { ...answer, survey: 'nps', score: button ?? Number.NaN };
  const score = scores[scale === '5' ? 5 : 4][button ?? -1];
  if (score !== undefined) return { ...answer, survey: 'csat', score };
  return fault(
    'schema',
    `The button ${button ?? ''} is none of ${scale === '5' ? 'five' : 'four'}: say with the option scale how many there are.`,
  );
}

const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?$/;

/** The clock of the experience point, whatever its `Z` says (the vendor's API: “in the time zone of the experience point”). */
function localTime(value: unknown): When | null {
  const local = typeof value === 'string' ? written.exec(value)?.[1] : undefined;
  return local === undefined ? null : { local };
}
