import type { Orm } from './orm.ts';

/** The one way to a database, the same over SQLite and PostgreSQL. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Many rows into one table by its key; `conflict` is the clause after the row (`do nothing`, `do update set …`). */
export interface Upsert {
  readonly table: string;
  readonly columns: readonly string[];
  /** PostgreSQL types of the columns, in their order (`bigint`, `text`, …), for unnest. */
  readonly types: readonly string[];
  /** `on conflict (…) do …`, or empty. `excluded.column` names the new row. */
  readonly conflict: string;
}

/** Rows by full key. */
export interface Lookup {
  readonly table: string;
  readonly key: readonly string[];
  readonly keyTypes: readonly string[];
  readonly columns: readonly string[];
}

export interface Sql {
  readonly dialect: 'sqlite' | 'postgres';
  /** Rows of a query; placeholders are `?` in both dialects. Integers come back as numbers. */
  all<Row>(text: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** The same rows as arrays, in the query's order of columns. */
  values(text: string, params?: readonly SqlValue[]): Promise<SqlValue[][]>;
  /** Changes something; answers the number of rows changed. */
  run(text: string, params?: readonly SqlValue[]): Promise<number>;
  /** No key may occur twice in `rows`. */
  upsertMany(upsert: Upsert, rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** The row for each key in the keys' order, undefined where there is none. */
  findMany<Row>(lookup: Lookup, keys: readonly (readonly SqlValue[])[]): Promise<(Row | undefined)[]>;
  /**
   * One transaction at a time on a connection; rolled back when `work` throws. Write transactions take the lock at once
   * (`begin immediate`). Inside, use only the Sql that `work` is given: the outer one waits for the transaction's end.
   * Called on that inner one it is a savepoint.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The query builder over this connection or transaction. */
  readonly orm: Orm;
  close(): Promise<void>;
}

/** A connection as it was opened. */
export interface OpenSql extends Sql {
  /** The process is about to end: what waits for another's lock or for a server's answer fails at once, now and from now on. */
  giveUp(): void;
}
