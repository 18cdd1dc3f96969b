import { type Orm, ormOver } from '../sql/orm.ts';
import type { SqlValue } from '../sql/port.ts';
import { account, session, user, verification } from '../tables/sqlite.ts';
import { type Scope, systemScope } from '../vocabulary/scope.ts';
import type { AuthStatement } from './authStatements.ts';

/** What better-auth's drizzle adapter takes as `schema`, with the provider `sqlite` on either database. */
export const authSchema = { user, session, account, verification };

interface AuthWriter {
  runAuthStatement(scope: Scope, statement: AuthStatement): Promise<SqlValue[][] | number>;
}

const scope = systemScope('system');

/**
 * The query builder of the main thread, for better-auth alone: its statements run on the writer thread, so that what was
 * just written is read, and no long read stands in the way of a sign-in.
 */
export function authDatabase(writer: AuthWriter): Orm {
  return ormOver({
    values: async (text, params) =>
      (await writer.runAuthStatement(scope, { text, params, method: 'values' })) as SqlValue[][],
    run: async (text, params) => (await writer.runAuthStatement(scope, { text, params, method: 'run' })) as number,
  });
}
