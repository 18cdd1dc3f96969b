import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Database, openDatabase } from '../../db/threads/database.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import { makeApp } from '../app.ts';
import type { Config } from '../config.ts';
import { openTelemetry } from '../metrics.ts';
import { greetingOf, urlOf } from './greeting.ts';
import { listen } from './http.ts';
import { type Ingest, startIngest } from './ingest.ts';
import { houseJobs, startJobs } from './jobs.ts';
import { openLive } from './live.ts';
import { makeServices } from './services.ts';

export interface StartInput {
  readonly config: Config;
  readonly log: Logger;
  /** Tells where it is, and how to set it up; before that it is not ready. */
  greet(lines: readonly string[]): void;
  /** Something without which nothing works has ended by itself. */
  onCrash(error: Error): void;
}

export interface RunningLintel {
  /** Finishes what was acknowledged and closes the database. */
  stop(): Promise<void>;
}

const scope = systemScope('system');
/** dist/: this file is part of dist/main.js there. */
const dist = dirname(fileURLToPath(import.meta.url));
/** How long requests under way may take when the server stops. */
const graceMs = 3_000;

type Ending = () => Promise<void> | void;

/** Opens the database and starts the roles of this process. Rejects, with everything closed again, where one cannot start. */
export async function startLintel(input: StartInput): Promise<RunningLintel> {
  // Ended in the reverse order: first what takes in, last the database.
  const endings: Ending[] = [];
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    for (const end of endings.reverse()) await end();
  };
  try {
    await startParts(input, endings);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts({ config, log, greet, onCrash }: StartInput, endings: Ending[]): Promise<void> {
  const db = await openThreads({ config, log, onCrash });
  endings.push(() => db.close());
  const telemetry = openTelemetry();
  const live = openLive(db, log);
  endings.push(() => live.close());
  const ingest = await startIngest({ config, log, db, telemetry, onCommitted: live.committed });
  endings.push(() => ingest.stop());
  if (config.roles.has('jobs')) endings.push(startJobs(houseJobs(db), log));
  const stopping = new AbortController();
  let isGreeted = false;
  const notReady = async (): Promise<string[]> => (isGreeted ? notReadyOf(db, ingest) : ['Lintel is starting.']);
  const services = await makeServices({
    config,
    log,
    db,
    telemetry,
    live: live.hub,
    submit: ingest.submit,
    stop: stopping.signal,
    notReady,
  });
  const app = makeApp(services, config.roles.has('api') ? join(dist, 'web') : null);
  const http = await listen(app, config);
  endings.push(() => {
    stopping.abort();
    return http.close(graceMs);
  });
  const code = config.roles.has('api') ? await services.setup.newCode() : null;
  greet(greetingOf(urlOf(config, http.port), code, config.demoAccount));
  isGreeted = true;
}

async function notReadyOf(db: Database<IngestWrites>, ingest: Ingest): Promise<string[]> {
  const readiness = await db.reads.readReadiness(scope, {}).catch(() => null);
  const faults = [...ingest.notReady()];
  if (readiness === null) faults.push('The database does not answer.');
  else if (!readiness.isMigrated) faults.push('The tables of the database are not up to date.');
  return faults;
}

async function openThreads({ config, log, onCrash }: Omit<StartInput, 'greet'>): Promise<Database<IngestWrites>> {
  const { databaseUrl, dataDir } = config;
  try {
    return await openDatabase<IngestWrites>({
      databaseUrl: databaseUrl ?? undefined,
      dataDir,
      writerScript: join(dist, 'writer.js'),
      readerScript: join(dist, 'reader.js'),
      onCrash: ({ thread, isFatal, error }) => {
        log.error({ err: error, thread }, 'a database thread ended');
        if (isFatal) onCrash(new AppError('unavailable', `The database thread has stopped: ${error.message}`));
      },
    });
  } catch (error) {
    throw new AppError('unavailable', databaseFault(error, databaseUrl), { cause: error });
  }
}

/** Why the database cannot be had, in one line. */
function databaseFault(error: unknown, databaseUrl: string | null): string {
  const reason =
    error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
  if (databaseUrl === null) return `The database in DATA_DIR cannot be opened: ${reason}`;
  const { host, pathname } = new URL(databaseUrl);
  return `The database ${pathname.slice(1)} at ${host} (DATABASE_URL) cannot be reached: ${reason}`;
}
