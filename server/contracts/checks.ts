import { z } from 'zod';
import { checkCodes, severities } from '../kpi/checks/finding.ts';

export const checksQuery = z.object({ store: z.string().optional() });

/** Something that does not fit together, in words; `action`: what to do about it. */
export const checkSchema = z.object({
  code: z.enum(checkCodes),
  severity: z.enum(severities),
  since: z.string().nullable(),
  until: z.string().nullable().describe('null: it goes on'),
  text: z.string(),
  action: z.string(),
  figures: z.record(z.string(), z.union([z.number(), z.string()])).describe('what it was judged by'),
});
export type Check = z.infer<typeof checkSchema>;

export const checksAnswer = z.object({
  checks: z.array(
    checkSchema.extend({ store: z.string(), device: z.string().nullable().describe('null: it concerns the store') }),
  ),
  pending: z.number().int().describe('stores of a large chain whose last weeks have not been looked at yet; ask again'),
});
export type ChecksAnswer = z.infer<typeof checksAnswer>;
