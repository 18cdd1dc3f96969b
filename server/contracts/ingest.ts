import { z } from 'zod';
import { quarantineReasons } from '../../db/vocabulary/quality.ts';

export const ingestParam = z.object({ store: z.string(), device: z.string(), kind: z.string() });

const fate = z.enum(['accepted', 'duplicate', 'corrected', 'quarantined']);

export const ingestAnswer = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  corrected: z.number().int(),
  quarantined: z.number().int(),
  items: z.array(
    z.object({
      index: z.number().int(),
      fate,
      reason: z.enum(quarantineReasons).optional(),
      detail: z.string().optional(),
    }),
  ),
});
export type IngestAnswer = z.infer<typeof ingestAnswer>;

export const quarantineQuery = z.object({
  reason: z.enum(quarantineReasons, { error: `must be one of ${quarantineReasons.join(', ')}` }).optional(),
  store: z.string().optional(),
  cursor: z.string().max(200).optional(),
});

export const quarantineAnswer = z.object({
  items: z.array(
    z.object({
      id: z.number().int(),
      receivedAt: z.string(),
      lastAt: z.string().describe('when an equal one came last'),
      store: z.string().nullable(),
      device: z.string().nullable(),
      topic: z.string(),
      kind: z.string().nullable(),
      reason: z.string(),
      detail: z.string().nullable(),
      count: z.number().int().describe('equal ones from one device are one row'),
      body: z.unknown().describe('as sent; only the first 4 KiB of one that is unreadable or too large'),
      length: z.number().int().nullable(),
      sha256: z.string().nullable(),
    }),
  ),
  next: z.string().nullable().describe('cursor of the next page; null: this is the last'),
  letGo: z.number().int().describe('how many were let go because a device sent too many'),
});
export type QuarantineAnswer = z.infer<typeof quarantineAnswer>;

const quarantineId = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
export const retryBody = z.strictObject({
  ids: z.array(quarantineId).max(10_000).optional(),
  reason: z.enum(quarantineReasons).optional(),
  store: z.string().optional(),
});
export const retryAnswer = z.object({
  retried: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
});
