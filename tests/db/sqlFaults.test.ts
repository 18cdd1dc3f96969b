import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openSql } from '../../db/sql/open.ts';
import type { OpenSql } from '../../db/sql/port.ts';
import { openSqlite } from '../../db/sql/sqlite.ts';
import { DatabaseReplaced } from '../../db/sql/sqliteFaults.ts';
import { freshPlace } from './dialects.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function openFile(): Promise<{ sql: OpenSql; folder: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-faults-'));
  const file = join(folder, 'lintel.db');
  const sql = openSqlite(file, { lockPatienceMs: 100, isWatched: true });
  endings.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => sql.close(),
  );
  await sql.run('create table kept (id integer primary key, text text)');
  return { sql, folder, file };
}

const insert = (sql: OpenSql, text = 'x'): Promise<number> =>
  sql.transaction((inside) => inside.run('insert into kept (text) values (?)', [text]));

async function countOf(sql: OpenSql): Promise<number> {
  const [row] = await sql.all<{ n: number }>('select count(*) as n from kept');
  return row?.n ?? 0;
}

describe('what keeps SQLite from its work is said in a sentence, and passes', () => {
  it('a full disk: nothing of the transaction stays, and with room it goes on', async () => {
    const { sql } = await openFile();
    const [pages] = await sql.all<{ page_count: number }>('pragma page_count');
    await sql.all(`pragma max_page_count = ${(pages?.page_count ?? 0) + 2}`);
    const large = insert(sql, 'x'.repeat(100_000));
    await expect(large).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('is full') });
    expect(await countOf(sql)).toBe(0);
    await sql.all('pragma max_page_count = 1000000');
    await insert(sql, 'x'.repeat(100_000));
    expect(await countOf(sql)).toBe(1);
  });

  it('a lock of another program, until it lets go', async () => {
    const { sql, file } = await openFile();
    const other = new Database(file);
    other.exec('begin immediate');
    await expect(insert(sql)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'The database is locked by another program: close it.',
    });
    other.exec('rollback');
    other.close();
    expect(await insert(sql)).toBe(1);
  });

  it('a lock is waited for no longer when the process is about to end', async () => {
    const { sql, file } = await openFile();
    const patient = openSqlite(file, { lockPatienceMs: 60_000 });
    const other = new Database(file);
    endings.push(
      () => patient.close(),
      () => other.close(),
    );
    other.exec('begin immediate');
    const waiting = insert(patient);
    patient.giveUp();
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    expect(await countOf(sql)).toBe(0);
  });

  it('a database that may only be read', async () => {
    const { sql } = await openFile();
    await sql.run('pragma query_only = on');
    await expect(insert(sql)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('only be read'),
    });
  });

  it('a bug is no fault of the machine', async () => {
    const { sql } = await openFile();
    await expect(sql.run('insert into kept (id, absent) values (1, 2)')).rejects.toThrow(/no column named absent/);
    await sql.run('insert into kept (id) values (1)');
    await expect(sql.run('insert into kept (id) values (1)')).rejects.toThrow(/UNIQUE/);
  });

  it('a file that was moved away: what is written there is not said to be stored, until it is back', async () => {
    const { sql, file } = await openFile();
    renameSync(file, `${file}.away`);
    await expect(insert(sql)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('is gone'),
    });
    renameSync(`${file}.away`, file);
    await insert(sql);
    expect(await countOf(sql)).toBe(2);
  });

  it('another file in its place: only a new start can use that', async () => {
    const { sql, file } = await openFile();
    copyFileSync(file, `${file}.other`);
    renameSync(`${file}.other`, file);
    await expect(insert(sql)).rejects.toBeInstanceOf(DatabaseReplaced);
  });
});

describe('a PostgreSQL that does not answer', () => {
  it('a statement without an answer is given up with its connection; the next one has a new connection', async () => {
    const { place, remove } = await freshPlace('postgres');
    const sql = openSql(place, { answerWithinMs: 300 });
    endings.push(remove, () => sql.close());
    await expect(sql.all('select pg_sleep(20)')).rejects.toMatchObject({ code: 'unavailable' });
    const slow = sql.transaction((inside) => inside.all('select pg_sleep(20)'));
    await expect(slow).rejects.toMatchObject({ code: 'unavailable' });
    expect(await sql.all('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not waited for when the process is about to end', async () => {
    const { place, remove } = await freshPlace('postgres');
    const sql = openSql(place);
    endings.push(remove, () => sql.close());
    await sql.all('select 1 as one');
    const slow = expect(sql.all('select pg_sleep(20)')).rejects.toMatchObject({ code: 'unavailable' });
    sql.giveUp();
    await slow;
  });

  it('a fault of what was asked is no fault of the server', async () => {
    const { place, remove } = await freshPlace('postgres');
    const sql = openSql(place);
    endings.push(remove, () => sql.close());
    await expect(sql.all('select 1 / 0 as never')).rejects.toThrow('division by zero');
    await expect(sql.run('insert into nowhere values (1)')).rejects.toThrow(/nowhere/);
  });
});
