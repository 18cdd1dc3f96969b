import { z } from 'zod';

const count = z.number().int().nullable();
const ratio = z.number().nullable();
const seconds = z.number().nullable();

/** Of whole seconds or parts of them; percentiles by nearest rank, within 2 %. */
const distribution = z.object({ mean: seconds, p50: seconds, p90: seconds, p95: seconds });

export const queueFlags = ['coarse', 'partial'] as const;

/**
 * The figures of a queue, or of several together. null: not measured, or divided by nothing. `estimatedWaitSeconds` stands beside the
 * measured wait, never in its place.
 */
export const queueKpisSchema = z.object({
  served: count,
  abandoned: count,
  abandonmentRate: ratio,
  waitSeconds: distribution,
  serviceSeconds: distribution,
  serviceLevel: ratio.describe('share of the served who waited no longer than the target'),
  averageLength: ratio.describe('people, weighted by time over the time of which it is known'),
  maxLength: count,
  averageOpen: ratio.describe('tills open, weighted by time'),
  estimatedWaitSeconds: z
    .object({ mean: z.number(), method: z.literal('littlesLaw') })
    .nullable()
    .describe('where only lengths are measured: average length / purchases per second; an estimate'),
  flags: z.array(z.enum(queueFlags)),
});
export type QueueKpis = z.infer<typeof queueKpisSchema>;

/** What stands beside the funnel: in compare, on Today. */
export const queueBriefSchema = z.object({
  served: count,
  abandonmentRate: ratio,
  meanWaitSeconds: seconds,
  p90WaitSeconds: seconds,
  serviceLevel: ratio,
  averageLength: ratio,
});
export type QueueBrief = z.infer<typeof queueBriefSchema>;
