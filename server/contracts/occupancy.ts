import { z } from 'zod';
import { businessDate } from './parameters.ts';

export const occupancyQuery = z.object({ date: businessDate.optional() });

const people = z.number().int().nullable();
const bounds = { low: people.describe('95 % interval; null: too few days have closed to say'), high: people };

/** Why there is no figure. */
const reason = z.enum(['not_measured', 'low_coverage', 'imbalance', 'not_begun', 'closed']).nullable();

/** An estimate; part of the figures of the day that is running. */
export const occupancyNow = z.object({
  people: people.describe('people inside now, an estimate; null: see reason'),
  ...bounds,
  averageStaySeconds: z
    .number()
    .int()
    .nullable()
    .describe('Little’s law: mean people inside / entries in a unit of time'),
  reason,
});
export type OccupancyNow = z.infer<typeof occupancyNow>;

export const occupancyAnswer = z.object({
  store: z.string(),
  timezone: z.string(),
  date: businessDate,
  isEstimate: z.literal(true),
  now: occupancyNow.nullable().describe('null: the date is over'),
  averagePeople: z.number().nullable(),
  averageStaySeconds: z.number().int().nullable(),
  peak: z.object({ at: z.string(), people: z.number().int() }).nullable(),
  drift: z.object({
    days: z.number().int().describe('closings that the correction is made of; fewer than 3 correct nothing'),
    share: z.number().describe('(in − out) / the greater of both at closing: what the doors miss of one direction'),
  }),
  reason,
  series: z.array(z.object({ start: z.string(), end: z.string(), people, ...bounds })),
});
export type OccupancyAnswer = z.infer<typeof occupancyAnswer>;
