import { z } from 'zod';

/** Looking on as messages arrive, trying one out, and adopting who sends. */

export const watchSubject = z
  .string('is missing')
  .min(1, 'must be a device’s or source’s id, or *')
  .max(100)
  .describe('a device’s or source’s id; *: what nobody claims');
export const watchBody = z.strictObject({ subject: watchSubject });
export const watchStarted = z.object({ endsAt: z.string() });
export const watchParam = z.object({ subject: watchSubject });
export const watchQuery = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the id of a message')
    .transform(Number)
    .optional()
    .describe('the last message that was read before'),
});

const understood = z.array(
  z.object({
    what: z.string().describe('interval, reading, event, sale, status, …, aside, refused'),
    text: z.string(),
  }),
);
export const watchAnswer = z.object({
  messages: z.array(
    z.object({
      id: z.number().int(),
      receivedAt: z.string(),
      topic: z.string(),
      raw: z.string().describe('without personal data, at most 4 KiB'),
      understood,
    }),
  ),
  endsAt: z.string().nullable().describe('null: nobody watches any more'),
  refused: z
    .object({
      count: z.number().int(),
      lastAt: z.string(),
      sentence: z.string().describe('says what to do'),
    })
    .nullable()
    .describe('what was refused of it in the last hour; null: nothing'),
});

export const previewBody = z.strictObject({
  profile: z.string('is missing').max(63),
  device: z.string().max(63).optional().describe('read as for this device; else as for one of which nothing is said'),
  topic: z.string().max(1000).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  mode: z.enum(['interval', 'cumulative', 'event'], 'must be interval, cumulative or event').optional(),
  body: z.unknown().describe('JSON or text, at most 256 KiB'),
});
export const previewAnswer = z.object({
  reports: z.array(z.object({ address: z.string(), findings: z.array(z.looseObject({ kind: z.string() })) })),
  understood,
});

export const adoptionAnswer = z.object({
  unknown: z.array(
    z.object({
      source: z.string().nullable().describe('the source or device by whose way it came; null: the main broker'),
      topic: z.string(),
      address: z.string().nullable().describe('the vendor’s name of the device'),
      store: z.string().nullable().describe('of a message in Lintel’s own language: what its topic names'),
      device: z.string().nullable(),
      guess: z.object({ profile: z.string(), make: z.string() }).nullable(),
      count: z.number().int(),
      lastAt: z.string(),
      sample: z.string().nullable().describe('the latest message, without personal data, at most 4 KiB'),
    }),
  ),
});
