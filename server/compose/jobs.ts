import { setTimeout as sleep } from 'node:timers/promises';
import { Cron } from 'croner';
import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Faults } from '../faults.ts';

/** Something done again and again, never twice at a time. */
export interface Job {
  readonly name: string;
  /** Cron pattern with seconds. */
  readonly pattern: string;
  run(): Promise<unknown>;
}

/** Starts the jobs; a run that fails is told and tried again at its next time. Answers how to stop them. */
export function startJobs(
  jobs: readonly Job[],
  { log, faults }: { readonly log: Logger; readonly faults: Faults },
): () => void {
  let isStopped = false;
  const timers = jobs.map(({ name, pattern, run }) => {
    // Each by its own name: a job that only reads must not say that an outage is over which another has noticed.
    const by = `the job ${name}`;
    const onError = (error: unknown): void => {
      // What was under way when the database closed goes on after the next start.
      if (!isStopped) faults.report(by, `${by} failed`, error);
    };
    return new Cron(pattern, { protect: true, catch: onError, unref: true }, async () => {
      const startedAt = performance.now();
      const result = await run();
      faults.end('database', by);
      log.debug({ job: name, result, ms: Math.round(performance.now() - startedAt) }, 'job done');
    });
  });
  return () => {
    isStopped = true;
    for (const timer of timers) timer.stop();
  };
}

const scope = systemScope('jobs');

/** What the house does by itself; each in small pieces, between which the writer gets to messages. */
export function houseJobs({ writes }: Database<IngestWrites>): Job[] {
  return [
    { name: 'rollups', pattern: '*/5 * * * * *', run: () => makeRollups(writes) },
    { name: 'reports', pattern: '3-53/10 * * * * *', run: () => reportDates(writes) },
    { name: 'walks', pattern: '7-47/20 * * * * *', run: () => writes.settleWalkTests(scope, { now: Date.now() }) },
    { name: 'secrets', pattern: '2-57/5 * * * * *', run: () => writes.endSecrets(scope, { now: Date.now() }) },
    { name: 'watches', pattern: '11 * * * * *', run: () => writes.endWatches(scope, { now: Date.now() }) },
    { name: 'retention', pattern: '0 17 * * * *', run: () => writes.applyRetention(scope, { now: Date.now() }) },
  ];
}

/** Rebuilds that changed settings asked for, then daily tallies of dates that have become final or stale. */
async function makeRollups(writes: Database<IngestWrites>['writes']): Promise<number> {
  let rebuild = await writes.rebuildPending(scope, { now: Date.now(), cursor: null });
  while (rebuild.cursor !== null) {
    await breathe();
    rebuild = await writes.rebuildPending(scope, { now: Date.now(), cursor: rebuild.cursor });
  }
  let days = await writes.makeDailyTallies(scope, { now: Date.now(), cursor: null });
  let made = days.made;
  while (days.cursor !== null) {
    await breathe();
    days = await writes.makeDailyTallies(scope, { now: Date.now(), cursor: days.cursor });
    made += days.made;
  }
  return made;
}

/** Keeps what dates that have ended showed. */
async function reportDates(writes: Database<IngestWrites>['writes']): Promise<number> {
  let round = await writes.reportDates(scope, { now: Date.now(), cursor: null });
  let made = round.made;
  while (round.cursor !== null) {
    await breathe();
    round = await writes.reportDates(scope, { now: Date.now(), cursor: round.cursor });
    made += round.made;
  }
  return made;
}

/** Batches of messages that wait are stored first. */
function breathe(): Promise<void> {
  return sleep(5);
}
