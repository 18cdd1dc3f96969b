import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Faults } from '../faults.ts';
import { every } from './every.ts';

const scope = systemScope('ingest');
const aliveEveryMs = 20_000;
/** After a failure it is tried again as often as this, which also shows when the database is back. */
const lookEveryMs = 2_000;
/** A longer silence of our own is a gap: a new run begins after it. */
const gapMs = 60_000;

export interface IngestWay {
  isConnected(): boolean;
  readonly faults: Faults;
  /** The source whose broker it is; absent: the main way. */
  readonly source?: string | null;
}

export interface IngestRun {
  end(): Promise<void>;
}

/**
 * Notes while ingest is connected, so that a silent till and a Lintel that was off are told apart. Nothing is noted while the
 * broker is away, or while the machine sleeps.
 */
export async function keepIngestRun(
  { writes }: Database<IngestWrites>,
  { isConnected, faults, source = null }: IngestWay,
): Promise<IngestRun> {
  let run: { readonly id: number; aliveAt: number } | null = null;
  const note = async (): Promise<void> => {
    const now = Date.now();
    if (!isConnected()) return;
    if (run === null || now - run.aliveAt > gapMs)
      run = { id: await writes.startIngestRun(scope, { now, source }), aliveAt: now };
    else {
      await writes.keepIngestRun(scope, { id: run.id, now });
      // Only now: a time in which nothing could be noted, and so nothing stored, is a gap as well.
      run.aliveAt = now;
    }
  };
  await note();
  const by = `noting that ingest is connected${source === null ? '' : ` to ${source}`}`;
  let isFailing = false;
  const noteAgain = async (): Promise<void> => {
    const isDue = isFailing || run === null || Date.now() - run.aliveAt >= aliveEveryMs;
    if (!isDue) return;
    isFailing = await note().then(
      () => false,
      (error: unknown) => {
        faults.report(by, 'noting that ingest is connected failed', error);
        return true;
      },
    );
    if (!isFailing) faults.end('database', by);
  };
  const timer = every(lookEveryMs, noteAgain);
  return {
    end: async () => {
      clearInterval(timer);
      // In an outage the end of the run is where it was noted last.
      if (!isFailing && faults.standing().length === 0) await note().catch(() => undefined);
    },
  };
}
