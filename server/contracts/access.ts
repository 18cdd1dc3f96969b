import { z } from 'zod';
import { calendars, digitSets, languages, themes } from '../../db/vocabulary/preferences.ts';
import { roles } from '../../db/vocabulary/scope.ts';
import { id } from './parameters.ts';

/** Set-up, sign-in, people and tokens. */

const name = z.string('is missing').trim().min(1, 'must not be empty').max(200);
const email = z.email('must be an e-mail address').max(200);
const password = z.string('is missing').min(8, 'must have at least 8 characters').max(256);

export const demoAccount = z.object({ email: z.string(), password: z.string() });

export const setupState = z.object({ open: z.boolean() });
export const setupBody = z.strictObject({ code: z.string('is missing').min(1).max(100), name, email, password });

export const organisation = z.object({
  name: z.string(),
  currency: z.string(),
  locale: z.string(),
  holidays: z
    .string()
    .nullable()
    .optional()
    .describe('whose public holidays are marked; null: by each store’s time zone'),
});

export const publicAnswer = z.object({
  organisation: z.object({ name: z.string(), locale: z.string() }).nullable(),
  setupOpen: z.boolean(),
  demo: demoAccount.optional(),
});
export type PublicAnswer = z.infer<typeof publicAnswer>;

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** How the caller wants to be spoken to; what is left out or null is left open. */
export const preferences = z.strictObject({
  language: oneOf(languages).nullable().default(null).describe('null: as the browser asks, else the organisation’s'),
  digits: oneOf(digitSets).nullable().default(null).describe('null: the language’s own'),
  calendar: oneOf(calendars).nullable().default(null).describe('null: the language’s own'),
  theme: oneOf(themes).default('system'),
});

export const meAnswer = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  role: z.enum(roles),
  actor: z.string(),
  stores: z.array(z.string()),
  regions: z.array(z.string()),
  organisation: organisation.nullable(),
  preferences,
  demo: demoAccount.optional(),
});

const grants = {
  role: z.enum(roles, { error: `must be one of ${roles.join(', ')}` }),
  stores: z.array(id).default([]),
  regions: z.array(id).default([]),
};

export const tokenBody = z.strictObject({ name, ...grants, expiresAt: z.iso.datetime({ offset: true }).optional() });
export const tokenLine = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  stores: z.array(z.string()),
  regions: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export const tokenList = z.object({ tokens: z.array(tokenLine) });
export const newToken = z.object({ id: z.string(), token: z.string().describe('shown this once') });

export const personBody = z
  .strictObject({ name, email, password: password.optional(), ...grants })
  .describe('without a password the answer has a link by which they choose one');
export const personChange = z.strictObject({ name, ...grants });
export const personLine = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles).nullable(),
  stores: z.array(z.string()),
  regions: z.array(z.string()),
});
export const personList = z.object({ users: z.array(personLine) });
export const passwordLink = z.object({
  path: z.string().describe('of the page to open, once; shown this once'),
  expiresAt: z.string(),
});
export const newPerson = z.object({ id: z.string(), link: passwordLink.optional() });
export const passwordBody = z.strictObject({ code: z.string('is missing').min(1).max(100), password });
export const passwordSet = z.object({ email: z.string().describe('to sign in with') });
export const ownName = z.strictObject({ name });
export const ownPassword = z.strictObject({ current: z.string('is missing').max(256), password });
export const done = z.object({ done: z.literal(true) });
export const idParam = z.object({ id: z.string() });
