import { z } from 'zod';
import { businessDate, instant, storable, words } from './parameters.ts';

/** What people write down on a phone: observations, checks by a checklist, and what was agreed upon. */

const kept = 'made by the phone: what is sent twice is kept once';
const formId = z
  .string('is missing')
  .regex(/^[A-Za-z0-9-]{8,64}$/, 'must be 8 to 64 letters, digits and dashes')
  .describe(kept);
const word = words(256);
const sentAt = instant
  .optional()
  .describe('what the clock of the sender shows; one that is more than 30 s off has its times moved by as much');

export const observationsBody = z.strictObject({
  observations: z
    .array(
      z.strictObject({
        id: formId,
        at: instant,
        process: word,
        criterion: word,
        value: z
          .number('must be a number')
          .min(-1e12, 'is too small to be meant')
          .max(1e12, 'is too large to be meant'),
      }),
    )
    .min(1, 'needs at least one observation')
    .max(500, 'has more than 500 observations: send them in parts'),
  sentAt,
});
export const observationsKept = z.object({
  kept: z.number().int().describe('new ones'),
  known: z.number().int().describe('kept before'),
});

const action = {
  id: formId,
  item: word.nullish().describe('the item of the checklist that it is about'),
  what: words(500),
  role: words(100).describe('a role, such as shift manager, not a name'),
  dueOn: businessDate,
};

export const checkBody = z.strictObject({
  id: formId,
  at: instant,
  standard: word.describe('the checklist’s id'),
  items: z
    .array(z.strictObject({ item: word, passed: z.boolean('must be true or false') }))
    .min(1, 'needs at least one item')
    .max(200, 'has more than 200 items'),
  actions: z.array(z.strictObject(action)).max(50, 'has more than 50 actions').optional(),
  sentAt,
});
export const formSaved = z.object({ id: z.string(), isNew: z.boolean().describe('false: it was kept before') });

export const actionBody = z.strictObject({ ...action, standard: word.nullish() });
export const actionChange = z.strictObject({ done: z.boolean('must be true or false') });
export const formParam = z.object({ store: z.string(), id: storable });

const checkLine = z.object({
  id: z.string(),
  at: z.string(),
  standard: z.string(),
  name: z.string().describe('the checklist’s; its id where it is not set up any more'),
  passed: z.number().nullable().describe('share of the items passed'),
  items: z.array(z.object({ item: z.string(), text: z.string(), passed: z.boolean() })),
});

export const actionLine = z.object({
  id: z.string(),
  checkId: z.string().nullable(),
  standard: z.string().nullable(),
  item: z.string().nullable(),
  text: z.string().nullable().describe('the item’s'),
  what: z.string(),
  role: z.string(),
  dueOn: businessDate,
  madeAt: z.string(),
  doneAt: z.string().nullable(),
  isLate: z.boolean().describe('not done, and its date is over'),
});
export type ActionLine = z.infer<typeof actionLine>;

export const checksKept = z.object({
  checks: z.array(checkLine).describe('latest first, at most 200'),
  actions: z.array(actionLine).describe('open ones by their date, then those done, latest first, at most 500'),
});
export type ChecksKept = z.infer<typeof checksKept>;
