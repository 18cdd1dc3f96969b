import { z } from 'zod';
import { instant } from './parameters.ts';

/** Differences between a cumulative counter's readings that enter no bucket. */

export const heldParam = z.object({ device: z.string() });

export const heldBody = z.strictObject({
  line: z.string().min(1, 'must not be empty').default('main'),
  start: instant,
  end: instant,
  decision: z.enum(['accept', 'drop'], 'must be accept or drop'),
});
export const heldAnswer = z.object({ decision: z.enum(['accepted', 'dropped']) });

const count = z.number().nullable().describe('null: this total was not sent');

export const setAsideDifference = z.object({
  line: z.string(),
  start: z.string(),
  end: z.string(),
  in: count,
  out: count,
  passersBy: count,
});
