import { z } from 'zod';
import { businessDate } from './parameters.ts';

/** More is asked for in parts: every hour of every device is told. */
const longestDays = 35;
const dayMs = 24 * 3_600_000;

export const coverageQuery = z
  .object({
    from: businessDate.optional().describe('default: 6 dates before to'),
    to: businessDate.optional().describe("default: the store's present date"),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    error: 'must not be after to',
  })
  .refine(({ from, to }) => from === undefined || to !== undefined, {
    path: ['to'],
    error: 'is missing; give the last date too, or neither',
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < longestDays * dayMs,
    { path: ['to'], error: `the period is longer than ${longestDays} days` },
  );
export type CoverageQuery = z.output<typeof coverageQuery>;

const share = z.number().nullable().describe('observed / expected inside opening hours; null: nothing was expected');

const gap = z.object({
  start: z.string(),
  isFromBefore: z.boolean().describe('from the first time asked for on: it may have begun before'),
  end: z.string().nullable().describe('null: nothing has come since'),
  why: z.enum(['taken_out', 'problem', 'offline', 'lintel_away', 'never_reported', 'silent']),
  problem: z.string().nullable().describe('as the device named it'),
  missingSeconds: z.number().int().describe('of opening time'),
});

export const coverageAnswer = z.object({
  store: z.string(),
  timezone: z.string(),
  from: z.string(),
  to: z.string(),
  hours: z
    .array(z.object({ start: z.string(), end: z.string(), date: z.string(), isOpen: z.boolean() }))
    .describe('every hour of the dates, with the business date it belongs to'),
  devices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      measures: z.array(z.string()),
      isJudged: z.boolean().describe('false: no coverage is reckoned for what it measures'),
      coverage: share,
      days: z.array(z.object({ date: z.string(), coverage: share })),
      shares: z.array(share).describe('one for each of hours'),
      gaps: z.array(gap).describe('the latest first'),
    }),
  ),
});
export type CoverageAnswer = z.infer<typeof coverageAnswer>;
