import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { type Heard, openBatcher } from '../../ingest/batcher.ts';
import { writeMosquittoAcl } from '../../ingest/broker/mosquittoAcl.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
import type { Telemetry } from '../metrics.ts';
import type { Services } from '../services.ts';
import { startBroker } from './brokers.ts';
import { keepIngestRun } from './ingestRun.ts';

const scope = systemScope('ingest');

export interface IngestInput {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  onCommitted(heard: readonly Heard[]): void;
}

export interface Ingest {
  readonly submit: Services['submit'];
  /** What of ingest is not connected, in sentences. */
  notReady(): string[];
  stop(): Promise<void>;
}

/** Starts what takes messages in: the broker of this house or a client of another, and the batches they share with HTTP. */
export async function startIngest(input: IngestInput): Promise<Ingest> {
  const { config, db, log, telemetry } = input;
  if (!config.roles.has('ingest') && !config.roles.has('broker'))
    return { submit: null, notReady: () => [], stop: async () => {} };
  const batcher = openBatcher({
    writes: db.writes,
    onFailure: (error) => log.error({ err: error }, 'a message could not be stored'),
    onCommitted: (heard, fates) => {
      for (const { items } of fates) for (const { fate } of items) telemetry.items.inc({ fate });
      input.onCommitted(heard);
    },
  });
  const broker = await startBroker({ config, log, db, telemetry, batcher });
  const isConnected = (): boolean => broker?.isConnected() ?? true;
  const run = await keepIngestRun(db, { isConnected, log });
  const adoption = watchSettings({ config, db, log });
  return {
    submit: (message) => {
      telemetry.messages.inc({ way: 'http' });
      return batcher.submit(message);
    },
    notReady: () => (isConnected() ? [] : ['The broker (MQTT_URL) is not connected.']),
    stop: async () => {
      await broker?.close();
      await batcher.drained();
      adoption.end();
      await run.end();
    },
  };
}

const settingsEveryMs = 1_000;

/** When something was set up, by whichever process, what it sent before is tried again. */
function watchSettings({ config, db, log }: Pick<IngestInput, 'config' | 'db' | 'log'>): { end(): void } {
  let version: number | undefined;
  const look = async (): Promise<void> => {
    const settings = await db.settings();
    // Also the first time: something may have been set up while this process was away.
    const isNew = settings.version !== version;
    version = settings.version;
    if (!isNew) return;
    keepAccessList(config, settings);
    await db.writes.retryAdopted(scope, {});
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'trying adopted messages again failed'));
  }, settingsEveryMs);
  return { end: () => clearInterval(timer) };
}

/** Another broker has to know who may publish where: for Mosquitto the list is kept in DATA_DIR. */
function keepAccessList({ mqttUrl, dataDir }: Config, settings: Settings): void {
  if (mqttUrl === null) return;
  const ingestUser = decodeURIComponent(new URL(mqttUrl).username) || 'lintel';
  writeMosquittoAcl(settings, { file: join(dataDir, 'mosquitto.acl'), ingestUser });
}
