import { z } from 'zod';

export const hookParam = z.object({ feed: z.string() });

export const hookAnswer = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  corrected: z.number().int(),
  quarantined: z.number().int(),
  later: z.boolean().describe('safe on the disk, and stored as soon as the database can: nothing is counted yet'),
});
export type HookAnswerBody = z.infer<typeof hookAnswer>;
