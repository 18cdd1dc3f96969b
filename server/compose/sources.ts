import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import type { Source } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Told } from '../../ingest/broker/external.ts';
import type { Intake } from '../../ingest/broker/intake.ts';
import { openSourceBrokers, type SourceBrokers } from '../../ingest/broker/sources.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Faults } from '../faults.ts';
import type { Telemetry } from '../metrics.ts';
import { every } from './every.ts';
import { type IngestRun, keepIngestRun } from './ingestRun.ts';

const scope = systemScope('sources');
const lookEveryMs = 1_000;
const by = 'connecting to sources';

export interface SourcesInput {
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  readonly faults: Faults;
  readonly intake: Intake;
  readonly clientId: string;
  /** Told by the source's broker when we are gone. */
  willOf(source: Pick<Source, 'options'>): Told | null;
  onConnected(source: string): void;
}

export interface RunningSources extends Pick<SourceBrokers, 'states' | 'tell'> {
  stop(): Promise<void>;
}

/**
 * Reads from the brokers that are set up as sources; what is changed there holds within some seconds. One that is away is no fault of the
 * house: it is told by the log, the metrics and the source's state, and its devices have a gap.
 */
export function startSources({
  log,
  db,
  telemetry,
  faults,
  intake,
  clientId,
  willOf,
  onConnected,
}: SourcesInput): RunningSources {
  const brokers = openSourceBrokers({
    intake,
    clientId,
    willOf,
    onTrouble: (what, about) => log.warn(about, what),
    onChange: (source, { connected, problem }) => {
      telemetry.sourceConnected.set({ source }, connected ? 1 : 0);
      if (connected) onConnected(source);
      if (connected && problem === null) log.info({ source }, 'connected to the source');
      else log.warn({ source, problem }, 'the source is not read');
    },
  });
  const runs = new Map<string, IngestRun>();
  const keepRuns = async (): Promise<void> => {
    const present = brokers.states();
    for (const [id, run] of runs) {
      if (present.has(id)) continue;
      runs.delete(id);
      await run.end();
    }
    for (const source of present.keys()) {
      if (runs.has(source)) continue;
      const isConnected = (): boolean => brokers.states().get(source)?.connected ?? false;
      runs.set(source, await keepIngestRun(db, { isConnected, faults, source }));
    }
  };
  let version: number | undefined;
  const look = async (): Promise<void> => {
    const settings = await db.settings();
    if (settings.version === version) return;
    const sources = await db.reads.readSources(scope);
    for (const id of brokers.states().keys())
      if (!settings.sources.has(id)) telemetry.sourceConnected.remove({ source: id });
    await brokers.set(sources);
    await keepRuns();
    version = settings.version;
  };
  const timer = every(lookEveryMs, () =>
    look().then(
      () => faults.end('database', by),
      (error: unknown) => faults.report(by, 'reading the sources failed', error),
    ),
  );
  return {
    states: brokers.states,
    tell: brokers.tell,
    stop: async () => {
      clearInterval(timer);
      for (const run of runs.values()) await run.end();
      await brokers.close();
    },
  };
}
