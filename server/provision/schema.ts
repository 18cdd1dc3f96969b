import { z } from 'zod';
import { wrongNetworks } from '../../db/settings/networks.ts';
import { isKnownZone } from '../../db/time/zone.ts';
import { weekdays } from '../../db/vocabulary/place.ts';
import { holidaysSchema } from './holidays.ts';
import { nearestWord, strictShape } from './strict.ts';

/** What the provision file may say (docs/provision.md). Left out: stays as it is. `null`: taken away, where that means something. */

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function isRealDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function zoneFault(zone: string): string {
  const nearest = nearestWord(zone, Intl.supportedValuesOf('timeZone'));
  const advice = nearest === undefined ? 'such as Europe/Moscow' : `did you mean ${nearest}?`;
  return `"${zone}" is not an IANA time zone: ${advice}`;
}

const text = z
  .string('must be text: put it in quotes')
  .min(1, 'must not be empty')
  .max(200, 'is longer than 200 letters')
  .regex(/^[^\0]*$/, 'has a sign that no text can have: leave out NUL');
export const idSchema = z
  .string('must be text: put it in quotes')
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'must be lower-case letters, digits and dashes, at most 63, and begin with a letter or digit',
  );
const dateSchema = z
  .string('must be a date in quotes, "2026-01-31"')
  .refine(isRealDate, 'must be a date like "2026-01-31"');
export const currencySchema = z.string('must be text: put it in quotes').refine((code) => currencies.has(code), {
  error: (issue) => `"${String(issue.input)}" is not a currency: use its ISO 4217 code, such as EUR`,
});
export const zoneSchema = z
  .string('must be text: put it in quotes')
  .refine(isKnownZone, { error: (issue) => zoneFault(String(issue.input)) });
const localeSchema = z
  .string('must be text: put it in quotes')
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en, ru or fa');
const positiveSeconds = z
  .int('must be a whole number of seconds')
  .min(1, 'must be at least 1 second')
  .max(31_536_000, 'is longer than a year');

/** `09:15` in minutes, for `24:00` 1440; undefined for anything else. */
export function minutesOf(clock: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(clock);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return Number(match?.[2]) < 60 && minutes <= 1440 ? minutes : undefined;
}

function openingFault(opening: string): string | undefined {
  const [from, to, ...rest] = opening.split('-').map(minutesOf);
  if (from === undefined || to === undefined || rest.length > 0 || from === 1440) return 'must look like "10:00-22:00"';
  if (from % 15 !== 0 || to % 15 !== 0) return 'opening hours must be multiples of 15 minutes';
  return from === to ? 'opens and closes at the same time: write "00:00-24:00" for a whole day' : undefined;
}

const openingSchema = z.string('must be text like "10:00-22:00"').superRefine((opening, context) => {
  const fault = openingFault(opening);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: `"${opening}" ${fault}` });
});
const openingsSchema = z.array(openingSchema, 'must be a list like ["10:00-22:00"]; [] is a closed day');

const weekShape = Object.fromEntries(weekdays.map((day) => [day, openingsSchema.optional()])) as Record<
  (typeof weekdays)[number],
  z.ZodOptional<typeof openingsSchema>
>;
const exceptionsSchema = z.record(dateSchema, openingsSchema, 'must be dates with their openings');
const editionSchema = strictShape({ ...weekShape, exceptions: exceptionsSchema.optional() });
const datedEditionSchema = strictShape({
  from: dateSchema.optional(),
  ...weekShape,
  exceptions: exceptionsSchema.optional(),
});
export const openingHoursSchema = z.union([
  editionSchema,
  z.array(datedEditionSchema).min(1, 'needs at least one edition'),
  z.null(),
]);

export const secretSchema = z.union([
  z.string().min(8, 'a secret must be at least 8 letters long'),
  strictShape({ env: text }),
  strictShape({ file: text }),
]);

/** Made by others, who have their own rules. */
const givenSecretSchema = z.union([
  z.string().min(1, 'must not be empty').max(4096, 'is longer than 4096 letters'),
  strictShape({ env: text }),
  strictShape({ file: text }),
]);

