import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenSql } from './port.ts';
import { openPostgres, type PostgresOptions } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Where the data lies: `databaseUrl` (postgres://…), or without it a SQLite file in `dataDir`. */
export interface DatabasePlace {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

export function sqlitePath(dataDir: string): string {
  return join(dataDir, 'lintel.db');
}

/** Opens the database that the settings name; the folder is made where it is missing. Does not migrate. */
export function openSql(place: DatabasePlace, options: PostgresOptions = {}): OpenSql {
  if (place.databaseUrl !== undefined) return openPostgres(place.databaseUrl, options);
  if (options.readonly !== true) mkdirSync(place.dataDir, { recursive: true });
  // Who must answer in time asks again anyway, and says meanwhile that the database is locked.
  const readonly = options.readonly ?? false;
  const ofThread = options.answerWithinMs === undefined ? {} : { lockPatienceMs: 5_000, isWatched: !readonly };
  return openSqlite(sqlitePath(place.dataDir), { readonly, ...ofThread });
}
