import {
  type AsyncBatchRemoteCallback,
  type AsyncRemoteCallback,
  drizzle,
  type SqliteRemoteDatabase,
} from 'drizzle-orm/sqlite-proxy';
import * as tables from '../tables/sqlite.ts';
import type { SqlValue } from './port.ts';

/** Drizzle over a connection, for what is not on the hot path. Transactions are Sql's, never drizzle's own. */
export type Orm = SqliteRemoteDatabase<typeof tables>;

/** Runs one statement: rows as arrays, or the number of rows changed. */
export interface Statements {
  values(text: string, params: readonly SqlValue[]): Promise<SqlValue[][]>;
  run(text: string, params: readonly SqlValue[]): Promise<number>;
}

/**
 * The query builder over either database. It always writes SQLite's dialect: names in double quotes, `?` placeholders,
 * joins, `returning`, all of which PostgreSQL understands as they are. Two things it does not, so they are plain SQL: a
 * column left out of an insert becomes null (a counted key), and the target of `on conflict` is written with its table.
 */
export function ormOver(statements: Statements): Orm {
  const query: AsyncRemoteCallback = async (text, params, method) => {
    if (method === 'run') {
      // better-auth asks for the number of rows as `rowCount`.
      const rowCount = await statements.run(text, params);
      return { rows: [], rowCount };
    }
    const rows = await statements.values(text, params);
    // drizzle reads "no row" of a single get from undefined rows, which its type leaves out.
    return { rows: method === 'get' ? (rows[0] as unknown[]) : rows };
  };
  const batch: AsyncBatchRemoteCallback = (queries) =>
    Promise.all(queries.map(({ sql, params, method }) => query(sql, params, method)));
  // Without a second callback this driver forgets `casing` (drizzle-orm 0.45, sqlite-proxy/driver.js).
  return drizzle(query, batch, { schema: tables, casing: 'snake_case' });
}

/** Adds the query builder to statements; made when it is first asked for, which for most transactions is never. */
export function withOrm<Own extends Statements>(statements: Own): Own & { readonly orm: Orm } {
  let orm: Orm | undefined;
  // A getter that lies on the object itself: whoever adds to it with Object.assign keeps it, a copy would not.
  return Object.defineProperty(statements, 'orm', {
    enumerable: true,
    get: () => {
      orm ??= ormOver(statements);
      return orm;
    },
  }) as Own & { readonly orm: Orm };
}
