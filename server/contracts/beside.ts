import { z } from 'zod';
import { queueBriefSchema } from '../kpi/queue/schema.ts';
import { serviceBriefSchema } from '../kpi/service/schema.ts';

/** What stands beside the funnel, in compare and on Today. */
export const besideSchema = z.object({
  queue: queueBriefSchema.nullable().describe('null: no queue was ever measured'),
  service: serviceBriefSchema.nullable().describe('null: nothing of service was ever measured'),
});
export type Beside = z.infer<typeof besideSchema>;
