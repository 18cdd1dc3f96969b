import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { type Heard, openBatcher } from '../../ingest/batcher.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
import type { Telemetry } from '../metrics.ts';
import type { Services } from '../services.ts';

const scope = systemScope('ingest');
/** Gaps of more than a minute count as "ingest not connected". */
const aliveEveryMs = 20_000;

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
  const run = await keepRun(db, log);
  const adoption = watchSettings(db, log);
  return {
    submit: batcher.submit,
    notReady: () => [],
    stop: async () => {
      await batcher.drained();
      adoption.end();
      await run.end();
    },
  };
}

/** Notes that ingest is connected, so that a silent counter and a Lintel that was off are told apart. */
async function keepRun({ writes }: Database<IngestWrites>, log: Logger): Promise<{ end(): Promise<void> }> {
  const id = await writes.startIngestRun(scope, { now: Date.now() });
  const keep = (): Promise<void> => writes.keepIngestRun(scope, { id, now: Date.now() });
  const timer = setInterval(() => {
    keep().catch((error: unknown) => log.error({ err: error }, 'noting that ingest is connected failed'));
  }, aliveEveryMs);
  return {
    end: async () => {
      clearInterval(timer);
      await keep();
    },
  };
}

const settingsEveryMs = 1_000;

/** When something was set up, by whichever process, what it sent before is tried again. */
function watchSettings(db: Database<IngestWrites>, log: Logger): { end(): void } {
  let version: number | undefined;
  const look = async (): Promise<void> => {
    const settings = await db.settings();
    const isNew = version !== undefined && settings.version !== version;
    version = settings.version;
    if (isNew) await db.writes.retryAdopted(scope, {});
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'trying adopted messages again failed'));
  }, settingsEveryMs);
  return { end: () => clearInterval(timer) };
}
