import { z } from 'zod';

/** The settings as one file, out and in, and who changed what. */

export const provisionQuery = z.object({
  preview: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true')
    .describe('true: tells what would change, and changes nothing'),
});

const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });

export const provisionAnswer = z.object({
  isPreview: z.boolean(),
  changes: z.array(
    z.object({
      action: z.enum(['added', 'changed']),
      subject: z.string().describe('`store arbat`, `device cam-1`, …'),
      text: z.string(),
      fields: z.array(fieldChange).optional().describe('of what was there; secrets without their value'),
      secret: z.string().optional().describe('newly made, shown this once'),
    }),
  ),
  warnings: z.array(z.string()).describe('what stays as it is though the file speaks of it'),
});

export const auditQuery = z.object({
  cursor: z.string().max(30).optional().describe('`next` of the page before'),
  actor: z.string().max(200).optional().describe('only what this one did'),
});

export const auditAnswer = z.object({
  lines: z.array(
    z.object({
      id: z.number(),
      at: z.string(),
      actor: z.string().describe('`user:ID`, `token:ID`, `cli`, `system`, …'),
      actorName: z.string().nullable(),
      action: z.string(),
      subject: z.string(),
      before: z.unknown().describe('what it was, as far as it changed'),
      after: z.unknown(),
    }),
  ),
  next: z.string().nullable(),
});

export const backupState = z.object({
  state: z.enum(['none', 'running', 'ready', 'failed']),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  bytes: z.number().nullable().describe('written so far, or in all'),
  expectedBytes: z.number().nullable().describe('roughly how many it will be; null: not known'),
  fileName: z.string().nullable(),
  detail: z.string().nullable().describe('why it failed, and what to do'),
});
export type BackupState = z.infer<typeof backupState>;

export const firstSteps = z.object({
  steps: z.object({
    counter: z.boolean().describe('a device that counts entries is set up'),
    counted: z.boolean().describe('the first entry was counted'),
    till: z.boolean().describe('a till or another source of receipts is set up'),
    sold: z.boolean().describe('the first receipt came'),
    people: z.boolean().describe('somebody else may sign in'),
  }),
});
