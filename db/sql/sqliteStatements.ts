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

function upsertText(upsert: Upsert, rows: number): string {
  const row = `(${upsert.columns.map(() => '?').join(', ')})`;
  const values = new Array(rows).fill(row).join(', ');
  return `insert into ${upsert.table} (${upsert.columns.join(', ')}) values ${values} ${upsert.conflict}`;
}

/** One statement for so many rows takes a third less than one for each; more rows do not take less. */
const rowsAtOnce = 20;

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
      let next = 0;
      if (rows.length >= rowsAtOnce) {
        const statement = prepare(upsertText(upsert, rowsAtOnce));
        for (; next + rowsAtOnce <= rows.length; next += rowsAtOnce)
          statement.run(rows.slice(next, next + rowsAtOnce).flat());
      }
      if (next === rows.length) return;
      const statement = prepare(upsertText(upsert, 1));
      for (; next < rows.length; next += 1) statement.run(...(rows[next] as readonly SqlValue[]));
    },
    findMany(lookup, keys) {
      const statement = prepare(lookupText(lookup));
      return keys.map((key) => statement.get(...key));
    },
  };
}
