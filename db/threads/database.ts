import type { DatabasePlace } from '../sql/open.ts';
import type { Orm } from '../sql/orm.ts';
import type { Settings } from '../vocabulary/place.ts';
import { type Scope, systemScope } from '../vocabulary/scope.ts';
import { authDatabase } from './authDatabase.ts';
import { isLookUp } from './lookUps.ts';
import type { Remote, ThreadFunctions } from './protocol.ts';
import type { Reads } from './reads.ts';
import { startThreadPool, type ThreadPool } from './threadPool.ts';
import type { Writes } from './writes.ts';

/** The database as the main thread has it: everything runs on other threads. */
export interface Database<Writer = Writes, Reader = Reads> {
  readonly reads: Remote<Reader>;
  readonly writes: Remote<Writer>;
  /** The settings of the moment, at most a second old; changes made through `writes` are seen at once. */
  settings(): Promise<Settings>;
  /** For better-auth's drizzle adapter (threads/authDatabase.ts). */
  readonly auth: Orm;
  /** Answers what is under way, then closes the connections and ends the threads. */
  close(): Promise<void>;
}

export interface DatabaseOptions extends DatabasePlace {
  readonly writerScript: string | URL;
  readonly readerScript: string | URL;
  /** Threads for figures, 2 where it is not said; look-ups (threads/lookUps.ts) have one of their own. */
  readonly readers?: number;
  /** A thread ended by itself and is started again; where it does not stay up, or must not, nothing works (`isFatal`). */
  onCrash(crash: { readonly thread: 'writer' | 'reader'; readonly isFatal: boolean; readonly error: Error }): void;
  /** What the writer thread tells by itself. */
  onEvent?(event: unknown): void;
}

const settingsTrustedMs = 1000;
/** After these the settings are asked for anew. */
const settingsWrites: readonly string[] = [
  'applySettings',
  'removeChecklist',
  'removeRegion',
  'removeStandard',
  'rotateSecret',
] satisfies (keyof Writes)[];

type Call = (name: string, scope: Scope, args: unknown) => Promise<unknown>;

function remoteOf<Functions>(call: Call): Remote<Functions> {
  // Every name is a function of the thread, which says so itself when it is not; a promise has `then`, this has not.
  const functions = new Proxy({} as Record<string, unknown>, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (scope: Scope, args: unknown) => call(name, scope, args)
        : undefined,
  });
  return functions as Remote<Functions>;
}

function settingsReader(reads: Remote<Reads>): { read(): Promise<Settings>; distrust(): void } {
  const scope = systemScope('system');
  let kept: Settings | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let changes = 0;
  let asking: { readonly changes: number; readonly answer: Promise<Settings> } | undefined;

  const ask = async (changesBefore: number): Promise<Settings> => {
    const now = performance.now();
    const newer = await reads.readSettingsSince(scope, { version: kept?.version ?? -1 });
    // Two answers may come in either order.
    if (newer !== null && newer.version >= (kept?.version ?? -1)) kept = newer;
    if (changes === changesBefore) checkedAt = now;
    return kept as Settings;
  };

  return {
    distrust: () => {
      checkedAt = Number.NEGATIVE_INFINITY;
      changes += 1;
    },
    async read() {
      if (kept !== undefined && performance.now() - checkedAt < settingsTrustedMs) return kept;
      // However many want to know, it is asked once; what was asked before a change of our own knows nothing of it.
      if (asking?.changes !== changes) {
        const mine = { changes, answer: ask(changes) };
        asking = mine;
        const done = (): void => {
          if (asking === mine) asking = undefined;
        };
        mine.answer.then(done, done);
      }
      return asking.answer;
    },
  };
}

/**
 * Opens the database on its threads: the writer first, which brings the tables up to date. `Writer` and `Reader`
 * are the types of the functions that the two scripts serve. Rejects with what kept a thread from starting.
 */
export async function openDatabase<Writer extends ThreadFunctions = Writes, Reader extends Reads = Reads>(
  options: DatabaseOptions,
): Promise<Database<Writer, Reader>> {
  const place: DatabasePlace = { databaseUrl: options.databaseUrl, dataDir: options.dataDir };
  const report = (thread: 'writer' | 'reader', isFatal: boolean) => (error: Error) =>
    options.onCrash({ thread, isFatal, error });
  const open = (thread: 'writer' | 'reader', size: number): Promise<ThreadPool> =>
    startThreadPool({
      script: thread === 'writer' ? options.writerScript : options.readerScript,
      place,
      size,
      onCrash: report(thread, false),
      onGivenUp: report(thread, true),
      onFatal: report(thread, true),
      onEvent: (event) => options.onEvent?.(event),
    });
  const writer = await open('writer', 1);
  const opening = Promise.all([open('reader', options.readers ?? 2), open('reader', 1)]);
  const pools = await opening.catch(async (error: unknown) => {
    await writer.close();
    throw error;
  });
  const [figures, desk] = pools;
  const reads = remoteOf<Reader>((name, scope, args) => (isLookUp(name) ? desk : figures).call(name, scope, args));
  const settings = settingsReader(reads as Remote<Reads>);
  const writes = remoteOf<Writer>(async (name, scope, args) => {
    const result = await writer.call(name, scope, args);
    if (settingsWrites.includes(name)) settings.distrust();
    return result;
  });
  return {
    reads,
    writes,
    settings: settings.read,
    auth: authDatabase(writes as unknown as Remote<Writes>),
    async close() {
      await Promise.all(pools.map((pool) => pool.close()));
      await writer.close();
    },
  };
}
