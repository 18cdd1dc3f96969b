import type { Logger } from 'pino';
import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { IngestWrites } from '../../ingest/writer.ts';

const scope = systemScope('ingest');
const aliveEveryMs = 20_000;
/** A longer silence of our own is a gap: a new run begins after it. */
const gapMs = 60_000;

export interface IngestRun {
  end(): Promise<void>;
}

/**
 * Notes while ingest is connected, so that a silent till and a Lintel that was off are told apart. Nothing is noted while the
 * broker is away, or while the machine sleeps.
 */
export async function keepIngestRun(
  { writes }: Database<IngestWrites>,
  { isConnected, log }: { isConnected(): boolean; readonly log: Logger },
): Promise<IngestRun> {
  let run: { readonly id: number; aliveAt: number } | null = null;
  const note = async (): Promise<void> => {
    const now = Date.now();
    if (!isConnected()) return;
    if (run === null || now - run.aliveAt > gapMs)
      run = { id: await writes.startIngestRun(scope, { now }), aliveAt: now };
    else {
      run.aliveAt = now;
      await writes.keepIngestRun(scope, { id: run.id, now });
    }
  };
  await note();
  const timer = setInterval(() => {
    note().catch((error: unknown) => log.error({ err: error }, 'noting that ingest is connected failed'));
  }, aliveEveryMs);
  return {
    end: async () => {
      clearInterval(timer);
      await note();
    },
  };
}
