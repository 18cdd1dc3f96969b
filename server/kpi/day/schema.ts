import { z } from 'zod';
import { flags, steps } from '../../../db/vocabulary/quality.ts';
import { funnelFigures, type StandingFigure } from './figures.ts';

const number = z.number().nullable();

/** A figure of a day beside what is usual for it. */
export const againstSchema = z.object({
  value: number,
  usual: number.describe('the median of the days'),
  range: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('where 19 of 20 usual days lie by now; docs/adr/0029 says how it is worked out'),
  verdict: z.enum(['within', 'above', 'below']).nullable().describe('null: see reason'),
  change: number.describe('(value − usual) / usual'),
  days: z.number().int().describe('how many days are behind the usual'),
  reason: z
    .enum(['unknown', 'lowCoverage', 'noUsual', 'tooFew'])
    .nullable()
    .describe('why nothing is said: not measured; under 70 % covered; fewer than 4 days; too few people yet'),
});
export type Against = z.infer<typeof againstSchema>;

export const standingSchema = z.object({
  passersBy: againstSchema,
  entries: againstSchema,
  purchases: againstSchema,
  captureRate: againstSchema,
  conversionRate: againstSchema,
  netSalesMinor: againstSchema,
  averageCheckMinor: againstSchema,
  salesPerVisitorMinor: againstSchema,
  unitsPerTransaction: againstSchema,
}) satisfies z.ZodType<Record<StandingFigure, Against>>;
export type Standing = z.infer<typeof standingSchema>;

/** What the sentence at the top of a day is made of, beside `standing`. */
export const headlineSchema = z.object({
  state: z
    .enum(['counted', 'nothing', 'notBegun', 'closed'])
    .describe(
      'nothing: no figure is known; notBegun: before the opening; closed: the store does not open on this date',
    ),
  step: z.enum(steps).nullable().describe('which count leads: entries, else purchases, else passersBy'),
  isOver: z.boolean().describe('the date’s last opening is over'),
});
export type Headline = z.infer<typeof headlineSchema>;

const outage = z.object({
  code: z.literal('outage'),
  cause: z.enum(['problem', 'offline', 'silent', 'never_reported', 'not_delivered', 'low_coverage', 'ingest_gap']),
  step: z.enum(steps).nullable(),
  device: z.string().nullable(),
  name: z.string().nullable().describe('of the device'),
  since: z.string().nullable(),
  until: z.string().nullable().describe('null: it goes on, or its end is not known'),
  coverage: number.describe('of the step, so far'),
});
export type Outage = z.infer<typeof outage>;

const queueNow = z.object({
  code: z.literal('queueNow'),
  light: z.enum(['yellow', 'red']),
  queue: z.string(),
  name: z.string(),
  length: number,
  expectedWaitSeconds: number,
  targetSeconds: z.number(),
});
export type QueueAlarm = z.infer<typeof queueNow>;

/** Something of a day that is worth a look. */
export const attentionSchema = z.discriminatedUnion('code', [
  outage,
  z.object({ code: z.literal('implausible'), flag: z.enum(flags) }),
  queueNow,
  z.object({
    code: z.literal('belowUsual'),
    figure: z.enum(funnelFigures),
    value: z.number(),
    usual: z.number(),
    low: z.number(),
    change: z.number(),
  }),
  z.object({ code: z.literal('serviceLight'), light: z.literal('red') }),
  z.object({ code: z.literal('queueDay'), serviceLevel: z.number(), targetShare: z.number() }),
]);
export type Attention = z.infer<typeof attentionSchema>;

/** Converts less than chance explains, had all branches the conversion of all together. */
const belowOthers = z.object({
  code: z.literal('belowOthers'),
  value: z.number(),
  low: z.number().describe('999 of 1,000 branches with the conversion of all together lie above it'),
  rate: z.number().describe('the conversion of all together'),
});

/** Something of a branch over a period that is worth a look. */
export const branchAttentionSchema = z.discriminatedUnion('code', [...attentionSchema.options, belowOthers]);
export type BranchAttention = z.infer<typeof branchAttentionSchema>;
