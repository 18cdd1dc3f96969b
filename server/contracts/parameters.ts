import { z } from 'zod';
import { kpisSchema } from '../kpi/schema.ts';

/** What parameters of several routes are made of. */

export const idPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const id = z
  .string()
  .regex(idPattern, 'must be small letters, digits and dashes, at most 63, not beginning with a dash');

const kpiKeys = kpisSchema.keyof().options;

function isRealDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** A business date. */
export const businessDate = z
  .string({ error: 'is missing; give a date as YYYY-MM-DD' })
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD')
  .refine(isRealDate, 'there is no such date')
  .meta({ example: '2026-03-29' });

export const step = z.enum(['none', '15m', 'hour', 'day', 'week', 'month'], {
  error: 'must be none, 15m, hour, day, week or month',
});
export const comparison = z.enum(['none', 'previous', 'lastYear'], { error: 'must be none, previous or lastYear' });
export const hours = z.enum(['open', 'all'], { error: 'must be open or all' });

/** `reported`: each date as it was when it ended, where there is a report of it. */
export const figures = z
  .enum(['restated', 'reported'], { error: 'must be restated or reported' })
  .describe('restated: as they are now; reported: each date as it was when it ended, where there is a report of it');

interface KeptRange {
  readonly figures: z.infer<typeof figures>;
  readonly by?: z.infer<typeof step> | undefined;
}

/** Quarters and hours are not kept as they were reported. */
export function areKept(range: KeptRange): boolean {
  return range.figures === 'restated' || (range.by !== '15m' && range.by !== 'hour');
}

export const keptFault = {
  path: ['by'],
  error: 'what days showed when they ended is kept by day; take by=day or longer',
};

/** `estimates=true`: what gaps probably hide, beside the measured figures. */
export const estimates = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true')
  .describe('true: what is missing in gaps, estimated, beside the measured figures and never in them');

/** `fields=entries,coverage`: of each step of a series these alone, where a year by hour would be megabytes. */
export const fields = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(kpiKeys, { error: 'must be names of figures, with commas between: entries,conversionRate' })))
  .describe('names of figures, with commas between: each step of the series has these alone');

interface EstimatedRange extends Range {
  readonly figures: z.infer<typeof figures>;
  readonly estimates: boolean;
}

/** Estimates are of the figures as they are now, and of a year at most. */
export function canBeEstimated(range: EstimatedRange): boolean {
  return !range.estimates || (range.figures === 'restated' && days(range) <= longestFineDays);
}

export const estimatesFault = {
  path: ['estimates'],
  error: 'estimates go with figures=restated and 400 days at most; leave them out, or take a shorter period',
};

/** `adjusted=true`: what the counters would have counted by their audits, beside the measured figures. */
export const adjusted = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');

/** Days are kept as they were reported by their sums alone, which no longer tell counters apart. */
export function canBeAdjusted(range: { readonly figures: string; readonly adjusted: boolean }): boolean {
  return !range.adjusted || range.figures === 'restated';
}

export const adjustedFault = {
  path: ['adjusted'],
  error: 'adjusted figures go with figures=restated; leave one of them out',
};

/** A parameter that may be repeated: `store=a&store=b`. */
export const repeated = z
  .union([z.string().min(1), z.array(z.string().min(1))])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** Which branches a question is about: all that one may see, where none is named. */
export const ofBranches = { region: repeated.optional(), tag: repeated.optional(), store: repeated.optional() };

const dayMs = 24 * 3600 * 1000;
/** Longest period of 15 minute and hour steps. */
export const longestFineDays = 400;
/** Longest period of anything: more is a slip of the pen, and would hold a reader for seconds. */
export const longestDays = 10_000;

interface Range {
  readonly from: string;
  readonly to: string;
  readonly by?: z.infer<typeof step> | undefined;
}

function days({ from, to }: Range): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

/** Adds the rules between `from`, `to` and `by`. */
export function ranged<Shape extends z.ZodType<Range, unknown>>(schema: Shape): Shape {
  return schema
    .refine(({ from, to }) => from <= to, { path: ['from'], error: 'must not be after to' })
    .refine((range) => days(range) <= longestDays, {
      path: ['to'],
      error: `the period is longer than ${longestDays} days`,
    })
    .refine((range) => (range.by !== 'hour' && range.by !== '15m') || days(range) <= longestFineDays, {
      path: ['by'],
      error: `by ${longestFineDays} days at most by hour or 15m; take by=day or a shorter period`,
    });
}

export const storeParam = z.object({ store: z.string() });
export const deviceParam = z.object({ store: z.string(), device: z.string() });

/** An instant in the body of a request. */
export const instant = z
  .string('is missing; give an instant as 2026-03-29T10:00:00+03:00')
  .pipe(z.iso.datetime({ offset: true, error: 'must be an instant with its offset, as 2026-03-29T10:00:00+03:00' }));
/** PostgreSQL keeps no NUL. */
export const storable = z.string('is missing').regex(/^[^\0]*$/, 'has a sign that no text can have: leave out NUL');
/** Words of people. */
export const words = (most: number) =>
  storable.trim().min(1, 'must not be empty').max(most, `is longer than ${most} letters`);
/** What somebody wishes to add in their own words. */
export const note = z.string().trim().max(500, 'must have at most 500 characters');
