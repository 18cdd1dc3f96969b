import { z } from 'zod';
import { surveyStages } from '../../db/vocabulary/event.ts';
import { languages } from './languages.ts';
import { instant, words } from './parameters.ts';

/** A store's public page of questions: how it is set up, and what whoever scans its code may read and send. */

const survey = z.enum(['nps', 'csat', 'csi'], { error: 'must be nps, csat or csi' });
const criterion = words(200);
const question = z.object({
  survey,
  criterion: z.string().nullable().describe('null: the visit as a whole'),
  text: z.string().nullable().describe('null: the page’s own words'),
});

const names = z
  .object({ en: z.string(), ru: z.string(), fa: z.string() })
  .describe('a template’s names of the criterion; else the standard’s own in each language');

export const surveyPageAnswer = z.object({
  isOpen: z.boolean(),
  url: z.string().nullable().describe('null: it was never saved'),
  key: z.string().nullable(),
  locale: z.enum(languages),
  questions: z.array(question),
  criteria: z
    .array(z.object({ criterion: z.string(), names }))
    .describe('what the page calls a criterion that is asked about without words of one’s own'),
  answersIn30Days: z.number().int().describe('people who answered, not their scores'),
});
export type SurveyPageAnswer = z.infer<typeof surveyPageAnswer>;

export const surveyPageBody = z.strictObject({
  isOpen: z.boolean('must be true or false').optional(),
  locale: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }).optional(),
  questions: z
    .array(
      z.strictObject({
        survey,
        criterion: criterion.nullish(),
        text: words(300).nullish(),
      }),
    )
    .min(1, 'needs at least one question')
    .max(12, 'has more than 12 questions: nobody answers so many')
    .optional(),
  renew: z
    .boolean('must be true or false')
    .optional()
    .describe('true: a new address; the codes that hang in the shop lead nowhere from then on'),
});

const phone = z
  .string('is missing')
  .regex(/^[A-Za-z0-9-]{16,64}$/, 'must be 16 to 64 letters, digits and dashes')
  .describe('a random number that the page keeps on the phone; only its hash is kept, for eight days');

export const surveyParam = z.object({ key: z.string() });
export const surveyQuery = z.object({ phone: phone.optional() });

export const surveyCodeQuery = z.object({
  stage: z
    .enum(surveyStages, { error: 'must be before or after' })
    .optional()
    .describe('the code of a page that asks before or after a contact'),
});

export const publicSurvey = z.object({
  store: z.string().describe('its name'),
  locale: z.enum(languages),
  questions: z.array(
    question.extend({ names: names.nullable().describe('null: of the visit as a whole, or nobody has named it') }),
  ),
  hasAnswered: z.boolean().describe('this phone, within the last four hours'),
});

const answer = z.strictObject({
  survey,
  criterion: criterion.nullish(),
  score: z
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must not be negative')
    .max(10, 'must not be above 10'),
  comment: z
    .string()
    .max(1000, 'has more than 1,000 letters')
    .nullish()
    .describe('kept without e-mail addresses and telephone numbers'),
});

export const surveyBody = z.strictObject({
  phone,
  stage: z.enum(surveyStages, { error: 'must be before or after' }).nullish(),
  at: instant.optional().describe('when it was answered, where it waited for a network; at most seven days ago'),
  sentAt: instant.optional().describe('what the phone’s clock shows as it sends: `at` is set right by it'),
  answers: z.array(answer).min(1, 'needs at least one answer').max(12, 'has more than 12 answers'),
});
export type SurveyBody = z.output<typeof surveyBody>;

export const surveyKept = z.object({
  kept: z.number().int(),
  replaced: z.boolean().describe('true: what this phone answered on the same visit gave way'),
});
