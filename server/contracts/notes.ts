import { z } from 'zod';
import { businessDate, id, longestFineDays, ranged, words } from './parameters.ts';

const dayMs = 24 * 3600 * 1000;

export const notesQuery = ranged(z.object({ from: businessDate, to: businessDate, store: z.string().optional() }));

/** About `stores`, about a `region`, or, with neither, about all stores. */
export const noteBody = ranged(
  z.strictObject({
    from: businessDate,
    to: businessDate,
    text: words(500),
    stores: z.array(id).min(1, 'must name at least one store; leave it out for all').max(1000).optional(),
    region: id.optional(),
  }),
)
  .refine(({ stores, region }) => stores === undefined || region === undefined, {
    path: ['region'],
    error: 'a note is about stores or about a region: leave one of them out',
  })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / dayMs < longestFineDays, {
    path: ['to'],
    error: `must be at most ${longestFineDays} days after from`,
  });
export type NoteBody = z.output<typeof noteBody>;

export const noteAnswer = z.object({
  id: z.string(),
  from: businessDate,
  to: businessDate,
  text: z.string(),
  stores: z.array(z.string()).nullable().describe('those of them that the caller may see; null: a region’s, or all'),
  region: z.string().nullable(),
});
export type NoteAnswer = z.infer<typeof noteAnswer>;

export const notesAnswer = z.object({
  notes: z
    .array(
      noteAnswer.extend({
        author: z.string().nullable().describe('null: made by a program, or by somebody who is gone'),
        madeAt: z.string(),
        canChange: z.boolean(),
      }),
    )
    .describe('that touch the period, earliest first'),
});
export type NotesAnswer = z.infer<typeof notesAnswer>;

export const noteParam = z.object({ id: z.string() });
export const noteRemoved = z.object({ id: z.string() });
