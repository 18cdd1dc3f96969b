import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/*
 * What a table is made of, once for each dialect. Both store the same values: instants are epoch milliseconds, flags are
 * 0 and 1, JSON is text. So the same SQL text, written for SQLite, runs on both.
 */

const sqliteDialect = {
  table: sqlite.sqliteTable,
  primaryKey: sqlite.primaryKey,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  text: () => sqlite.text(),
  /** A whole number up to 2^53. */
  integer: () => sqlite.integer(),
  /** `name` where the column's cannot be made from the field's. */
  real: (name?: string) => (name === undefined ? sqlite.real() : sqlite.real(name)),
  /** JSON as text, parsed through the query builder. */
  json: <Shape>() => sqlite.text({ mode: 'json' }).$type<Shape>(),
  /** Stored 0 or 1, read as a boolean through the query builder. */
  flag: () => sqlite.integer({ mode: 'boolean' }),
  /** Epoch ms, read as a Date through the query builder; better-auth's tables only. */
  date: () => sqlite.integer({ mode: 'timestamp_ms' }),
  /** A key that the database counts up. */
  serial: () => sqlite.integer().primaryKey({ autoIncrement: true }),
};

/** Makers of tables and columns; typed as SQLite's, since every query is built in SQLite's dialect (sql/orm.ts). */
export type Dialect = typeof sqliteDialect;

const postgresDialect = {
  table: pg.pgTable,
  primaryKey: pg.primaryKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  text: () => pg.text(),
  integer: () => pg.bigint({ mode: 'number' }),
  real: (name?: string) => (name === undefined ? pg.doublePrecision() : pg.doublePrecision(name)),
  json: () => pg.text(),
  flag: () => pg.smallint(),
  date: () => pg.bigint({ mode: 'number' }),
  serial: () => pg.bigserial({ mode: 'number' }).primaryKey(),
};

export const sqliteColumns: Dialect = sqliteDialect;

/**
 * The cast holds because PostgreSQL's tables are never queried through drizzle: only drizzle-kit reads them, to make the
 * migrations. Every maker that Dialect names is above, and each answers a builder with the same methods.
 */
export const postgresColumns = postgresDialect as unknown as Dialect;
