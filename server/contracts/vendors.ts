import { z } from 'zod';
import { sourceSchema } from '../provision/schema.ts';

/** Makes, sources, and how vendors' devices are connected. */

const words = z.array(z.string());

export const profilesAnswer = z.object({
  profiles: z.array(
    z.object({
      profile: z.string(),
      make: z.string(),
      kind: z.enum(['device', 'till']),
      models: words,
      transports: z.array(z.enum(['mqtt', 'http', 'poll', 'file'])),
      reads: words.describe('what counts'),
      leavesOut: words.describe('what its messages hold and is left out, and why'),
      steps: words.describe('with {hook}, {topic}, {broker}, {device} and {secret} to be put in'),
      learntFrom: words,
      money: words.describe('of tills: how each amount is given'),
      modes: words.describe('the first is the default'),
      measures: words.describe('what a device of it measures where nothing is said'),
      channels: z.record(z.string(), z.string()).describe('what the vendor’s directions mean where nothing is said'),
      options: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          explanation: z.string(),
          isRequired: z.boolean(),
          choices: words.optional(),
        }),
      ),
      examples: z
        .array(
          z.object({
            title: z.string(),
            explanation: z.string(),
            device: z.record(z.string(), z.unknown()).describe('as in the provision file'),
            learntFrom: z.string(),
          }),
        )
        .describe('of a profile for many makes: devices ready to copy'),
      proof: z.enum(['signature', 'token', 'path']).nullable().describe('by what its webhook is authentic; null: none'),
      topics: words.describe('MQTT filters of a source that names none'),
      hasApi: z.boolean().describe('its vendor can be asked, with an API secret'),
    }),
  ),
});
export type ProfilesAnswer = z.infer<typeof profilesAnswer>;

const { id, password: _password, secret: _secret, apiSecret: _apiSecret, ...sourceFields } = sourceSchema.shape;
const given = z.string('must be text').min(1, 'must not be empty').max(4096, 'is longer than 4096 letters');
/** As in the provision file; what is left out stays as it is. Secrets are text, and are shown again by nobody. */
export const sourceBody = z.strictObject({
  ...sourceFields,
  id: id.optional(),
  password: given.optional(),
  secret: given.min(8, 'a secret must be at least 8 letters long').optional(),
  apiSecret: given.optional(),
});

const proof = z.enum(['signature', 'token', 'path']).nullable();
const former = z.array(
  z.object({
    name: z.enum(['hook', 'api', 'mqtt']),
    endsAt: z.string().describe('until then a replaced one holds as well'),
  }),
);
const hookAddress = z
  .string()
  .nullable()
  .describe(
    'what is entered at the vendor; `{secret}` stands where the secret is part of it; null: it comes by a broker',
  );

export const sourceState = z.object({
  connected: z.boolean().describe('of a broker; of an API: that it answered when it was last asked'),
  since: z.string().nullable(),
  problem: z.string().nullable().describe('a sentence that says what to do'),
  lastMessageAt: z.string().nullable(),
  fetches: z
    .object({ waiting: z.number().int(), failed: z.number().int() })
    .describe('what is still asked of the vendor'),
});

export const sourceAnswer = z.object({
  id: z.string(),
  profile: z.string(),
  url: z.string().nullable(),
  username: z.string().nullable(),
  topics: words,
  options: z.record(z.string(), z.unknown()),
  allowFrom: words,
  hasPassword: z.boolean(),
  hookUrl: hookAddress,
  proof,
  hasHookSecret: z.boolean(),
  hasApiSecret: z.boolean(),
  former,
  steps: words,
  state: sourceState,
});
export const sourcesAnswer = z.object({ sources: z.array(sourceAnswer) });
export type SourceAnswer = z.infer<typeof sourceAnswer>;
export const sourceSaved = z.object({
  source: z.looseObject({ id: z.string() }).describe('as in the provision file'),
  secret: z.string().optional().describe('of its webhook, only when newly made, shown this once'),
});

export const deviceOnly = z.object({ device: z.string() });

export const connectionAnswer = z.object({
  profile: z.string(),
  source: z.string().nullable(),
  sentBy: z
    .object({ kind: z.enum(['device', 'source']), id: z.string() })
    .nullable()
    .describe('by which it sends: nothing is entered at this device itself; null: it sends by itself'),
  hookUrl: hookAddress,
  topics: words.describe('on the broker of this house'),
  broker: z.object({ host: z.string(), port: z.number().int(), tls: z.boolean() }),
  username: z.string().nullable().describe('null: it signs in nowhere'),
  steps: words.describe('with what is to be entered; `{secret}` stays, since it is shown only when it is made'),
  proof,
  hasHookSecret: z.boolean(),
  hasApiSecret: z.boolean(),
  hasApi: z.boolean(),
  former,
});

const longestOverlap = 30 * 24 * 3600;
export const secretBody = z.strictObject({
  name: z.enum(['mqtt', 'hook', 'api'], 'must be mqtt, hook or api'),
  value: given
    .min(8, 'a secret must be at least 8 letters long')
    .optional()
    .describe('what the vendor made; else one is made'),
  keepOldForSeconds: z
    .int('must be a whole number of seconds')
    .min(0, 'must not be below 0')
    .max(longestOverlap, 'is longer than 30 days')
    .default(24 * 3600)
    .describe('how long the present one holds beside the new one; 0: it ends at once'),
});
export const secretAnswer = z.object({ secret: z.string().describe('shown this once') });

export const trialAnswer = z.object({
  ok: z.boolean(),
  steps: z.array(z.object({ ok: z.boolean(), text: z.string().describe('a sentence that says what to do') })),
});