export const entranceSchema = strictShape({
  id: idSchema,
  name: text.optional(),
  kind: text.optional(),
  countAs: z.enum(['in', 'out', 'average'], 'must be in, out or average').optional(),
});

export const queueSchema = strictShape({
  id: idSchema,
  name: text.optional(),
  targetSeconds: positiveSeconds.optional(),
  targetShare: z
    .number('must be a share such as 0.8')
    .gt(0, 'must be more than 0')
    .lt(1, 'must be less than 1')
    .optional(),
});

const instantText = z
  .string('must be a time in quotes, "2026-01-01T00:00:00+03:00"')
  .regex(
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
    'must be a time with its offset, such as "2026-01-01T00:00:00+03:00"',
  );

const filterText = text.regex(/^[^\0\s]*$/, 'must have no spaces');
const topicsSchema = z.array(filterText, 'must be a list of MQTT topics').max(50, 'has more than 50 topics');

const lineRuleSchema = strictShape({
  line: text,
  as: text.optional(),
  ignore: z.boolean('must be true or false').optional(),
  swap: z.boolean('must be true or false').optional(),
  channels: z
    .record(
      text,
      z.enum(['in', 'out', 'passersBy', 'ignore'], 'must be in, out, passersBy or ignore'),
      'must be a map of the vendor’s directions to in, out, passersBy or ignore',
    )
    .optional(),
});

const optionsSchema = z.record(text, z.unknown(), 'must be a map of the options of the profile').optional();
const allowFromSchema = z
  .array(
    z
      .string('must be text')
      .refine((one) => wrongNetworks([one]).length === 0, 'must be an address or a range, such as "192.0.2.0/24"'),
  )
  .nullable()
  .optional();

/** How a vendor's device reaches Lintel. */
const connectionShape = {
  source: idSchema.nullable().optional(),
  topic: filterText.nullable().optional(),
  topics: topicsSchema.optional(),
  address: text.nullable().optional(),
  swap: z.boolean('must be true or false').optional(),
  map: z.array(lineRuleSchema, 'must be a list of { line: …, as: …, … }').optional(),
  options: optionsSchema,
  allowFrom: allowFromSchema,
};

export const deviceSchema = strictShape({
  id: idSchema,
  name: text.optional(),
  profile: idSchema.optional(),
  ...connectionShape,
  mode: z.enum(['interval', 'cumulative', 'event'], 'must be interval, cumulative or event').optional(),
  measures: z
    .array(
      z.enum(
        ['entries', 'passersBy', 'queue', 'sales', 'service'],
        'must be entries, passersBy, queue, sales or service',
      ),
    )
    .min(1, 'must name at least one of entries, passersBy, queue, sales, service')
    .optional(),
  lines: z.array(text, 'must be a list of lines').optional(),
  entrance: idSchema.nullable().optional(),
  reportsEvery: positiveSeconds.nullable().optional(),
  silentAfter: positiveSeconds.optional(),
  feed: z.enum(['live', 'batch'], 'must be live or batch').optional(),
  clock: z.enum(['utc', 'local'], 'must be utc or local').optional(),
  counterBits: z.literal([16, 32], 'must be 16 or 32').nullable().optional(),
  maxPerMinute: z.int('must be a whole number').min(1, 'must be at least 1').optional(),
  installedAt: instantText.nullable().optional(),
  removedAt: instantText.nullable().optional(),
  secret: secretSchema.optional(),
  apiSecret: givenSecretSchema.optional(),
});

const dayStartSchema = z.string('must be text in quotes, "00:00"').superRefine((clock, context) => {
  const minutes = minutesOf(clock);
  if (minutes === undefined || minutes === 1440)
    context.addIssue({ code: 'custom', message: 'must be a time of day like "06:00"' });
  else if (minutes % 15 !== 0) context.addIssue({ code: 'custom', message: 'must be a multiple of 15 minutes' });
});

