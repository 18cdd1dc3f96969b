import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { migrate } from '../sql/migrate.ts';
import type { Sql } from '../sql/port.ts';
import { openSqlite } from '../sql/sqlite.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { copyTables, tableShapes } from './copy.ts';

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

/** SQLite's own copy: one consistent moment, beside a running server, without holding its writes. */
async function copyFile(sql: Sql, path: string): Promise<void> {
  await sql.run('vacuum into ?', [path]);
}

/** PostgreSQL's tables, as they stood at one moment, in a SQLite file of the same tables. */
async function copyOver(sql: Sql, path: string): Promise<void> {
  const file = openSqlite(path);
  try {
    await migrate(file);
    await file.run('pragma foreign_keys = off');
    const shapes = await tableShapes(file);
    await sql.transaction(async (from) => {
      await from.run('set transaction isolation level repeatable read');
      return file.transaction((to) => copyTables(from, to, shapes));
    });
    await file.all('pragma wal_checkpoint(truncate)');
    await file.all('pragma journal_mode = delete');
  } finally {
    await file.close();
  }
}

/**
 * Writes everything into one SQLite file, whichever database it comes from; the file appears whole or not at all.
 * @returns its size in bytes.
 * @throws AppError `conflict` when there is such a file already, `forbidden` for anyone but the owner.
 */
export async function writeBackup(sql: Sql, scope: Scope, path: string): Promise<number> {
  if (scope.role !== 'owner') throw new AppError('forbidden', 'Only the owner may make a backup.');
  if (existsSync(path)) throw new AppError('conflict', `${path} is already there: name a new file.`);
  const part = `${path}.part`;
  removeDatabase(part);
  try {
    await (sql.dialect === 'sqlite' ? copyFile(sql, part) : copyOver(sql, part));
    renameSync(part, path);
  } finally {
    removeDatabase(part);
  }
  return statSync(path).size;
}
