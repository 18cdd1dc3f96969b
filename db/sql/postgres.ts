import pg from 'pg';
import { AppError } from '../vocabulary/errors.ts';
import { ormOver, withOrm } from './orm.ts';
import type { Lookup, OpenSql, Sql, SqlValue, Upsert } from './port.ts';
import { explained } from './postgresFaults.ts';
import { columnsOf, driverValue, lookupText, numbered, upsertText } from './postgresText.ts';
import { makeQueue } from './queue.ts';

const int8 = 20;
const numeric = 1700;

/** Sums of bigint columns are numeric, counts are int8: all of ours stay below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 || oid === numeric
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

type Queryable = Pick<pg.ClientBase, 'query'>;

function statementsOver(client: Queryable): Omit<Sql, 'transaction' | 'close'> {
  async function query(config: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult> {
    try {
      return await client.query(config as pg.QueryConfig);
    } catch (error) {
      throw explained(error);
    }
  }
  const config = (text: string, params: readonly SqlValue[]): pg.QueryConfig => ({
    text: numbered(text),
    values: params.map(driverValue),
  });
  const sql: Omit<Sql, 'transaction' | 'close' | 'orm'> = {
    dialect: 'postgres',
    all: async <Row>(text: string, params: readonly SqlValue[] = []) =>
      (await query(config(text, params))).rows as Row[],
    values: async (text, params = []) =>
      (await query({ ...config(text, params), rowMode: 'array' })).rows as unknown as SqlValue[][],
    run: async (text, params = []) => (await query(config(text, params))).rowCount ?? 0,
    async upsertMany(upsert: Upsert, rows) {
      if (rows.length === 0) return;
      await query({ text: upsertText(upsert), values: columnsOf(rows, upsert.columns.length) });
    },
    async findMany<Row>(lookup: Lookup, keys: readonly (readonly SqlValue[])[]) {
      const found = new Array<Row | undefined>(keys.length).fill(undefined);
      if (keys.length === 0) return found;
      const result = await query({ text: lookupText(lookup), values: columnsOf(keys, lookup.key.length) });
      for (const { found: place, ...row } of result.rows as ({ found: number } & Row)[]) found[place - 1] = row as Row;
      return found;
    },
  };
  return withOrm(sql);
}

function transactionSql(client: pg.PoolClient, depth: number): Sql {
  const statements = statementsOver(client);
  return Object.assign(statements, {
    async transaction<T>(work: (inner: Sql) => Promise<T>): Promise<T> {
      const name = `level${depth}`;
      await statements.run(`savepoint ${name}`);
      try {
        const result = await work(transactionSql(client, depth + 1));
        await statements.run(`release ${name}`);
        return result;
      } catch (error) {
        // Where this fails as well, what failed first is what is told.
        await statements.run(`rollback to ${name}`).catch(() => undefined);
        throw error;
      }
    },
    close: async () => undefined,
  });
}

async function runTransaction<T>(pool: pg.Pool, begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw explained(error);
  });
  let broken: Error | undefined;
  try {
    const sql = transactionSql(client, 1);
    await sql.run(begin);
    const result = await work(sql);
    await sql.run('commit');
    return result;
  } catch (error) {
    // A server that does not answer would not answer this either.
    if (error instanceof AppError && error.code === 'unavailable') broken = error;
    else
      await client.query('rollback').catch((cause: Error) => {
        broken = cause;
      });
    throw error;
  } finally {
    // A client that could not even roll back is thrown away, and the pool makes a new one.
    client.release(broken);
  }
}

export interface PostgresOptions {
  /** Reads only, several at once, each transaction one snapshot. Without it: one connection, one thing at a time. */
  readonly readonly?: boolean;
  /** A statement that takes longer is given up, and its connection with it. Without it statements take as long as they take. */
  readonly answerWithinMs?: number;
}

/** A server that was told to, ends a transaction whose client has gone without a word. */
const idleInTransactionMs = 120_000;

/**
 * A PostgreSQL database. Connections are made when needed and again after a loss; what cannot be reached is
 * AppError `unavailable`.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): OpenSql {
  const readonly = options.readonly ?? false;
  const pool = new pg.Pool({
    connectionString: url,
    max: readonly ? 4 : 1,
    types,
    connectionTimeoutMillis: 10_000,
    query_timeout: options.answerWithinMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: readonly ? 'lintel-reader' : 'lintel-writer',
  });
  // A lost connection fails its statement and is dropped by the pool; without listeners it would end the process besides.
  pool.on('error', () => undefined);
  const clients = new Set<pg.PoolClient>();
  let isGivenUp = false;
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    clients.add(client);
    if (isGivenUp) cut(client);
  });
  pool.on('remove', (client) => clients.delete(client));
  const giveUp = (): void => {
    isGivenUp = true;
    for (const client of clients) cut(client);
  };
  const begin = readonly ? 'begin isolation level repeatable read read only' : 'begin';
  const statements = statementsOver(pool as unknown as Queryable);
  const transaction: Sql['transaction'] = (work) => runTransaction(pool, begin, work);
  const sql: Sql = { ...statements, transaction, close: () => pool.end() };
  return { ...(readonly ? sql : oneAtATime(sql)), giveUp };
}

/** Ends a connection without a word to the server, which may not listen. */
function cut(client: pg.PoolClient): void {
  // Not in the types of pg 8.23; lib/client.js and lib/connection.js have it.
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

/** The writer's statements wait for its transaction, as on SQLite; the pool would count that as waiting for the server. */
function oneAtATime(sql: Sql): Sql {
  const queue = makeQueue();
  const queued: Omit<Sql, 'orm'> = {
    dialect: sql.dialect,
    all: (text, params) => queue(() => sql.all(text, params)),
    values: (text, params) => queue(() => sql.values(text, params)),
    run: (text, params) => queue(() => sql.run(text, params)),
    upsertMany: (upsert, rows) => queue(() => sql.upsertMany(upsert, rows)),
    findMany: (lookup, keys) => queue(() => sql.findMany(lookup, keys)),
    transaction: (work) => queue(() => sql.transaction(work)),
    close: sql.close,
  };
  return { ...queued, orm: ormOver(queued) };
}
