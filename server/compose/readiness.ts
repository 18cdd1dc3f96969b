import type { Database } from '../../db/threads/database.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Faults } from '../faults.ts';
import { every } from './every.ts';

const scope = systemScope('system');
const lookEveryMs = 5_000;
const answerMs = 3_000;
const by = 'reading';

export interface ReadinessInput {
  readonly db: Database<IngestWrites>;
  readonly faults: Faults;
  /** Not connected to the broker that messages come by. */
  isCutOff(): boolean;
}

export interface Readiness {
  /** Why this process is not ready, in sentences that say what to do; empty: it is. Answers within 3 s. */
  notReady(): Promise<string[]>;
  /** Why the database cannot be read at the moment, or null; known without asking it. */
  unanswered(): string | null;
  end(): void;
}

/** Asks the database every few seconds, and whenever `/readyz` is asked, whether it answers. */
export function watchReadiness({ db, faults, isCutOff }: ReadinessInput): Readiness {
  let sentence: string | null = null;
  const noted = (told: string | null, error?: unknown): void => {
    sentence = told;
    if (told === null) faults.end('database', by);
    else faults.begin('database', by, { sentence: told, error });
  };
  let asking: Promise<{ isMigrated: boolean } | null> | undefined;
  const ask = (): Promise<{ isMigrated: boolean } | null> => {
    // However often it is asked, the database is asked once at a time.
    asking ??= db.reads
      .readReadiness(scope, {})
      .then(
        (readiness) => {
          noted(null);
          return readiness;
        },
        (error: unknown) => {
          noted(sentenceOf(error), error);
          return null;
        },
      )
      .finally(() => {
        asking = undefined;
      });
    return within(answerMs, asking);
  };
  const look = async (): Promise<{ isMigrated: boolean } | null> => {
    const readiness = await ask();
    if (readiness === null && sentence === null) noted(noAnswer);
    return readiness;
  };
  const timer = every(lookEveryMs, async () => void (await look()));
  return {
    notReady: async () => {
      const readiness = await look();
      const told = faults.standing();
      if (isCutOff() && told.length === 0) told.push('The broker (MQTT_URL) is not connected yet.');
      if (readiness?.isMigrated === false) told.push('The tables of the database are not up to date: restart Lintel.');
      return told;
    },
    unanswered: () => sentence,
    end: () => clearInterval(timer),
  };
}

const noAnswer = 'The database does not answer: check that it runs and that its disk is not overloaded.';

function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : 'The database cannot be read: the log says why.';
}

/** What is promised, or null where it takes longer. */
function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
