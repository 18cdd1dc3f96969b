import { z } from 'zod';
import { languages } from './languages.ts';
import { businessDate, ranged } from './parameters.ts';

const dayMs = 24 * 3600 * 1000;
const longestDays = 1500;

export const holidaysQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    language: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }).default('en'),
  }),
).refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / dayMs < longestDays, {
  path: ['to'],
  error: `${longestDays} days at most; take a shorter period`,
});
export type HolidaysQuery = z.output<typeof holidaysQuery>;

export const holidaysAnswer = z.object({
  store: z.string(),
  country: z
    .string()
    .nullable()
    .describe('such as RU or DE-BY; null: none are kept, or none is known for the time zone'),
  from: z.enum(['store', 'organisation', 'timezone']).describe('what says so'),
  isKnown: z.boolean().describe('false: the calendar knows no such country'),
  holidays: z
    .array(
      z.object({
        date: businessDate,
        name: z.string().describe('in the language where it is known, else in English, else in the country’s own'),
      }),
    )
    .describe('public and bank holidays, earliest first'),
});
export type HolidaysAnswer = z.infer<typeof holidaysAnswer>;

export const holidayCountries = z.object({
  countries: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      parts: z.array(z.object({ code: z.string(), name: z.string() })).describe('such as DE-BY'),
    }),
  ),
});
export type HolidayCountries = z.infer<typeof holidayCountries>;
