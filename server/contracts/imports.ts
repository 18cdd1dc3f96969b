import { z } from 'zod';
import { id } from './parameters.ts';

/** Files with receipts, counts, queues and service: how their columns are read, and what became of their lines. */

const words = z.record(z.string().max(100), z.string().max(20));

/** What `lintel import` takes as options, to be used again under a name. */
export const importMapping = z.strictObject({
  kind: z.enum(['sales', 'counts', 'queue', 'service']).optional().describe('what the lines are; default sales'),
  map: z
    .record(z.string().max(40), z.string().max(400))
    .default({})
    .describe(
      'by field the column; Date+Time joins two; a field that is not here is found by its own name, one with no column (empty) is not read',
    ),
  dateFormat: z.string().max(60).optional().describe('such as dd.MM.yyyy HH:mm; default RFC 3339'),
  zone: z.string().max(60).optional().describe("of times without an offset; default the store's"),
  decimalComma: z.boolean().optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.string().max(40).optional(),
  type: words.optional().describe('sales: by word of the type column sale, return, exchange, void or skip'),
  zero: z.enum(['keep', 'skip']).optional().describe('sales: whether those of 0 are purchases'),
  direction: words.optional().describe('counts: by word of the direction column in, out, passerBy or skip'),
  label: z.enum(['start', 'end']).optional().describe("counts: what a line's one time is of its interval"),
  slotMinutes: z.number().int().min(1).max(1440).optional().describe('counts and queues: how long an interval is'),
  set: z.record(z.string().max(40), z.string().max(256)).optional().describe('by field what it is in every line'),
  bins: z
    .record(z.string().max(20), z.string().max(400))
    .optional()
    .describe('queue: by class of waits in seconds (0-900, 7200-) the column with the people in it'),
  waitUnit: z.enum(['seconds', 'minutes']).optional().describe('queue: what waits are written in; default seconds'),
  outcome: words.optional().describe('queue: by word of the outcome column served, abandoned or skip'),
  skipScores: z.array(z.string().max(40)).max(50).optional().describe('service: scores that mean no answer'),
  items: z
    .record(z.string().max(64), z.string().max(400))
    .optional()
    .describe('service: by item of a check the column that says whether it passed'),
  passed: words.optional().describe('service: by word of such a column yes, no or skip'),
});
export type ImportMapping = z.output<typeof importMapping>;

export const mappingName = z.string().trim().min(1, 'must not be empty').max(80, 'must have at most 80 characters');
export const mappingParam = z.object({ store: z.string(), name: mappingName });

export const mappingsAnswer = z.object({
  mappings: z.array(importMapping.extend({ name: z.string(), changedAt: z.string() })),
});
export const mappingSaved = z.object({ name: z.string() });

const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((value) => value === 'true');

/** JSON in a parameter, for a mapping that is not kept. */
const mappingText = z.string().transform((text, context): ImportMapping => {
  try {
    const read = importMapping.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a mapping as JSON' });
  }
  return z.NEVER;
});

export const importsQuery = z.object({
  device: id.optional().describe("a device that is set up already; default: the store's own import device"),
  profile: id
    .optional()
    .describe('the make whose format the file has, such as fns, evotor or poslog; default: a table (CSV or XLSX)'),
  mapping: mappingName.optional().describe('a kept mapping'),
  map: mappingText.optional().describe('a mapping as JSON, which is not kept'),
  dryRun: flag.optional().describe('true: reads and reports, stores nothing'),
  look: flag.optional().describe('true: answers the header and the first lines of a table, and reads nothing more'),
});

const count = z.number().int();

export const importReport = z.object({
  device: z.string(),
  lines: count,
  accepted: count,
  duplicates: count.describe('already there'),
  corrected: count,
  rounded: count.describe('amounts with more digits than the currency'),
  skipped: z.record(z.string(), count).describe('left out on purpose, by reason'),
  rejectedCount: count,
  rejected: z
    .array(
      z.object({
        line: count,
        reason: z.string(),
        said: z.string().optional().describe('the reason in the language of the request, where that is not English'),
      }),
    )
    .describe('the first 500'),
  from: z.string().nullable(),
  to: z.string().nullable(),
  isDryRun: z.boolean(),
});
export type ImportReportAnswer = z.infer<typeof importReport>;

export const tableLook = z.object({ header: z.array(z.string()), rows: z.array(z.array(z.string())) });
export type TableLook = z.infer<typeof tableLook>;

export const importsAnswer = z.union([importReport, tableLook]);
