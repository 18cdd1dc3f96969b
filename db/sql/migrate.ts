import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sql } from './port.ts';

/** Any number that only Lintel's migrations ask for. */
const advisoryLock = 7_546_835;

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** Beside the bundle in dist; for the sources, and bundles in other folders of the project, in db. */
function folderOf(dialect: Sql['dialect']): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of ['migrations', 'db/migrations']) {
      const found = join(folder, name, dialect);
      if (existsSync(join(found, 'meta/_journal.json'))) return found;
    }
    if (folder === dirname(folder)) throw new Error(`There are no migrations for ${dialect} in or above ${start}`);
  }
}

function migrationTags(dialect: Sql['dialect']): string[] {
  const journal = JSON.parse(readFileSync(`${folderOf(dialect)}/meta/_journal.json`, 'utf8')) as Journal;
  return journal.entries.map((entry) => entry.tag);
}

async function apply(sql: Sql, tag: string): Promise<void> {
  const text = readFileSync(`${folderOf(sql.dialect)}/${tag}.sql`, 'utf8');
  for (const statement of text.split('--> statement-breakpoint')) await sql.run(statement);
  await sql.run('insert into migrations (tag, applied_at) values (?, ?)', [tag, Date.now()]);
}

async function applyMissing(sql: Sql): Promise<string[]> {
  // Two processes that start at once: the second waits here. SQLite's `begin immediate` has done the same.
  if (sql.dialect === 'postgres') await sql.all('select pg_advisory_xact_lock(?)', [advisoryLock]);
  await sql.run('create table if not exists migrations (tag text primary key, applied_at bigint not null)');
  const applied = new Set((await sql.all<{ tag: string }>('select tag from migrations')).map((row) => row.tag));
  const missing = migrationTags(sql.dialect).filter((tag) => !applied.has(tag));
  for (const tag of missing) await apply(sql, tag);
  return missing;
}

/**
 * Brings the tables up to date, all or nothing; answers the names of the migrations that were missing. Several
 * processes may call it at once.
 */
export async function migrate(sql: Sql): Promise<string[]> {
  if (sql.dialect === 'postgres') return sql.transaction(applyMissing);
  // drizzle-kit changes a table by making it anew, which must not cascade; inside a transaction this cannot be set.
  await sql.run('pragma foreign_keys = off');
  try {
    return await sql.transaction(applyMissing);
  } finally {
    await sql.run('pragma foreign_keys = on');
  }
}

/** Whether every migration has been applied. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const rows = await sql.all<{ tag: string }>('select tag from migrations').catch(() => []);
  const applied = new Set(rows.map((row) => row.tag));
  return migrationTags(sql.dialect).every((tag) => applied.has(tag));
}

/** Migrations that a database has and this version does not know; null where the database is none of Lintel's. */
export async function unknownMigrations(sql: Sql): Promise<string[] | null> {
  const rows = await sql.all<{ tag: string }>('select tag from migrations').catch(() => null);
  if (rows === null) return null;
  const known = new Set(migrationTags(sql.dialect));
  return rows.map((row) => row.tag).filter((tag) => !known.has(tag));
}
