import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Batcher } from '../../ingest/batcher.ts';
import { openEmbeddedBroker } from '../../ingest/broker/embedded.ts';
import { openExternalBroker } from '../../ingest/broker/external.ts';
import type { Intake } from '../../ingest/broker/intake.ts';
import type { ListenAddress } from '../../ingest/broker/listen.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
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
}

/** Whatever messages come by, other than HTTP. */
export interface Broker {
  isConnected(): boolean;
  close(): Promise<void>;
}

/** The broker of this house, or a client of the one that MQTT_URL names; null where this process has neither to do. */
export async function startBroker(input: BrokerInput): Promise<Broker | null> {
  const { roles, mqttUrl } = input.config;
  if (mqttUrl !== null) return roles.has('ingest') ? openExternal(input, mqttUrl) : null;
  return roles.has('broker') ? openEmbedded(input) : null;
}

async function openEmbedded({ config, log, db, telemetry, batcher }: BrokerInput): Promise<Broker> {
  const broker = await openEmbeddedBroker({
    addresses: addressesOf(config),
    intake: countedInto(telemetry, 'embedded', batcher),
    identify: (username, secret) => db.reads.authenticateClient(scope, { username, secret }),
    settingsVersion: async () => (await db.settings()).version,
    onRefused: (username, topic) => {
      telemetry.refusedPublishes.inc();
      log.warn({ username, topic }, 'a publish where this client may not; its connection was closed');
    },
    onTrouble: troubleTeller(log),
  });
  log.info({ ports: broker.ports }, 'the broker listens');
  return { isConnected: () => true, close: () => broker.close() };
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
function countedInto({ messages }: Telemetry, way: keyof Telemetry['messages'], batcher: Batcher): Intake {
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

function openExternal({ config, log, telemetry, faults, batcher }: BrokerInput, url: string): Broker {
  const { host } = new URL(url);
  const away = (error?: unknown): void => {
    const sentence = `The broker ${host} (MQTT_URL) is not connected: check that it runs and takes us; what is published waits there.`;
    faults.begin('broker', 'connection', { sentence, error });
  };
  return openExternalBroker({
    url,
    clientId: `lintel-${houseId(config.dataDir)}-${config.port}`,
    shareGroup: config.mqttShareGroup,
    intake: countedInto(telemetry, 'external', batcher),
    onTrouble: (what, about) => log.warn(about, what),
    onConnected: () => {
      log.info({ broker: host }, 'connected to the broker');
      faults.end('broker', 'connection');
    },
    onDisconnected: away,
  });
}

/**
 * A word that stays the same as long as DATA_DIR does: the broker knows us by it and keeps what arrives while we are away.
 * Processes that share the folder differ by their port.
 */
function houseId(dataDir: string): string {
  const folder = join(dataDir, 'meta');
  const file = join(folder, 'house-id');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(6).toString('hex'), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
