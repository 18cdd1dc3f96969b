import { z } from 'zod';
import { attentionSchema, headlineSchema, standingSchema } from '../kpi/day/schema.ts';
import { kpiNumbersSchema, kpisSchema, moneySchema, ranksSchema, totalKpisSchema } from '../kpi/schema.ts';
import { adjustedSchema } from './audits.ts';
import { besideSchema } from './beside.ts';
import { estimatesSchema } from './estimates.ts';
import { occupancyNow } from './occupancy.ts';
import {
  adjusted,
  adjustedFault,
  areKept,
  businessDate,
  canBeAdjusted,
  canBeEstimated,
  comparison,
  estimates,
  estimatesFault,
  fields,
  figures,
  hours,
  keptFault,
  ofBranches,
  ranged,
  step,
} from './parameters.ts';

export const funnelQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    by: step.default('none'),
    compare: comparison.default('none'),
    hours: hours.default('open'),
    figures: figures.default('restated'),
    estimates: estimates.default(false),
    adjusted: adjusted.default(false),
    fields: fields.optional(),
  }),
)
  .refine(areKept, keptFault)
  .refine(canBeEstimated, estimatesFault)
  .refine(canBeAdjusted, adjustedFault);
export type FunnelQuery = z.output<typeof funnelQuery>;

const reportedPart = z
  .object({
    dates: z.number().int().describe('dates that are as they were reported'),
    withoutReport: z.number().int().describe('dates that have ended and have no report: these are as they are now'),
  })
  .describe('only with figures=reported');

const kpiStep = z.object({ start: z.string(), end: z.string() }).extend(kpisSchema.shape);
const funnelStep = kpiStep.extend({ estimates: estimatesSchema.optional(), adjusted: adjustedSchema.optional() });
const change = kpiNumbersSchema.describe('(now − then) / |then| by KPI; null where then is 0 or null');
const compared = z.object({ from: businessDate, to: businessDate, total: kpisSchema, change });

export const funnelAnswer = z.object({
  store: z.string(),
  currency: z.string(),
  timezone: z.string(),
  from: businessDate,
  to: businessDate,
  by: step,
  total: kpisSchema.extend({ adjusted: adjustedSchema.optional() }),
  series: z.array(funnelStep).optional(),
  estimates: estimatesSchema.optional(),
  comparison: compared.optional(),
  reported: reportedPart.optional(),
});
export type FunnelAnswer = z.infer<typeof funnelAnswer>;

export const compareQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    ...ofBranches,
    compare: comparison.default('none'),
    hours: hours.default('open'),
    figures: figures.default('restated'),
  }),
);
export type CompareQuery = z.output<typeof compareQuery>;

const storeLine = z
  .object({
    store: z.string(),
    name: z.string(),
    region: z.string().nullable(),
    currency: z.string(),
    timezone: z.string(),
    rank: ranksSchema,
    conversionEntries: z
      .number()
      .nullable()
      .describe(
        'entries over the buckets that conversion is of: valid for entries and purchases; null without a conversion',
      ),
    comparison: compared.optional(),
    reported: reportedPart.optional(),
    ...besideSchema.shape,
  })
  .extend(kpisSchema.shape);

export const compareAnswer = z.object({
  from: businessDate,
  to: businessDate,
  currency: z.string().nullable().describe('null: several'),
  total: totalKpisSchema,
  money: z.record(z.string(), moneySchema).optional().describe('by currency, where there are several'),
  comparison: compared.optional(),
  ...besideSchema.shape,
  stores: z.array(storeLine),
});
export type CompareAnswer = z.infer<typeof compareAnswer>;

export const todayQuery = z.object({
  date: businessDate.optional().describe('a date that has begun; absent: the one that is running'),
});

export const todayAnswer = z.object({
  store: z.string(),
  name: z.string(),
  currency: z.string(),
  timezone: z.string(),
  date: businessDate,
  isPast: z.boolean().describe('the date is over; then all of it is compared, else what is usual by now'),
  now: z.string(),
  isOpen: z.boolean(),
  opensAt: z.string().optional(),
  closesAt: z.string().optional(),
  total: kpisSchema,
  hours: z.array(kpiStep),
  headline: headlineSchema,
  standing: standingSchema.describe('the figures beside what is usual, and whether they lie within its range'),
  attention: z.array(attentionSchema).describe('what stands out, what matters most first; without the queues now'),
  occupancy: occupancyNow.nullable().describe('null: the date is over'),
  usual: z.object({ days: z.number().int(), values: kpiNumbersSchema, change }).nullable(),
  quality: z.object({
    level: z.enum(['good', 'fair', 'poor', 'none']),
    reasons: z.array(
      z.object({
        code: z.string(),
        step: z.string().optional(),
        device: z.string().optional(),
        name: z.string().optional().describe('of the device'),
        since: z.string().nullable().optional(),
        until: z.string().optional().describe('absent: it goes on, or its end is not known'),
        coverage: z.number().optional().describe('of the step'),
        text: z.string().describe('in English; whoever shows it says it by the code'),
      }),
    ),
  }),
  ...besideSchema.shape,
  firstMessageAt: z.string().nullable(),
});
export type TodayAnswer = z.infer<typeof todayAnswer>;
