import { z } from 'zod';

const figure = z.number().nullable();

/** One step's estimate, beside what was measured of it. */
const estimate = z
  .object({
    gapSeconds: z.number().int().describe('time inside opening hours that no report covers, over the step’s devices'),
    estimated: figure.describe('people or receipts that are missing; null: it cannot be estimated, reason says why'),
    low: figure.describe('95 % interval of estimated'),
    high: figure,
    value: figure.describe('measured plus estimated'),
    share: figure.describe('estimated / value'),
    reason: z.enum(['too_little_history']).nullable(),
  })
  .nullable();

/** null: nothing of the step is missing, or nobody measures it. */
export const estimatesSchema = z
  .object({ passersBy: estimate, entries: estimate, purchases: estimate })
  .describe('only with estimates=true; never part of a rate, a rank or a measured figure');
export type Estimates = z.infer<typeof estimatesSchema>;
