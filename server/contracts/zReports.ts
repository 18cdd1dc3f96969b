import { z } from 'zod';
import { businessDate } from './parameters.ts';

/** More is asked for in parts. */
const longestDays = 92;
const dayMs = 24 * 3_600_000;

export const zReportsQuery = z
  .object({
    from: businessDate.optional().describe('default: 6 dates before to'),
    to: businessDate.optional().describe("default: the store's present date"),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    error: 'must not be after to',
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < longestDays * dayMs,
    { path: ['to'], error: `the period is longer than ${longestDays} days` },
  );
export type ZReportsQuery = z.output<typeof zReportsQuery>;

const count = z.number().int().nullable();

const said = z.object({
  salesCount: count,
  salesMinor: count,
  returnsCount: count,
  returnsMinor: count,
  receiptsCount: count.describe('sales and returns together, where the till does not tell them apart'),
});

export const zReportsAnswer = z.object({
  store: z.string(),
  currency: z.string(),
  from: z.string(),
  to: z.string(),
  shifts: z
    .array(
      z.object({
        id: z.string(),
        device: z.string(),
        till: z.string().nullable(),
        start: z.string().describe('as the till says, else the end of the shift before, else 24 hours before its end'),
        end: z.string(),
        state: z
          .enum(['complete', 'missing', 'unsaid'])
          .describe('missing: less arrived than the till says; unsaid: it says nothing to compare'),
        said,
        arrived: z.object({
          salesCount: z.number().int(),
          salesMinor: z.number().int(),
          returnsCount: z.number().int(),
          returnsMinor: z.number().int(),
        }),
        difference: said.describe('said less arrived: above 0 is missing; null where the till does not say'),
      }),
    )
    .describe('latest first'),
});
export type ZReportsAnswer = z.infer<typeof zReportsAnswer>;
