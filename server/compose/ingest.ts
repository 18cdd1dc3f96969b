import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { openBatcher } from '../../ingest/batcher.ts';
import { writeMosquittoAcl } from '../../ingest/broker/mosquittoAcl.ts';
import type { Heard } from '../../ingest/pipeline/packed.ts';
import { keepRefusals } from '../../ingest/refusals.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
import type { Faults } from '../faults.ts';
import type { Telemetry } from '../metrics.ts';
import type { Services } from '../services.ts';
import { type Broker, type BrokerInput, countedInto, gone, startBroker } from './brokers.ts';
import { discoveryPrefix, type RunningDiscovery, startDiscovery } from './discovery.ts';
import { every } from './every.ts';
import { openHooks } from './hooks.ts';
import { houseId } from './houseId.ts';
import { keepIngestRun } from './ingestRun.ts';
import { type RunningSources, startSources } from './sources.ts';
import { askVendors } from './vendors.ts';

const scope = systemScope('ingest');

export interface IngestInput {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  readonly faults: Faults;
  onCommitted(heard: readonly Heard[]): void;
}

export interface Ingest {
  readonly submit: Services['submit'];
  readonly hooks: Services['hooks'];
  readonly sourceStates: Services['sourceStates'];
  readonly refusedOf: Services['refusedOf'];
  readonly outage: Services['outage'];
  /** Not connected to the broker that messages come by. */
  isCutOff(): boolean;
  stop(): Promise<void>;
}

/** Starts what takes messages in: the broker of this house or a client of another, and the batches they share with HTTP. */
export async function startIngest(input: IngestInput): Promise<Ingest> {
  const { config, db, log, telemetry, faults } = input;
  if (!config.roles.has('ingest') && !config.roles.has('broker'))
    return {
      submit: null,
      hooks: null,
      sourceStates: () => new Map(),
      refusedOf: () => null,
      outage: () => null,
      isCutOff: () => false,
      stop: async () => {},
    };
  const batcher = openBatcher({
    writes: db.writes,
    onFault: oncePerMinute((error) => log.error({ err: error }, 'a message could not be stored')),
    onOutage: (outage) => {
      if (outage === null) faults.end('database', 'messages');
      else faults.begin('database', 'messages', outage);
    },
    onCommitted: (heard, items) => {
      for (const [fate, count] of Object.entries(items)) telemetry.items.inc({ fate }, count);
      input.onCommitted(heard);
    },
  });
  telemetry.observeWaiting(batcher.load);
  const refusals = keepRefusals(Date.now, (feed, about) =>
    log.warn({ feed, ...about }, 'what this feed sends is refused'),
  );
  const hooks = await openHooks({ config, log, db, telemetry, batcher, refusals });
  const house = houseId(config.dataDir);
  let discovery: RunningDiscovery | undefined;
  const parts = { config, log, db, telemetry, faults, batcher, refusals, houseId: house };
  const broker = await startBroker({ ...parts, onConnected: () => discovery?.reconnected('') });
  const sources = config.roles.has('ingest') ? openSources(parts, (source) => discovery?.reconnected(source)) : null;
  discovery = startDiscovery({
    ...parts,
    tellMain: broker?.tell ?? null,
    tellSource: sources?.tell ?? null,
  });
  const isConnected = (): boolean => broker?.isConnected() ?? true;
  const run = await keepIngestRun(db, { isConnected, faults });
  const vendors = config.roles.has('ingest') ? askVendors({ db, telemetry, faults, batcher }) : null;
  const adoption = watchSettings({ config, db, faults, broker });
  return {
    submit: (message) => {
      telemetry.messages.http += 1;
      return batcher.submit(message, 'refuse');
    },
    hooks,
    sourceStates: () => sources?.states() ?? new Map(),
    refusedOf: refusals.of,
    outage: () => batcher.load().outage?.sentence ?? null,
    isCutOff: () => !isConnected(),
    stop: async () => {
      hooks.close();
      const asked = vendors?.stop();
      await discovery?.stop();
      const stored = batcher.close();
      await Promise.all([broker?.close(), sources?.stop()]);
      await stored;
      await asked;
      adoption.end();
      await run.end();
    },
  };
}

function openSources(
  { config, log, db, telemetry, faults, batcher, houseId: house }: Omit<BrokerInput, 'onConnected' | 'refusals'>,
  onConnected: (source: string) => void,
): RunningSources {
  return startSources({
    log,
    db,
    telemetry,
    faults,
    intake: countedInto(telemetry, 'source', batcher),
    clientId: `lintel-${house}-${config.port}`,
    willOf: (source) => (discoveryPrefix(source) === null ? null : gone(house)),
    onConnected,
  });
}

/** The same fault may come with every message; the log need not. */
function oncePerMinute(tell: (error: Error) => void): (error: Error) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (Date.now() - toldAt < 60_000) return;
    toldAt = Date.now();
    tell(error);
  };
}

const settingsEveryMs = 1_000;

/** When something was set up, by whichever process, what it sent before is tried again. */
function watchSettings({
  config,
  db,
  faults,
  broker,
}: Pick<IngestInput, 'config' | 'db' | 'faults'> & { readonly broker: Broker | null }): { end(): void } {
  let version: number | undefined;
  const by = 'trying adopted messages again';
  const look = async (): Promise<void> => {
    const settings = await db.settings();
    // Also the first time: something may have been set up while this process was away.
    if (settings.version === version) return;
    keepAccessList(config, settings);
    broker?.follow(settings);
    await db.writes.retryAdopted(scope, {});
    // Where something failed it is done again.
    version = settings.version;
  };
  const timer = every(settingsEveryMs, () =>
    look().then(
      () => faults.end('database', by),
      (error: unknown) => faults.report(by, 'trying adopted messages again failed', error),
    ),
  );
  return { end: () => clearInterval(timer) };
}

/** Another broker has to know who may publish where: for Mosquitto the list is kept in DATA_DIR. */
function keepAccessList({ mqttUrl, dataDir, homeAssistantDiscovery: isPublishing }: Config, settings: Settings): void {
  if (mqttUrl === null) return;
  const ingestUser = decodeURIComponent(new URL(mqttUrl).username) || 'lintel';
  writeMosquittoAcl(settings, { file: join(dataDir, 'mosquitto.acl'), ingestUser, isPublishing });
}
