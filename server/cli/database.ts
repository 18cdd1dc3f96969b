import { isMigrated, migrate } from '../../db/sql/migrate.ts';
import { type DatabasePlace, openSql } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { type Scope, systemScope } from '../../db/vocabulary/scope.ts';
import { readConfig } from '../config.ts';

/** Whom the audit log names for what the command line does. */
export const cliScope: Scope = systemScope('cli');

/** Where the settings of the environment say that the data lies. */
export function databasePlace(): DatabasePlace {
  const { databaseUrl, dataDir } = readConfig(process.env);
  return { databaseUrl: databaseUrl ?? undefined, dataDir };
}

/** Opens the database, brings its tables up to date and closes it after the work. Works beside a running server. */
export async function withDatabase<T>(work: (sql: Sql) => Promise<T>, place = databasePlace()): Promise<T> {
  const sql = openSql(place);
  try {
    if (!(await isMigrated(sql))) await migrate(sql);
    return await work(sql);
  } finally {
    await sql.close();
  }
}
