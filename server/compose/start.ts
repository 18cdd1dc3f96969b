import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Database, openDatabase } from '../../db/threads/database.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import { makeApp } from '../app.ts';
import type { Config } from '../config.ts';
import { openFaults } from '../faults.ts';
import { openTelemetry, type Telemetry } from '../metrics.ts';
import { greetingOf, urlOf } from './greeting.ts';
import { listen } from './http.ts';
import { startIngest } from './ingest.ts';
import { houseJobs, startJobs } from './jobs.ts';
import { openLive } from './live.ts';
import { watchReadiness } from './readiness.ts';
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
  const telemetry = openTelemetry();
  const faults = openFaults(log, telemetry);
  log.info({ database: config.databaseUrl === null ? config.dataDir : 'PostgreSQL' }, 'opening the database');
  const db = await openThreads({ config, log, telemetry, onCrash });
  endings.push(() => db.close());
  log.info('the database is open and its tables are up to date');
  const live = openLive(db, faults);
  endings.push(() => live.close());
  const ingest = await startIngest({ config, log, db, telemetry, faults, onCommitted: live.committed });
  endings.push(() => ingest.stop());
  if (config.roles.has('jobs')) endings.push(startJobs(houseJobs(db), { log, faults }));
  const stopping = new AbortController();
  let isGreeted = false;
  const ready = watchReadiness({ db, faults, isCutOff: ingest.isCutOff });
  endings.push(() => ready.end());
  const notReady = async (): Promise<string[]> => (isGreeted ? ready.notReady() : ['Lintel is starting.']);
  const services = await makeServices({
    config,
    log,
    db,
    telemetry,
    live: live.hub,
    submit: ingest.submit,
    hooks: ingest.hooks,
    sourceStates: ingest.sourceStates,
    refusedOf: ingest.refusedOf,
    outage: () => ingest.outage() ?? ready.unanswered(),
    stop: stopping.signal,
    notReady,
  });
  const app = makeApp(services, config.roles.has('api') ? join(dist, 'web') : null);
  log.info('the API is put together');
  const http = await listen(app, config);
  log.info({ port: http.port }, 'HTTP listens');
  endings.push(() => {
    stopping.abort();
    return http.close(graceMs);
  });
  const code = config.roles.has('api') ? await services.setup.newCode() : null;
  greet(greetingOf(urlOf(config, http.port), code, config.demoAccount));
  isGreeted = true;
}

async function openThreads({
  config,
  log,
  telemetry,
  onCrash,
}: Omit<StartInput, 'greet'> & { readonly telemetry: Telemetry }): Promise<Database<IngestWrites>> {
  const { databaseUrl, dataDir } = config;
  try {
    return await openDatabase<IngestWrites>({
      databaseUrl: databaseUrl ?? undefined,
      dataDir,
      writerScript: join(dist, 'writer.js'),
      readerScript: join(dist, 'reader.js'),
      onCrash: ({ thread, isFatal, error }) => {
        log.error(
          { err: error, thread },
          isFatal ? 'a database thread ended' : 'a database thread ended; it is started again',
        );
        if (isFatal) onCrash(new AppError('unavailable', `The database thread has stopped: ${error.message}`));
        else telemetry.threadRestarts.inc({ thread });
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
