import type { SettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import { emptyMemory, type Memory } from './memory.ts';
import type { MessageFate, RawMessage } from './message.ts';
import { type StoreBasis, storeMessages } from './store.ts';

/** A message that could not be stored, through no fault that quarantine knows of: it must not be acknowledged. */
export interface Failed {
  readonly failure: Error;
}

/** A message that could not be stored through a fault of Lintel, and is kept in quarantine. */
export interface KeptFaulty extends MessageFate {
  readonly fault: Error;
}

export type StoredMessage = MessageFate | KeptFaulty | Failed;

/** What stores messages over one database connection. */
export interface Pipeline {
  /**
   * Stores messages, all in one transaction; where that fails, in halves, so that one bad message does not hold up the others.
   * @returns what became of each, in their order, after the commit
   * @throws AppError `unavailable` when the database does not answer: then nothing was stored
   */
  ingest(sql: Sql, scope: Scope, messages: readonly RawMessage[]): Promise<StoredMessage[]>;
  /** One transaction with what the pipeline remembers; emptied when it fails. */
  transact<Result>(sql: Sql, scope: Scope, work: (basis: StoreBasis) => Promise<Result>): Promise<Result>;
}

export interface PipelineParts {
  readonly settingsOf: SettingsCache;
  /** The server's clock, epoch ms. */
  now(): number;
}

interface Caller {
  readonly sql: Sql;
  readonly scope: Scope;
}

/** Makes the pipeline of a connection. Its memory holds for that connection alone. */
export function makePipeline({ settingsOf, now }: PipelineParts): Pipeline {
  const memory = emptyMemory();
  let version = -1;

  const settingsNow = async (sql: Sql, scope: Scope): Promise<Settings> => {
    const settings = await settingsOf(sql, scope);
    // A change of settings makes rollups and states again.
    if (settings.version !== version) memory.devices.clear();
    version = settings.version;
    return settings;
  };

  const transact: Pipeline['transact'] = async (sql, scope, work) => {
    const settings = await settingsNow(sql, scope);
    try {
      return await sql.transaction((transaction) => work({ sql: transaction, settings, memory, now: now() }));
    } catch (error) {
      forget(memory);
      throw error;
    }
  };

  const ingest: Pipeline['ingest'] = async (sql, scope, messages) => {
    try {
      return await transact(sql, scope, (basis) => storeMessages(basis, messages));
    } catch (error) {
      if (error instanceof AppError && error.code === 'unavailable') throw error;
      const [only] = messages;
      if (messages.length === 1 && only !== undefined) return [await keepFaulty({ sql, scope }, only, error)];
      const middle = messages.length >> 1;
      const first = await ingest(sql, scope, messages.slice(0, middle));
      return [...first, ...(await ingest(sql, scope, messages.slice(middle)))];
    }
  };
  /**
   * A message that Lintel itself stumbles over, alone in its transaction: kept in quarantine and acknowledged, since it would be sent
   * again for ever and hold up all others of its connection.
   */
  const keepFaulty = async ({ sql, scope }: Caller, message: RawMessage, error: unknown): Promise<StoredMessage> => {
    const fault = error instanceof Error ? error : new Error(String(error));
    try {
      const [fate] = await transact(sql, scope, (basis) => storeMessages({ ...basis, isFaulty: true }, [message]));
      if (fate !== undefined) return { ...fate, fault };
    } catch (again) {
      if (again instanceof AppError && again.code === 'unavailable') throw again;
    }
    return { failure: fault };
  };

  return { ingest, transact };
}

function forget(memory: Memory): void {
  memory.devices.clear();
  memory.version = null;
}

export function hasFailed(stored: StoredMessage): stored is Failed {
  return 'failure' in stored;
}
