import { z } from 'zod';
import { surveyStages } from '../../db/vocabulary/event.ts';
import { lights } from '../kpi/service/light.ts';
import { checksSchema, requestsSchema, voiceSchema, zonesSchema } from '../kpi/service/schema.ts';
import { businessDate, ranged } from './parameters.ts';

export const commentsQuery = ranged(z.object({ from: businessDate, to: businessDate }));
export const serviceQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    by: z.enum(['none', 'day', 'week', 'month'], { error: 'must be none, day, week or month' }).default('none'),
  }),
);
export type ServiceQuery = z.output<typeof serviceQuery>;

const light = z.enum(lights).nullable();
const ratio = z.number().nullable();

const criterionLine = z.object({
  criterion: z.string(),
  name: z.string(),
  step: z.string().nullable(),
  unit: z.string().nullable(),
  owner: z.string().nullable(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  green: z.number().nullable().describe('null: there is no standard for it, so nothing is sorted'),
  yellow: z.number().nullable(),
  lowerIsBetter: z.boolean().nullable(),
  observations: z.number().int(),
  mean: ratio,
  zones: zonesSchema,
  light: light.describe('red: red share above 10 %; green: green share at least 80 % and not red; else yellow'),
  trend: z.array(z.object({ start: businessDate, end: businessDate, zones: zonesSchema })).describe('by week'),
});

const processLine = z.object({
  process: z.string(),
  name: z.string(),
  zones: zonesSchema,
  light,
  criteria: z.array(criterionLine).describe('in the order of the scenario'),
});

const count = z.number().int();
const interval = z.tuple([z.number(), z.number()]).nullable();
const serviceStep = z.object({
  start: businessDate,
  end: businessDate,
  observations: count,
  greenShare: ratio,
  greenInterval: interval,
  nps: ratio,
  npsInterval: interval,
  npsAnswers: count,
  csat: ratio,
  csatInterval: interval,
  csi: ratio,
  csiInterval: interval,
  items: count.describe('items of standards checks'),
  passedShare: ratio,
  passedInterval: interval,
});

export const serviceAnswer = z.object({
  store: z.string(),
  timezone: z.string(),
  from: businessDate,
  to: businessDate,
  zones: zonesSchema,
  light,
  processes: z.array(processLine),
  worst: z
    .array(
      z.object({
        process: z.string(),
        criterion: z.string(),
        step: z.string().nullable(),
        light: z.enum(['red', 'yellow']),
        outsideShare: z.number().describe('yellow and red, of those sorted'),
        redShare: z.number(),
        observations: z.number().int(),
      }),
    )
    .describe('steps that are not green, the worst first: by light, then by the share outside green'),
  plan: z
    .array(
      z.object({
        process: z.string(),
        criterion: z.string(),
        owner: z.string().nullable(),
        level: z.number().nullable(),
        text: z.string(),
      }),
    )
    .describe('what to plan, in sentences'),
  nps: ratio,
  csat: ratio,
  csi: ratio,
  voice: voiceSchema,
  requests: requestsSchema,
  standards: checksSchema,
  series: z.array(serviceStep).optional().describe('absent for by=none'),
});
export type ServiceAnswer = z.infer<typeof serviceAnswer>;

const commentLine = z.object({
  at: z.string(),
  survey: z.enum(['nps', 'csat', 'csi']),
  score: z.number().int().describe('nps 0–10, csat 1–5, csi 1–10'),
  criterion: z.string().nullable().describe('null: the visit as a whole'),
  stage: z.enum(surveyStages).nullable().describe('before or after a contact; null: not said'),
  text: z.string().describe('as the customer wrote it, without e-mail addresses and telephone numbers'),
});

export const commentsAnswer = z.object({
  comments: z.array(commentLine).describe('newest first, at most 200'),
  more: z.boolean().describe('true: there are older ones in the period; ask for a shorter one'),
});
export type CommentsAnswer = z.infer<typeof commentsAnswer>;
