import { z } from 'zod';
import { lights } from './light.ts';

const count = z.number().int();
const ratio = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();

/** How many observations were green, yellow and red by their standard, and their shares; shares null where there are none. */
export const zonesSchema = z.object({
  green: count,
  yellow: count,
  red: count,
  shares: z.object({ green: z.number(), yellow: z.number(), red: z.number() }).nullable(),
});
export type Zones = z.infer<typeof zonesSchema>;

const npsFigure = z.object({
  nps: ratio.describe('% of 9–10 less % of 0–6'),
  interval: interval.describe('95 %; null below 2 answers'),
  answers: count,
  promoters: count,
  passives: count,
  detractors: count,
});
const csatFigure = z.object({ csat: ratio, interval, answers: count, satisfied: count });
const csiFigure = z.object({
  csi: ratio.describe('Σ weight·score / Σ weight·10'),
  interval,
  answers: count,
  criteria: z.array(
    z.object({
      criterion: z.string().nullable(),
      name: z.string().nullable(),
      weight: z.number(),
      mean: ratio,
      answers: count,
    }),
  ),
});
const staged = <Figure extends z.ZodType>(figure: Figure) =>
  z.object({ all: figure, before: figure.nullable(), after: figure.nullable() });

export const voiceSchema = z.object({ nps: staged(npsFigure), csat: staged(csatFigure), csi: staged(csiFigure) });
export type Voice = z.infer<typeof voiceSchema>;
export type NpsFigure = z.infer<typeof npsFigure>;
export type CsatFigure = z.infer<typeof csatFigure>;
export type CsiFigure = z.infer<typeof csiFigure>;

const hours = z.number().nullable();
const requestFigure = z.object({
  opened: count,
  answered: count,
  resolved: count,
  openNow: count,
  handedOver: count.describe('of those opened, seen at more than one level'),
  medianHoursToAnswer: hours,
  medianHoursToResolve: hours,
});
export const requestsSchema = requestFigure.extend({
  byLevel: z.array(requestFigure.extend({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable() })),
  firstContactRate: ratio.describe('of those resolved: at level 1, never handed over, with the first answer'),
  firstContact: count,
  answerZones: zonesSchema.nullable().describe('by the standard requests / hours-to-answer, where there is one'),
  resolveZones: zonesSchema.nullable().describe('by the standard requests / hours-to-resolve, where there is one'),
  causes: z
    .array(
      z.object({
        category: z.string().nullable(),
        opened: count,
        share: z.number(),
        cumulativeShare: z.number(),
      }),
    )
    .describe('most frequent first: a Pareto chart'),
});
export type Requests = z.infer<typeof requestsSchema>;

export const checksSchema = z.object({
  checks: count,
  items: count,
  passed: count,
  passedShare: ratio,
  interval,
  standards: z.array(
    z.object({
      standard: z.string(),
      name: z.string(),
      checks: count,
      items: count,
      passed: count,
      passedShare: ratio,
      lastAt: z.string(),
    }),
  ),
  repeatedFailures: z.array(
    z.object({
      standard: z.string(),
      item: z.string(),
      text: z.string(),
      failed: count,
      checked: count,
      inARow: count.describe('in the latest checks'),
    }),
  ),
});
export type Checks = z.infer<typeof checksSchema>;

/** What stands beside the funnel: in compare, on Today. */
export const serviceBriefSchema = z.object({
  zones: zonesSchema.nullable().describe('null: nothing was observed'),
  light: z.enum(lights).nullable(),
  nps: ratio,
  npsInterval: interval.describe('95 %; null below 2 answers'),
  npsAnswers: count,
  csat: ratio,
  csatAnswers: count,
  csi: ratio,
  csiAnswers: count,
  openRequests: count,
  passedShare: ratio,
});
export type ServiceBrief = z.infer<typeof serviceBriefSchema>;
