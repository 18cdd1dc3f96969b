import { z } from 'zod';

const name = z.object({ en: z.string(), ru: z.string(), fa: z.string() });
const field = z.object({ key: z.string(), name, formula: z.string(), unit: z.string() });

export const metricsAnswer = z.object({
  metrics: z.array(
    field.extend({
      inputs: z.array(z.string()),
      leftOut: z.string().describe('what does not count, and when there is no figure'),
      fields: z.array(field).optional().describe('the figures of a group, or the flags'),
    }),
  ),
});
