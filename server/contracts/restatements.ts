import { z } from 'zod';
import { causes } from '../../db/vocabulary/cause.ts';
import { kpisSchema } from '../kpi/schema.ts';
import { businessDate, hours, ranged } from './parameters.ts';

/** More would be a book of changes that nobody reads. */
const longestDays = 400;
const dayMs = 24 * 3600 * 1000;

export const restatementsQuery = ranged(
  z.object({ from: businessDate, to: businessDate, hours: hours.default('open') }),
).refine(({ from, to }) => Date.parse(to) - Date.parse(from) < longestDays * dayMs, {
  path: ['to'],
  error: `the period is longer than ${longestDays} days`,
});
export type RestatementsQuery = z.output<typeof restatementsQuery>;

const count = z.number().nullable();
const minor = z.number().int().nullable();

/** A difference of each sum: now less as reported; null where neither has a figure. */
const differenceSchema = z.object({
  passersBy: count,
  entries: count,
  exits: count,
  purchases: count,
  items: count,
  grossSalesMinor: minor,
  returnsMinor: minor,
  netSalesMinor: minor,
  outsideHours: z.object({ entries: count, purchases: count, netSalesMinor: minor }),
  otherChannels: z.object({ transactions: count, netSalesMinor: minor }),
});
export type Difference = z.infer<typeof differenceSchema>;

const changeSchema = z
  .object({
    cause: z
      .enum(causes)
      .describe('why: facts that came late, corrections, held differences decided, voids, take-outs'),
    device: z.string().nullable().describe('whose facts changed; null: other settings'),
    deviceName: z.string().nullable(),
    changes: z.number().int().describe('how many times something was changed'),
    firstAt: z.string(),
    lastAt: z.string(),
  })
  .extend(differenceSchema.shape);

export const restatementsAnswer = z.object({
  store: z.string(),
  currency: z.string(),
  timezone: z.string(),
  from: businessDate,
  to: businessDate,
  reportedFrom: businessDate.nullable().describe('the first date of which there is a report; null: none yet'),
  days: z.array(
    z.object({
      date: businessDate,
      reportedAt: z.string().describe('when what the date showed was looked at, soon after its end'),
      reported: kpisSchema,
      restated: kpisSchema,
      difference: differenceSchema.describe('restated less reported: what the changes add up to'),
      changes: z.array(changeSchema),
    }),
  ),
});
export type RestatementsAnswer = z.infer<typeof restatementsAnswer>;
