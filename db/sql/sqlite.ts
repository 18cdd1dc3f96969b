import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { withOrm } from './orm.ts';
import type { OpenSql, Sql } from './port.ts';
import { makeQueue, type Queue } from './queue.ts';
import { explained, type FileWatch, isBusy, watchFile } from './sqliteFaults.ts';
import { type SqliteStatements, sqliteStatements } from './sqliteStatements.ts';

/** A wait for another process's lock holds this thread, so it is short and asked again. */
const lockWaitMs = 20;
const lockPatienceMs = 15_000;

/** Does something until no other process's lock is in its way, for as long as the connection has patience. */
interface Patience {
  wait<T>(work: () => T): Promise<T>;
  end(): void;
}

function patienceOf(patienceMs: number): Patience {
  let isOver = false;
  return {
    wait: (work) => {
      const giveUpAt = Date.now() + patienceMs;
      return retryWhileBusy(work, () => isOver || Date.now() > giveUpAt);
    },
    end: () => {
      isOver = true;
    },
  };
}

async function retryWhileBusy<T>(work: () => T, isEnough: () => boolean): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || isEnough()) throw explained(error);
    }
    await sleep(5 + Math.random() * 20);
  }
}

/** How statements of a connection are let through: at once inside a transaction, in turn and patiently outside. */
type Turn = <T>(work: () => T) => Promise<T>;

function statementsIn(statements: SqliteStatements, turn: Turn): Omit<Sql, 'transaction' | 'close'> {
  const sql: Omit<Sql, 'transaction' | 'close' | 'orm'> = {
    dialect: 'sqlite',
    all: <Row>(text: string, params = []) => turn(() => statements.all(text, params) as Row[]),
    values: (text, params = []) => turn(() => statements.values(text, params)),
    run: (text, params = []) => turn(() => statements.run(text, params)),
    upsertMany: (upsert, rows) => turn(() => statements.upsertMany(upsert, rows)),
    findMany: <Row>(...args: Parameters<SqliteStatements['findMany']>) =>
      turn(() => statements.findMany(...args) as (Row | undefined)[]),
  };
  return withOrm(sql);
}

function transactionSql(statements: SqliteStatements, depth: number): Sql {
  return Object.assign(
    statementsIn(statements, async (work) => work()),
    {
      async transaction<T>(work: (inner: Sql) => Promise<T>): Promise<T> {
        const name = `level${depth}`;
        statements.run(`savepoint ${name}`, []);
        try {
          const result = await work(transactionSql(statements, depth + 1));
          statements.run(`release ${name}`, []);
          return result;
        } catch (error) {
          statements.run(`rollback to ${name}`, []);
          statements.run(`release ${name}`, []);
          throw error;
        }
      },
      close: async () => undefined,
    },
  );
}

interface Connection {
  readonly database: Database.Database;
  readonly statements: SqliteStatements;
  readonly queue: Queue;
  readonly begin: string;
  readonly patience: Patience;
  /** null: nobody is told of what this connection writes. */
  readonly watch: FileWatch | null;
}

async function runTransaction<T>(connection: Connection, work: (sql: Sql) => Promise<T>): Promise<T> {
  const { statements, begin, patience, watch } = connection;
  // Where the one before could not be ended.
  rollBack(connection);
  await patience.wait(() => statements.run(begin, []));
  try {
    const result = await work(transactionSql(statements, 1));
    await patience.wait(() => statements.run('commit', []));
    watch?.check();
    return result;
  } catch (error) {
    rollBack(connection);
    throw explained(error);
  }
}

function rollBack({ database, statements }: Connection): void {
  // Some errors (a full disk) have rolled it back already, after others it cannot be: what was thrown first is what is told.
  try {
    if (database.inTransaction) statements.run('rollback', []);
  } catch {
    // The next begin fails then, and says why.
  }
}

/** Pages that the operating system has as well; each connection has a cache of its own, and there are four. */
const writerCacheKiB = 16 * 1024;
const readerCacheKiB = 8 * 1024;

function connect(path: string, readonly: boolean): Database.Database {
  const database = new Database(path, { readonly, timeout: lockWaitMs });
  database.pragma('foreign_keys = on');
  database.pragma(`cache_size = -${readonly ? readerCacheKiB : writerCacheKiB}`);
  database.pragma('temp_store = memory');
  if (readonly) return database;
  database.pragma('journal_mode = wal');
  // What was acknowledged is on the disk, also when the power goes.
  database.pragma('synchronous = full');
  // After a large import the log does not stay as large as it was.
  database.pragma('journal_size_limit = 67108864');
  return database;
}

export interface SqliteOptions {
  readonly readonly?: boolean;
  /** How long to wait for another process's lock before saying that there is one; 15 s where it is not said. */
  readonly lockPatienceMs?: number;
  /** After every write it is looked whether it ended in the file that `path` names: for whoever acknowledges what is written. */
  readonly isWatched?: boolean;
}

/**
 * A SQLite file in WAL mode. A connection does one thing at a time: statements outside a transaction wait for its end.
 * `readonly` for reads beside the writer; the file must exist then.
 */
export function openSqlite(path: string, { readonly = false, ...options }: SqliteOptions = {}): OpenSql {
  const database = connect(path, readonly);
  const statements = sqliteStatements(database);
  const queue = makeQueue();
  const watch = options.isWatched === true ? watchFile(path) : null;
  const begin = readonly ? 'begin' : 'begin immediate';
  const patience = patienceOf(options.lockPatienceMs ?? lockPatienceMs);
  const connection = { database, statements, queue, begin, patience, watch };
  const alone = async <T>(work: () => T): Promise<T> => {
    const result = await patience.wait(work);
    watch?.check();
    return result;
  };
  return Object.assign(
    statementsIn(statements, (work) => queue(() => alone(work))),
    {
      transaction: <T>(work: (sql: Sql) => Promise<T>) => queue(() => runTransaction(connection, work)),
      close: () => queue(async () => void database.close()),
      giveUp: patience.end,
    },
  );
}
