import type { Sql, SqlValue } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** A statement that better-auth made through drizzle on the main thread. */
export interface AuthStatement {
  readonly text: string;
  readonly params: readonly SqlValue[];
  readonly method: 'values' | 'run';
}

/** The tables that sign-in is about; the first name that a statement quotes after its verb is its table. */
const authTables = ['user', 'session', 'account', 'verification'];

function refuseOtherTables(text: string): void {
  const tables = [...text.matchAll(/\b(?:from|into|update|join)\s+"([^"]+)"/gi)].map((match) => match[1] ?? '');
  const other = tables.find((table) => !authTables.includes(table));
  if (other !== undefined) throw new Error(`Sign-in has no business with the table ${other}`);
}

/** Runs one statement of sign-in: rows as arrays, or the number of rows changed. Only better-auth's own tables. */
export async function runAuthStatement(
  sql: Sql,
  _scope: Scope,
  { text, params, method }: AuthStatement,
): Promise<SqlValue[][] | number> {
  refuseOtherTables(text);
  return method === 'run' ? sql.run(text, params) : sql.values(text, params);
}
