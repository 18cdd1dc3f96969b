import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeBackup } from '../../db/backup/backup.ts';
import { restoreBackup } from '../../db/backup/restore.ts';
import { readPeriods } from '../../db/reads/funnel.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { type DatabasePlace, openSql } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { createToken } from '../../db/writes/tokens.ts';
import { provisionText } from '../../server/cli/commands/provision.ts';
import { messagesOf, openFeed } from '../../server/cli/feed.ts';
import { describeOnBothDialects, freshPlace } from '../db/dialects.ts';

const scope = systemScope('test');
const folder = mkdtempSync(join(tmpdir(), 'lintel-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

const chain = `
stores:
  - id: arbat
    timezone: Europe/Moscow
    currency: RUB
    devices: [ { id: cam-1 }, { id: till-1, measures: [sales] } ]
`;

/** A store with two weeks of counts and receipts and something in quarantine. */
async function fill(sql: Sql): Promise<void> {
  await provisionText(sql, chain, 'chain.yaml');
  await createToken(sql, scope, {
    name: 'report',
    role: 'viewer',
    storeIds: ['arbat'],
    regionIds: [],
    expiresAt: null,
  });
  const feed = openFeed(sql, await loadSettings(sql, scope));
  const at = (hour: number): string => new Date(Date.UTC(2026, 2, 1, hour)).toISOString();
  const counts = Array.from({ length: 14 * 24 }, (_, hour) => ({
    start: at(hour),
    end: at(hour + 1),
    in: hour % 17,
    out: hour % 13,
  }));
  const sales = Array.from({ length: 300 }, (_, n) => ({
    id: `r${n}`,
    at: at(n),
    type: n % 9 === 0 ? 'return' : 'sale',
    total: `${n}.50`,
  }));
  const bad = [{ start: at(5), end: at(4), in: 1 }];
  const from = { storeId: 'arbat', deviceId: 'cam-1', kind: 'counts' as const };
  await feed.store([
    ...messagesOf(from, counts, Date.now()),
    ...messagesOf({ ...from, deviceId: 'till-1', kind: 'sales' }, sales, Date.now()),
    ...messagesOf(from, bad, Date.now()),
  ]);
}

async function figures(sql: Sql): Promise<unknown> {
  const settings = await loadSettings(sql, scope);
  const query = {
    settings,
    storeIds: ['arbat'],
    from: '2026-03-01',
    to: '2026-03-15',
    by: 'day',
    hours: 'open',
  } as const;
  const periods = await readPeriods(sql, scope, { ...query, now: Date.UTC(2026, 3, 1) });
  const quarantine = await sql.all('select topic, reason, body, count from quarantine order by id');
  return { settings, periods, quarantine, tokens: await sql.all('select name, hash from tokens') };
}

async function restored(file: string, place: DatabasePlace): Promise<unknown> {
  await restoreBackup({ file, place, isForced: false });
  const sql = openSql(place);
  try {
    return await figures(sql);
  } finally {
    await sql.close();
  }
}

describeOnBothDialects('a backup', (open) => {
  for (const target of ['sqlite', 'postgres'] as const) {
    it(`restored into an empty ${target} gives the same figures`, async () => {
      const sql = await open();
      await fill(sql);
      const file = newFile();
      expect(await writeBackup(sql, scope, file)).toBeGreaterThan(0);
      const fresh = await freshPlace(target);
      try {
        expect(await restored(file, fresh.place)).toEqual(await figures(sql));
      } finally {
        await fresh.remove();
      }
    });
  }

  it('goes on where it left off once restored: new rows get new keys', async () => {
    const sql = await open();
    await fill(sql);
    const file = newFile();
    await writeBackup(sql, scope, file);
    const fresh = await freshPlace(sql.dialect);
    try {
      await restoreBackup({ file, place: fresh.place, isForced: false });
      const there = openSql(fresh.place);
      await fill(there);
      expect(await figures(there)).toMatchObject({ quarantine: [{ count: 2 }], tokens: [{}, {}] });
      await there.close();
    } finally {
      await fresh.remove();
    }
  });

  it('is not written over a file that is there, nor restored over data that is there', async () => {
    const sql = await open();
    await fill(sql);
    const file = newFile();
    await writeBackup(sql, scope, file);
    await expect(writeBackup(sql, scope, file)).rejects.toThrow('is already there');
    await expect(restoreBackup({ file, place: sql.place, isForced: false })).rejects.toThrow('--force');
  });
});

describe('restoring', () => {
  const place = (): DatabasePlace => ({ databaseUrl: undefined, dataDir: mkdtempSync(join(folder, 'data-')) });

  it('refuses what is no backup, and leaves the folder empty', async () => {
    const file = newFile();
    writeFileSync(file, 'a letter to the editor');
    const target = place();
    await expect(restoreBackup({ file, place: target, isForced: false })).rejects.toThrow('is not a backup');
    await expect(restoreBackup({ file: newFile(), place: target, isForced: false })).rejects.toThrow(
      'There is no file',
    );
    expect(existsSync(join(target.dataDir, 'lintel.db'))).toBe(false);
  });

  it('refuses a damaged backup', async () => {
    const source = await freshPlace('sqlite');
    const { migrate } = await import('../../db/sql/migrate.ts');
    const sql = openSql(source.place);
    await migrate(sql);
    await fill(sql);
    const file = newFile();
    await writeBackup(sql, scope, file);
    await sql.close();
    await source.remove();
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 20_000);
    writeFileSync(file, bytes);
    await expect(restoreBackup({ file, place: place(), isForced: false })).rejects.toThrow('is damaged');
  });
});
