import type { Logger } from 'pino';
import { vendorFilters } from '../../db/settings/deviceTopics.ts';
import type { Database } from '../../db/threads/database.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Batcher } from '../../ingest/batcher.ts';
import { openEmbeddedBroker } from '../../ingest/broker/embedded.ts';
import { openExternalBroker, subscriptionsOf, type Told } from '../../ingest/broker/external.ts';
import type { Intake } from '../../ingest/broker/intake.ts';
import type { ListenAddress } from '../../ingest/broker/listen.ts';
import type { Refusals } from '../../ingest/refusals.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
import { availabilityTopic } from '../discovery/entities.ts';
import type { Faults } from '../faults.ts';
import type { Telemetry } from '../metrics.ts';

const scope = systemScope('broker');

export interface BrokerInput {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  readonly faults: Faults;
  readonly batcher: Batcher;
  readonly refusals: Refusals;
  /** The same as long as DATA_DIR is. */
  readonly houseId: string;
  /** The main broker is connected again: it may have forgotten what it was told. */
  onConnected(): void;
}

/** Whatever messages come by, other than HTTP. */
export interface Broker {
  isConnected(): boolean;
  /** What devices publish by these settings is read from now on. */
  follow(settings: Settings): void;
  /** Publishes something that is kept for whoever comes later. */
  tell(told: Told): Promise<void>;
  close(): Promise<void>;
}

/** The broker of this house, or a client of the one that MQTT_URL names; null where this process has neither to do. */
export async function startBroker(input: BrokerInput): Promise<Broker | null> {
  const { roles, mqttUrl } = input.config;
  if (mqttUrl !== null) return roles.has('ingest') ? openExternal(input, mqttUrl) : null;
  return roles.has('broker') ? openEmbedded(input) : null;
}

async function openEmbedded({ config, log, db, telemetry, batcher, refusals }: BrokerInput): Promise<Broker> {
  // Of devices that are there only: anybody may try any name.
  const note = async (feed: string, why: 'login' | 'topic'): Promise<void> => {
    if ((await db.settings()).devices.has(feed)) refusals.note({ feed, why, address: null });
  };
  const untold = (): void => undefined;
  const broker = await openEmbeddedBroker({
    addresses: addressesOf(config),
    intake: countedInto(telemetry, 'embedded', batcher),
    identify: async (username, secret) => {
      const identity = await db.reads.authenticateClient(scope, { username, secret });
      if (identity === null) note(username, 'login').catch(untold);
      else refusals.heard(username, null);
      return identity;
    },
    settingsVersion: async () => (await db.settings()).version,
    onRefused: (username, topic) => {
      note(username, 'topic').catch(untold);
      telemetry.refusedPublishes.inc();
      log.warn({ username, topic }, 'a publish where this client may not; its connection was closed');
    },
    onTrouble: troubleTeller(log),
  });
  log.info({ ports: broker.ports }, 'the broker listens');
  // Whatever devices publish is read here; permissions say what they may.
  const follow = (): void => undefined;
  return { isConnected: () => true, follow, tell: broker.tell, close: () => broker.close() };
}

/** That a secret could not be checked is known where the database is not available. */
function troubleTeller(log: Logger): (what: string, about: Readonly<Record<string, unknown>>) => void {
  return (what, about) => {
    const { err } = about;
    const isKnown = err instanceof AppError && err.code === 'unavailable';
    log[isKnown ? 'debug' : 'warn'](about, what);
  };
}

/** Counted by a plain number, since a labelled counter costs as much as the message. */
export function countedInto({ messages }: Telemetry, way: keyof Telemetry['messages'], batcher: Batcher): Intake {
  return {
    isFull: batcher.isFull,
    room: batcher.room,
    add(message, sender, tag) {
      messages[way] += 1;
      batcher.add(message, sender, tag);
    },
  };
}

function addressesOf({ host, mqttPort, mqttTlsPort, tlsCert, tlsKey }: Config): ListenAddress[] {
  const plain: ListenAddress = { host, port: mqttPort, tls: null };
  if (mqttTlsPort === null || tlsCert === null || tlsKey === null) return [plain];
  return [plain, { host, port: mqttTlsPort, tls: { certFile: tlsCert, keyFile: tlsKey } }];
}

function openExternal(input: BrokerInput, url: string): Broker {
  const { config, log, telemetry, faults, batcher } = input;
  const { host } = new URL(url);
  const away = (error?: unknown): void => {
    const sentence = `The broker ${host} (MQTT_URL) is not connected: check that it runs and takes us; what is published waits there.`;
    faults.begin('broker', 'connection', { sentence, error });
  };
  const broker = openExternalBroker({
    url,
    ...(config.homeAssistantDiscovery ? { will: gone(input.houseId) } : {}),
    clientId: `lintel-${input.houseId}-${config.port}`,
    subscriptions: subscriptionsOf(config.mqttShareGroup),
    // What begins with `$` is the house's own.
    topicOf: (topic) => (topic.startsWith('$') ? null : topic),
    intake: countedInto(telemetry, 'external', batcher),
    onTrouble: (what, about) => log.warn(about, what),
    onConnected: () => {
      log.info({ broker: host }, 'connected to the broker');
      faults.end('broker', 'connection');
      input.onConnected();
    },
    onDisconnected: away,
  });
  const share = (filter: string): string =>
    config.mqttShareGroup === null ? filter : `$share/${config.mqttShareGroup}/${filter}`;
  return { ...broker, follow: (settings) => broker.follow(vendorFilters(settings).map(share)) };
}

/** What a broker tells Home Assistant when this process is gone. */
export function gone(houseId: string): Told {
  return { topic: availabilityTopic(houseId), payload: 'offline' };
}
