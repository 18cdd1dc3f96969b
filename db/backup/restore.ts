import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrate, unknownMigrations } from '../sql/migrate.ts';
import { type DatabasePlace, openSql, sqlitePath } from '../sql/open.ts';
import type { Sql } from '../sql/port.ts';
import { openSqlite } from '../sql/sqlite.ts';
import { AppError } from '../vocabulary/errors.ts';
import { copyTables, isEmptyDatabase, tableShapes } from './copy.ts';

export interface Restore {
  readonly file: string;
  readonly place: DatabasePlace;
  /** Replaces what is there. */
  readonly isForced: boolean;
}

/** A server writes that it is alive every few seconds; one that was a minute ago still runs. */
const aliveMs = 60_000;

function checkIsSqlite(file: string): void {
  if (!existsSync(file)) throw new AppError('not_found', `There is no file ${file}.`);
  const start = Buffer.alloc(15);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, start, 0, 15, 0);
  closeSync(descriptor);
  if (start.toString() !== 'SQLite format 3') throw new AppError('invalid', `${file} is not a backup of Lintel.`);
}

function damaged(file: string, cause?: unknown): AppError {
  return new AppError('invalid', `${file} is damaged: use an older backup.`, { cause });
}

/** Opens a copy of the backup; where the damage is in its first pages, already that fails. */
function openCopy(file: string, path: string): ReturnType<typeof openSqlite> {
  try {
    return openSqlite(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' ? damaged(file, error) : error;
  }
}

/** A copy of the backup at `path`, checked and brought up to this version's tables. */
async function checkedCopy(file: string, path: string): Promise<void> {
  copyFileSync(file, path);
  const copy = openCopy(file, path);
  try {
    const found = await copy.all<{ integrity_check: string }>('pragma integrity_check(1)').catch(() => []);
    if (found[0]?.integrity_check !== 'ok') throw damaged(file);
    const newer = await unknownMigrations(copy);
    if (newer === null) throw new AppError('invalid', `${file} is not a backup of Lintel.`);
    if (newer.length > 0) throw new AppError('invalid', `${file} was made by a newer version of Lintel: update first.`);
    await migrate(copy);
    await copy.all('pragma wal_checkpoint(truncate)');
  } finally {
    await copy.close();
  }
}

async function refuseData(sql: Sql, isForced: boolean): Promise<void> {
  if (isForced || (await isEmptyDatabase(sql))) return;
  throw new AppError('conflict', 'The database is not empty: --force replaces all that is in it.');
}

async function refuseRunningServer(sql: Sql): Promise<void> {
  const [run] = await sql.all<{ alive: number | null }>('select max(alive_at) as alive from ingest_runs');
  if (run?.alive && Date.now() - run.alive < aliveMs) {
    throw new AppError('conflict', 'A server uses this database: stop it, wait a minute and try again.');
  }
}

/** Leaving WAL is granted only to the last connection, so it tells whether a server has the file open. */
async function closeForGood(sql: Sql): Promise<void> {
  await sql.all('pragma journal_mode = delete').catch((error: unknown) => {
    throw new AppError('conflict', 'A server uses this database: stop it first.', { cause: error });
  });
}

async function restoreSqlite({ file, place, isForced }: Restore): Promise<void> {
  const target = sqlitePath(place.dataDir);
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) {
    const present = openSql(place);
    try {
      await migrate(present);
      await refuseData(present, isForced);
      await closeForGood(present);
    } finally {
      await present.close();
    }
  }
  const part = `${target}.restored`;
  try {
    await checkedCopy(file, part);
    for (const suffix of ['-wal', '-shm']) rmSync(`${target}${suffix}`, { force: true });
    renameSync(part, target);
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${part}${suffix}`, { force: true });
  }
}

async function fillPostgres(copy: Sql, target: Sql, isForced: boolean): Promise<void> {
  await migrate(target);
  await refuseData(target, isForced);
  await refuseRunningServer(target);
  const shapes = await tableShapes(copy);
  await target.transaction(async (to) => {
    await to.run(`truncate ${shapes.map(({ name }) => `"${name}"`).join(', ')} cascade`);
    await copy.transaction((from) => copyTables(from, to, shapes));
  });
}

async function restorePostgres({ file, place, isForced }: Restore): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-restore-'));
  const path = join(folder, 'backup.db');
  try {
    await checkedCopy(file, path);
    const copy = openSqlite(path, { readonly: true });
    const target = openSql(place);
    try {
      await fillPostgres(copy, target, isForced);
    } finally {
      await copy.close();
      await target.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts a backup in the place of an empty database, or with `isForced` of any; checked first, then all or nothing.
 * @throws AppError `not_found`, `invalid` (damaged, no backup, of a newer version), `conflict` (not empty, or in use).
 */
export async function restoreBackup(restore: Restore): Promise<void> {
  checkIsSqlite(restore.file);
  if (restore.place.databaseUrl === undefined) await restoreSqlite(restore);
  else await restorePostgres(restore);
}
