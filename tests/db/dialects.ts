import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe } from 'vitest';
import { migrate } from '../../db/sql/migrate.ts';
import type { DatabasePlace } from '../../db/sql/open.ts';
import { openSql } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { openPostgres } from '../../db/sql/postgres.ts';

type Dialect = Sql['dialect'];

/** A fresh place for a database and what removes it again. */
export interface FreshPlace {
  readonly place: DatabasePlace;
  remove(): Promise<void>;
}

function freshSqlite(): FreshPlace {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintel-db-'));
  return {
    place: { databaseUrl: undefined, dataDir },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A schema of its own on the test server, which the tests' global set-up starts. */
async function freshPostgres(): Promise<FreshPlace> {
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) throw new Error('TEST_POSTGRES_URL is not set: the tests need a PostgreSQL server');
  const schema = `t_${randomBytes(6).toString('hex')}`;
  const admin = openPostgres(server);
  await admin.run(`create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    place: { databaseUrl: url.href, dataDir: tmpdir() },
    async remove() {
      await admin.run(`drop schema ${schema} cascade`);
      await admin.close();
    },
  };
}

export function freshPlace(dialect: Dialect): Promise<FreshPlace> {
  return dialect === 'postgres' ? freshPostgres() : Promise.resolve(freshSqlite());
}

/** Opens a fresh, migrated database; closed and removed after the test. `place` opens it a second time. */
export type OpenFresh = () => Promise<Sql & { readonly place: DatabasePlace }>;

/** The same tests on SQLite and on PostgreSQL. */
export function describeOnBothDialects(name: string, tests: (open: OpenFresh, dialect: Dialect) => void): void {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`${name} (${dialect})`, () => {
      const endings: (() => Promise<void>)[] = [];
      afterEach(async () => {
        for (const end of endings.splice(0).reverse()) await end();
      });
      tests(async () => {
        const fresh = await freshPlace(dialect);
        const sql = openSql(fresh.place);
        endings.push(fresh.remove, () => sql.close());
        await migrate(sql);
        return { ...sql, place: fresh.place };
      }, dialect);
    });
  }
}
