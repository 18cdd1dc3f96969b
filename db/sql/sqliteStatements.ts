import type Database from 'better-sqlite3';
import type { Lookup, SqlValue, Upsert } from './port.ts';

const statementsKept = 400;

/** What one SQLite connection does at once, without waiting: prepared statements, kept by their text. */
export interface SqliteStatements {
  all(text: string, params: readonly SqlValue[]): unknown[];
  values(text: string, params: readonly SqlValue[]): SqlValue[][];
  run(text: string, params: readonly SqlValue[]): number;
  upsertMany(upsert: Upsert, rows: readonly (readonly SqlValue[])[]): void;
  findMany(lookup: Lookup, keys: readonly (readonly SqlValue[])[]): unknown[];
}

function preparer(database: Database.Database): (text: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    if (kept.size >= statementsKept) kept.delete(kept.keys().next().value as string);
    kept.set(text, statement);
    return statement;
  };
}

function upsertText(upsert: Upsert): string {
  const marks = upsert.columns.map(() => '?').join(', ');
  return `insert into ${upsert.table} (${upsert.columns.join(', ')}) values (${marks}) ${upsert.conflict}`;
}

function lookupText(lookup: Lookup): string {
  const where = lookup.key.map((column) => `${column} = ?`).join(' and ');
  return `select ${lookup.columns.join(', ')} from ${lookup.table} where ${where}`;
}

export function sqliteStatements(database: Database.Database): SqliteStatements {
  const prepare = preparer(database);
  return {
    all(text, params) {
      const statement = prepare(text);
      if (statement.reader) return statement.all(...params);
      statement.run(...params);
      return [];
    },
    values(text, params) {
      const statement = prepare(text);
      if (!statement.reader) {
        statement.run(...params);
        return [];
      }
      // A statement in raw mode answers each row as an array of its columns.
      const rows = statement.raw(true).all(...params) as SqlValue[][];
      statement.raw(false);
      return rows;
    },
    run(text, params) {
      const statement = prepare(text);
      return statement.reader ? statement.all(...params).length : statement.run(...params).changes;
    },
    upsertMany(upsert, rows) {
      const statement = prepare(upsertText(upsert));
      for (const row of rows) statement.run(...row);
    },
    findMany(lookup, keys) {
      const statement = prepare(lookupText(lookup));
      return keys.map((key) => statement.get(...key));
    },
  };
}
