import { fileURLToPath } from 'node:url';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Logger } from 'pino';
import { addressList, senderAddress } from '../../db/settings/networks.ts';
import { authSchema } from '../../db/threads/authDatabase.ts';
import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import { guard } from '../auth/guard.ts';
import { type Directory, identifyBy, type SignedIn } from '../auth/identify.ts';
import { createPerson, openPeople, type People } from '../auth/people.ts';
import { remembered } from '../auth/remembered.ts';
import { sessionSecret } from '../auth/secretFile.ts';
import { openSetup, type SetupDoor } from '../auth/setup.ts';
import type { Config } from '../config.ts';
import type { LiveHub } from '../live/hub.ts';
import type { Telemetry } from '../metrics.ts';
import type { MqttAddress, Services, SettingsMirror } from '../services.ts';
import { makeBackups } from './backups.ts';
import { makeDecoding } from './decoding.ts';
import { makeImports } from './imports.ts';
import { answersOf } from './live.ts';
import { knownProfiles } from './profiles.ts';
import { trySource } from './sourceTrial.ts';

/** Beside dist/main.js, which this file is part of. */
const importer = fileURLToPath(new URL('importer.js', import.meta.url));
const commandLine = fileURLToPath(new URL('cli.js', import.meta.url));

/** How long a token, a session or a secret is taken for what it was found to be: the longest a revocation takes to hold. */
const trustedMs = 2000;
/** A token's last use is told to the minute. */
const useNotedMs = 60_000;
/** A proxy is believed where it runs beside us, as for sign-in (auth/handler.ts). */
const thisMachine = ['127.0.0.0/8', '::1'];
const scope = systemScope('system');

export interface ServicesInput {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  readonly live: LiveHub;
  readonly submit: Services['submit'];
  readonly hooks: Services['hooks'];
  readonly sourceStates: Services['sourceStates'];
  readonly refusedOf: Services['refusedOf'];
  readonly outage: Services['outage'];
  readonly stop: AbortSignal;
  notReady(): Promise<string[]>;
}

/** Puts together what routes need, over an open database. */
export async function makeServices(input: ServicesInput): Promise<Services> {
  const { config, log, db, telemetry, live, submit, hooks, sourceStates, refusedOf, outage, stop, notReady } = input;
  const answers = answersOf(db);
  const people = openPeople({
    database: drizzleAdapter(db.auth, { provider: 'sqlite', schema: authSchema }),
    secret: sessionSecret(config.dataDir),
    publicUrl: config.publicUrl,
  });
  const known = makeDirectory(db, people);
  const settings = await mirrorSettings(db);
  const identify = identifyBy(known);
  const proxies = addressList(config.trustedProxy ?? thisMachine);
  return {
    log,
    db,
    answers,
    settings,
    profiles: knownProfiles(),
    decoding: makeDecoding(),
    trySource,
    imports: makeImports({ script: importer, db, settings, submit, now: Date.now }),
    backups: makeBackups({
      script: commandLine,
      dataDir: config.dataDir,
      isSqlite: config.databaseUrl === null,
      stop,
      now: Date.now,
    }),
    people,
    setup: setupDoor(db, people),
    identify,
    allow: guard(identify, config.publicUrl),
    forgetCallers: known.forget,
    live,
    telemetry,
    submit,
    hooks,
    sourceStates,
    refusedOf,
    outage,
    mqttAddress: mqttAddress(config),
    senderOf: (peer, forwardedFor) => senderAddress(peer, forwardedFor, proxies),
    publicUrl: config.publicUrl,
    demo: config.demoAccount,
    notReady,
    stop,
    now: Date.now,
  };
}

async function mirrorSettings(db: Database<IngestWrites>): Promise<SettingsMirror> {
  let current = await db.settings();
  return {
    get current() {
      return current;
    },
    refresh: async () => {
      current = await db.settings();
      return current;
    },
  };
}

function makeDirectory({ reads, writes }: Database<IngestWrites>, people: People): Directory & { forget(): void } {
  const tokens = remembered(trustedMs, async (hash) => {
    const token = await reads.findToken(scope, { hash });
    const now = Date.now();
    const isNoted = token === null || now - (token.lastUsedAt ?? 0) < useNotedMs;
    // Nobody waits for it, and a use that is not noted is no harm.
    if (!isNoted) writes.noteTokenUse(scope, { id: token.id, at: now }).catch(() => undefined);
    return token;
  });
  const grants = remembered(trustedMs, (userId) => reads.readGrants(scope, { userId }));
  const sessions = remembered(trustedMs, async (cookie): Promise<SignedIn | null> => {
    const found = await people.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } });
    if (found === null) return null;
    const { id, name, email } = found.user;
    return { sessionId: found.session.id, user: { id, name, email } };
  });
  const clients = remembered(trustedMs, (basic) => {
    const [username = '', secret = ''] = JSON.parse(basic) as string[];
    return reads.authenticateClient(scope, { username, secret });
  });
  return {
    tokenByHash: tokens,
    grantsOf: grants,
    sessionOf: (headers) => sessions(headers.get('cookie') ?? ''),
    clientBy: (username, secret) => clients(JSON.stringify([username, secret])),
    now: Date.now,
    forget: () => {
      for (const kept of [tokens, grants, sessions, clients]) kept.forget();
    },
  };
}

function setupDoor({ reads, writes }: Database<IngestWrites>, people: People): SetupDoor {
  return openSetup({
    hasOwner: async () => (await reads.readSetup(scope, {})).hasOwner,
    readCodeHash: async () => (await reads.readSetup(scope, {})).codeHash,
    saveCodeHash: (hash) => writes.saveSetupCode(scope, { hash }),
    createOwner: async (person) => writes.claimOwnership(scope, { userId: await createPerson(people, person) }),
  });
}

function mqttAddress({ mqttUrl, mqttPort, mqttTlsPort }: Config): MqttAddress {
  if (mqttUrl === null)
    return mqttTlsPort === null
      ? { host: null, port: mqttPort, tls: false }
      : { host: null, port: mqttTlsPort, tls: true };
  const { hostname, port, protocol } = new URL(mqttUrl);
  const tls = protocol === 'mqtts:' || protocol === 'wss:';
  return { host: hostname, port: port === '' ? (tls ? 8883 : 1883) : Number(port), tls };
}
