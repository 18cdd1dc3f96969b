import { z } from 'zod';
import { branchAttentionSchema } from '../kpi/day/schema.ts';
import { businessDate, ofBranches, ranged } from './parameters.ts';

/** Which branches need a look over a period. */
export const attentionQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    ...ofBranches,
  }),
);
export type AttentionQuery = z.output<typeof attentionQuery>;

export const attentionAnswer = z.object({
  from: businessDate,
  to: businessDate.describe(
    'the last date of the figures: that of the question, or, where it still runs and others are before it, the date before; devices are as they are now',
  ),
  looked: z.number().int().describe('how many stores were looked at'),
  judged: z
    .number()
    .int()
    .describe(
      'of how many enough such periods are known to say what is usual; 0 for periods longer than five weeks, and for a day that runs where there are more than 200 stores',
    ),
  stores: z
    .array(
      z.object({
        store: z.string(),
        name: z.string(),
        attention: z.array(branchAttentionSchema).describe('what matters most first; at least one'),
      }),
    )
    .describe('those of which something stands out, those that need a look most first'),
});
export type AttentionAnswer = z.infer<typeof attentionAnswer>;