/** A store without its devices: also the body of `PUT /api/v1/stores/{store}`. */
export const storeShape = {
  id: idSchema,
  name: text.optional(),
  region: idSchema.nullable().optional(),
  tags: z.array(text).optional(),
  areaM2: z.number('must be a number of square metres').positive('must be more than 0').nullable().optional(),
  opensOn: dateSchema.nullable().optional(),
  closesOn: dateSchema.nullable().optional(),
  timezone: zoneSchema.optional(),
  currency: currencySchema.optional(),
  dayStartsAt: dayStartSchema.optional(),
  openingHours: openingHoursSchema.optional(),
  passersByIncludesEntrants: z.boolean('must be true or false').optional(),
  keepEmployees: z.boolean('must be true or false').optional(),
  holidays: holidaysSchema.optional(),
  entrances: z.array(entranceSchema).optional(),
  queues: z.array(queueSchema).optional(),
};

export const storeSchema = strictShape({ ...storeShape, devices: z.array(deviceSchema).optional() });

export const organisationSchema = strictShape({
  name: text.optional(),
  currency: currencySchema.optional(),
  locale: localeSchema.optional(),
  holidays: holidaysSchema.optional(),
});

export const sourceSchema = strictShape({
  id: idSchema,
  profile: idSchema.optional(),
  url: z
    .string('must be text')
    .max(500, 'is longer than 500 letters')
    .regex(
      /^(mqtts?|wss?|https?):\/\/[^\s@]+$/,
      'must begin with mqtt://, mqtts://, ws://, wss:// or, for a vendor’s API, https://, without user name and password',
    )
    .nullable()
    .optional(),
  username: text.nullable().optional(),
  password: givenSecretSchema.optional(),
  topics: topicsSchema.optional(),
  options: optionsSchema,
  allowFrom: allowFromSchema,
  secret: secretSchema.optional(),
  apiSecret: givenSecretSchema.optional(),
});

const mqttClientSchema = strictShape({
  id: idSchema,
  kind: z.enum(['gateway', 'reader'], 'must be gateway or reader'),
  store: idSchema.optional(),
  filters: z.array(text).optional(),
  secret: secretSchema.optional(),
});

export const standardSchema = strictShape({
  process: text,
  criterion: text,
  green: z.number('must be a number'),
  yellow: z.number('must be a number'),
  lowerIsBetter: z.boolean('must be true or false').optional(),
  weight: z.number('must be a number').positive('must be more than 0').optional(),
  processName: text.nullable().optional(),
  criterionName: text.nullable().optional(),
  step: text.nullable().optional(),
  unit: text.nullable().optional(),
  owner: text.nullable().optional(),
  level: z.literal([1, 2, 3], 'must be 1, 2 or 3').nullable().optional(),
});

const checklistItemSchema = strictShape({ id: idSchema, text });

export const checklistSchema = strictShape({
  id: idSchema,
  name: text.optional(),
  items: z.array(checklistItemSchema).min(1, 'needs at least one item').max(200, 'has more than 200 items').optional(),
});

export const provisionSchema = strictShape({
  organisation: organisationSchema.optional(),
  regions: z.array(strictShape({ id: idSchema, name: text.optional() })).optional(),
  sources: z.array(sourceSchema).optional(),
  stores: z.array(storeSchema).optional(),
  mqttClients: z.array(mqttClientSchema).optional(),
  standards: z.array(standardSchema).optional(),
  checklists: z.array(checklistSchema).optional(),
});

export type ProvisionFile = z.infer<typeof provisionSchema>;
export type ProvisionStore = z.infer<typeof storeSchema>;
export type ProvisionDevice = z.infer<typeof deviceSchema>;
export type ProvisionSource = z.infer<typeof sourceSchema>;
export type ProvisionEdition = z.infer<typeof datedEditionSchema>;
export type ProvisionSecret = z.infer<typeof secretSchema>;
export type ProvisionOpeningHours = z.infer<typeof openingHoursSchema>;
