import { z } from 'zod';
import { numericKpis } from '../kpi/numericKpis.ts';
import { businessDate, hours, longestFineDays, ofBranches, ranged, repeated } from './parameters.ts';

const metric = z.enum(numericKpis, { error: `must be one of ${numericKpis.join(', ')}` });

const everyDays = z
  .enum(['1', '7'], { error: 'must be 1 or 7' })
  .transform(Number)
  .describe('days of a step, counted back from `to`; the first step may be shorter');

/** The course of a few figures of many stores: what sparklines are drawn from. */
export const compareSeriesQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    metric: repeated.pipe(z.array(metric).max(4, 'must be four at most')),
    everyDays: everyDays.default(1),
    ...ofBranches,
    hours: hours.default('open'),
  }),
).refine(({ from, to }) => Date.parse(to) - Date.parse(from) < longestFineDays * 24 * 3600 * 1000, {
  path: ['to'],
  error: `${longestFineDays} days at most; take a shorter period`,
});
export type CompareSeriesQuery = z.output<typeof compareSeriesQuery>;

const values = z
  .record(z.string(), z.array(z.number().nullable()))
  .describe(
    'by metric, a figure a step; null: nothing was expected of a step of the funnel that it uses (closed, no device), or less than 70 % of it was observed',
  );

export const compareSeriesAnswer = z.object({
  from: businessDate,
  to: businessDate,
  steps: z.array(z.object({ from: businessDate, to: businessDate })),
  total: values.describe('of all these stores together; without money where there are several currencies'),
  stores: z.array(z.object({ store: z.string(), values })),
});
export type CompareSeriesAnswer = z.infer<typeof compareSeriesAnswer>;
