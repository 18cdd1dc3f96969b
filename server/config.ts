import { z } from 'zod';
import { wrongNetworks } from '../db/settings/networks.ts';

/** What a process does; several share the work by taking different roles. */
export const processRoles = ['broker', 'ingest', 'api', 'jobs'] as const;
export type ProcessRole = (typeof processRoles)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

interface Setting<T> {
  readonly name: string;
  /** As it would stand in `.env`; null: unset. */
  readonly default: string | null;
  readonly schema: z.ZodType<T, string | undefined>;
  /** One sentence for the README and `.env.example`; null: set by our own commands alone, and not documented. */
  readonly sentence: string | null;
}

interface Told<T> {
  readonly schema: z.ZodType<T, string>;
  readonly sentence: string | null;
}

function required<T>(name: string, preset: string, { schema, sentence }: Told<T>): Setting<T> {
  return { name, default: preset, schema: z.string().default(preset).pipe(schema), sentence };
}

function optional<T>(name: string, { schema, sentence }: Told<T>): Setting<T | null> {
  const orNull = z.string().optional();
  return { name, default: null, schema: orNull.transform((text) => text ?? null).pipe(schema.nullable()), sentence };
}

/** z.int() would refuse text and Number() would take ' ' and '0x1F'. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'must be a port number from 0 to 65535');

const filled = z.string().min(1, 'must not be empty');

function urlOf(...schemes: string[]): z.ZodType<string, string> {
  return z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });
}

const roleList = z
  .string()
  .transform((text) => (text === 'all' ? [...processRoles] : text.split(',').map((role) => role.trim())))
  .pipe(z.array(z.enum(processRoles, { error: `must be all, or a comma list of ${processRoles.join(', ')}` })).min(1))
  .transform((list): ReadonlySet<ProcessRole> => new Set(list));

/** `email:password`: the account that the demo's sign-in page offers. */
const account = z
  .string()
  .regex(/^[^:]+:.+$/, 'must be email:password')
  .transform((text) => ({ email: text.slice(0, text.indexOf(':')), password: text.slice(text.indexOf(':') + 1) }));

/** Networks and addresses: `127.0.0.1, 10.0.0.0/8`. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((list) => wrongNetworks(list).length === 0, 'must be a comma list of addresses and networks (10.0.0.0/8)');

const onOff = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((text) => text === 'on');

const level = z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` });

/** Every setting of the environment, once. Read with {@link readConfig}, documented by scripts/config-doc.ts. */
export const settings = {
  host: required('HOST', '0.0.0.0', {
    schema: filled,
    sentence: 'Address the HTTP server and the embedded broker listen on.',
  }),
  port: required('PORT', '3000', { schema: port, sentence: 'Port of the dashboard and the HTTP API.' }),
  publicUrl: optional('PUBLIC_URL', {
    schema: urlOf('http', 'https'),
    sentence: 'Address people type, where a proxy stands in front; with https, cookies are sent over TLS only.',
  }),
  mqttPort: required('MQTT_PORT', '1883', { schema: port, sentence: 'Port of the embedded MQTT broker (MQTT 3.1.1).' }),
  mqttTlsPort: optional('MQTT_TLS_PORT', {
    schema: port,
    sentence: 'Port of the embedded broker over TLS; needs TLS_CERT and TLS_KEY.',
  }),
  tlsCert: optional('TLS_CERT', {
    schema: filled,
    sentence: 'File with the certificate chain (PEM) for MQTT_TLS_PORT.',
  }),
  tlsKey: optional('TLS_KEY', { schema: filled, sentence: 'File with the private key (PEM) for MQTT_TLS_PORT.' }),
  mqttUrl: optional('MQTT_URL', {
    schema: urlOf('mqtt', 'mqtts', 'ws', 'wss'),
    sentence: 'External broker to read from; the embedded one is then not started.',
  }),
  mqttShareGroup: optional('MQTT_SHARE_GROUP', {
    schema: filled,
    sentence: 'Shared subscription to join, so that several ingest processes split the load (PostgreSQL, MQTT_URL).',
  }),
  databaseUrl: optional('DATABASE_URL', {
    schema: urlOf('postgres', 'postgresql'),
    sentence: 'PostgreSQL database; unset means SQLite at DATA_DIR/lintel.db.',
  }),
  dataDir: required('DATA_DIR', './data', { schema: filled, sentence: 'Folder of everything that must survive.' }),
  roles: required('ROLES', 'all', {
    schema: roleList,
    sentence:
      'What this process does: all, or a comma list of broker (takes and stores what devices publish to it), ingest, api, jobs.',
  }),
  trustedProxy: optional('TRUSTED_PROXY', {
    schema: networks,
    sentence:
      'Proxies (comma list of addresses and networks) whose X-Forwarded-For is believed, for webhooks that may come from certain addresses only.',
  }),
  homeAssistantDiscovery: required('HOME_ASSISTANT_DISCOVERY', 'off', {
    schema: onOff,
    sentence:
      'on: the stores’ entries, occupancy and conversion are published by MQTT for Home Assistant to find; `discovery` does it at a source’s broker.',
  }),
  demoAccount: optional('LINTEL_DEMO_ACCOUNT', { schema: account, sentence: null }),
  logLevel: required('LOG_LEVEL', 'info', {
    schema: level,
    sentence: 'Least severity of the structured log on stderr.',
  }),
} as const;

type SettingsTable = typeof settings;
export type Config = {
  readonly [Key in keyof SettingsTable]: SettingsTable[Key] extends Setting<infer Value> ? Value : never;
};

/** Thrown by {@link readConfig}; the message lists every fault, one a line. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Settings that only make sense together. */
function faultsBetween(config: Config): string[] {
  const faults: string[] = [];
  if (config.mqttTlsPort !== null && (config.tlsCert === null || config.tlsKey === null)) {
    faults.push('MQTT_TLS_PORT: needs TLS_CERT and TLS_KEY as well');
  }
  if (config.mqttShareGroup !== null && config.mqttUrl === null) {
    faults.push('MQTT_SHARE_GROUP: needs MQTT_URL, the embedded broker has no shared subscriptions');
  }
  return faults;
}

/**
 * Reads and checks the environment; an empty variable counts as unset.
 * @throws ConfigError with all faults together, each naming its variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const values = Object.entries(settings).map(([key, setting]) => {
    const raw = env[setting.name]?.trim();
    const parsed = setting.schema.safeParse(raw === '' ? undefined : raw);
    if (parsed.success) return [key, parsed.data];
    faults.push(`${setting.name}: ${parsed.error.issues[0]?.message ?? 'is wrong'} (it is "${raw ?? ''}")`);
    return [key, null];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  // Sound: each key was parsed by its own setting's schema.
  const config = Object.fromEntries(values) as Config;
  const together = faultsBetween(config);
  if (together.length > 0) throw new ConfigError(together);
  return config;
}
