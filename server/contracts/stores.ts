import { z } from 'zod';
import { deviceSchema, organisationSchema, storeShape } from '../provision/schema.ts';
import { checkSchema } from './checks.ts';
import { setAsideDifference } from './held.ts';

const storeSummary = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  tags: z.array(z.string()),
  areaM2: z.number().nullable(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  timezone: z.string(),
  currency: z.string(),
  dayStartsAt: z.string(),
  measures: z.array(z.string()).describe('what its devices measure now'),
});

export const storesAnswer = z.object({
  stores: z.array(storeSummary),
  regions: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type StoresAnswer = z.infer<typeof storesAnswer>;

const { id: storeId, ...storeFields } = storeShape;
/** As in the provision file, without devices; what is left out stays as it is. */
export const storeBody = z.strictObject({ ...storeFields, id: storeId.optional() });
export const storeAnswer = z
  .looseObject({ id: z.string() })
  .describe('the store as in the provision file, with its devices');

const { id: deviceId, secret: _secret, apiSecret: _apiSecret, ...deviceFields } = deviceSchema.shape;
/** A secret is never taken over HTTP: a new device gets one. */
export const deviceBody = z.strictObject({ ...deviceFields, id: deviceId.optional() });
export const regionBody = z.strictObject({ name: z.string('is missing').trim().min(1, 'must not be empty').max(200) });
export const regionAnswer = z.object({ id: z.string(), name: z.string() });
export const organisationBody = organisationSchema;

const mqttAddress = z.object({ host: z.string(), port: z.number().int(), tls: z.boolean() });
export const deviceSaved = z.object({
  device: z.looseObject({ id: z.string() }),
  secret: z.string().optional().describe('only when newly made, shown this once'),
  topic: z.string().describe('with {kind} for counts, sales or status'),
  username: z.string(),
  mqtt: mqttAddress,
});
export type DeviceSaved = z.infer<typeof deviceSaved>;

const figure = z.number().nullable();
export const devicesQuery = z.object({ store: z.string().optional() });
export const devicesAnswer = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      store: z.string(),
      name: z.string(),
      profile: z.string(),
      mode: z.string(),
      measures: z.array(z.string()),
      entrance: z.string().nullable(),
      installedAt: z.string().nullable(),
      removedAt: z.string().nullable(),
      lastSeen: z.string().nullable().describe('when its last message came'),
      lastReport: z.string().nullable().describe('the time its last report speaks of'),
      state: z.string().nullable(),
      problem: z.string().nullable(),
      battery: figure,
      firmware: z.string().nullable(),
      coverage: figure.describe('observed / expected over the last 24 h'),
      unplaced: z
        .number()
        .describe(
          'people of its differences over more than 24 h, which enter no figure: of each its in, where that was not sent its out, else its passers-by',
        ),
      unplacedDetail: z.array(setAsideDifference).describe('those differences, the latest 100'),
      held: z
        .array(setAsideDifference)
        .describe('differences above maxPerMinute, in no figure until accepted or dropped; the latest 100'),
      dropped: z.array(setAsideDifference).describe('those that someone dropped, the latest 100'),
      corrections: z.number(),
      quarantined: z.number(),
      checks: z.array(checkSchema).describe('what does not fit together, gravest first'),
    }),
  ),
});
export type DevicesAnswer = z.infer<typeof devicesAnswer>;
