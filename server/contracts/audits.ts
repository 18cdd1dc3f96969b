import { z } from 'zod';
import { id as deviceId, instant, note } from './parameters.ts';

/** Counting by hand beside a device, and what it says of the device. */

const people = z.number('must be a number').int('must be a whole number').min(0, 'must not be negative').max(1_000_000);

const auditId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'must be 8 to 64 letters, digits and dashes');
export const auditParam = z.object({ store: z.string(), id: z.string() });

export const auditBody = z.strictObject({
  id: auditId.optional().describe('made by whoever counted: what is sent twice is kept once'),
  device: deviceId,
  start: instant,
  end: instant,
  in: people.nullish().describe('absent or null: not counted, which is not 0'),
  out: people.nullish(),
  note: note.nullish(),
  sentAt: instant
    .optional()
    .describe('what the clock of the sender shows; one that is more than 30 s off has the span moved by as much'),
});
export const auditSaved = z.object({ id: z.string(), isNew: z.boolean().describe('false: it was kept before') });

export const auditWithdrawn = z.object({ id: z.string() });

const ratio = z.number();
const interval = z.tuple([ratio, ratio]).describe('95 %, Wilson');
const compared = z.object({
  manual: z.number().describe('people counted by hand'),
  device: z
    .number()
    .describe('people the device counted in the same time; parts of a person where it is a share by time'),
  accuracy: ratio.describe('1 − |device − manual| / manual'),
  interval,
});

const auditLine = z.object({
  id: z.string(),
  device: z.string(),
  start: z.string(),
  end: z.string(),
  in: z.number().nullable(),
  out: z.number().nullable(),
  note: z.string().nullable(),
  madeBy: z.string(),
  receivedAt: z.string(),
  state: z.enum(['compared', 'waiting', 'gap']),
  aligned: z
    .boolean()
    .describe('false: a report of the device reaches beyond the span, so that its figure is a share by time'),
  expiresAt: z.string(),
  expired: z.boolean(),
  accuracy: z.object({ in: compared.nullable(), out: compared.nullable() }),
});

const together = compared.extend({
  audits: z.number().int(),
  factor: ratio.nullable().describe('Σ manual / Σ device: what adjusted figures are multiplied with'),
});

export const auditsAnswer = z.object({
  devices: z
    .array(z.object({ device: z.string(), name: z.string(), in: together.nullable(), out: together.nullable() }))
    .describe('every counter of entries, by its audits together that have not expired'),
  audits: z.array(auditLine).describe('latest first'),
});
export type AuditsAnswer = z.infer<typeof auditsAnswer>;

const figure = z.number().nullable();

/** Beside the measured figures and never in their place. */
export const adjustedSchema = z
  .object({
    entriesAdjusted: figure.describe('people, in parts: Σ entries of each counter × Σ manual / Σ device of its audits'),
    captureRateAdjusted: figure,
    conversionRateAdjusted: figure,
    salesPerVisitorAdjustedMinor: z.number().int().nullable(),
    withoutAudit: z
      .array(z.string())
      .describe('counters whose entries are in it and that no audit speaks for: then all is null'),
  })
  .describe('only with adjusted=true');
