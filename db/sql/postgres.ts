import pg from 'pg';
import { AppError } from '../vocabulary/errors.ts';
import { ormOver } from './orm.ts';
import type { Lookup, Sql, SqlValue, Upsert } from './port.ts';
import { columnsOf, driverValue, lookupText, numbered, upsertText } from './postgresText.ts';

const int8 = 20;
const numeric = 1700;

/** Sums of bigint columns are numeric, counts are int8: all of ours stay below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 || oid === numeric
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** Codes of a lost or refused connection: the driver's, and PostgreSQL's classes 08, 57P and 53. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (/^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|08|57P|53)/.test(code)) return true;
  // The driver gives these no code (pg 8.23, lib/client.js and pg-pool).
  return code === '' && /^Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

function unavailable(error: unknown): unknown {
  if (!isUnreachable(error)) return error;
  return new AppError(
    'unavailable',
    'The database does not answer; check that PostgreSQL runs and DATABASE_URL is right.',
    {
      cause: error,
    },
  );
}

type Queryable = Pick<pg.ClientBase, 'query'>;

function statementsOver(client: Queryable): Omit<Sql, 'transaction' | 'close'> {
  async function query(config: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult> {
    try {
      return await client.query(config as pg.QueryConfig);
    } catch (error) {
      throw unavailable(error);
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
  return { ...sql, orm: ormOver(sql) };
}

function transactionSql(client: pg.PoolClient, depth: number): Sql {
  const statements = statementsOver(client);
  return {
    ...statements,
    async transaction(work) {
      const name = `level${depth}`;
      await statements.run(`savepoint ${name}`);
      try {
        const result = await work(transactionSql(client, depth + 1));
        await statements.run(`release ${name}`);
        return result;
      } catch (error) {
        await statements.run(`rollback to ${name}`);
        throw error;
      }
    },
    close: async () => undefined,
  };
}

async function runTransaction<T>(pool: pg.Pool, begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw unavailable(error);
  });
  let broken: Error | undefined;
  try {
    const sql = transactionSql(client, 1);
    await sql.run(begin);
    const result = await work(sql);
    await sql.run('commit');
    return result;
  } catch (error) {
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
}

/**
 * A PostgreSQL database. Connections are made when needed and again after a loss; what cannot be reached is
 * AppError `unavailable`.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): Sql {
  const readonly = options.readonly ?? false;
  const pool = new pg.Pool({
    connectionString: url,
    // One connection makes the writer's statements wait for its transaction, as on SQLite.
    max: readonly ? 4 : 1,
    types,
    connectionTimeoutMillis: readonly ? 10_000 : 0,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: readonly ? 'lintel-reader' : 'lintel-writer',
  });
  // A lost connection fails its statement and is dropped by the pool; without listeners it would end the process besides.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const begin = readonly ? 'begin isolation level repeatable read read only' : 'begin';
  return {
    ...statementsOver(pool as unknown as Queryable),
    transaction: (work) => runTransaction(pool, begin, work),
    close: () => pool.end(),
  };
}
