import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { CountMode } from '../../../db/vocabulary/place.ts';
import { systemScope } from '../../../db/vocabulary/scope.ts';
import { provisionText } from '../../../server/cli/commands/provision.ts';
import { readIsoInstant } from '../../../server/cli/import/dateFormat.ts';
import { countFields, findColumns } from '../../../server/cli/import/mapping.ts';
import { countsReader, modeOf, readDirectionWords } from '../../../server/cli/import/passageRows.ts';
import type { ImportReport } from '../../../server/cli/import/report.ts';
import { runImport } from '../../../server/cli/import/run.ts';
import { describeOnBothDialects } from '../../db/dialects.ts';

const scope = systemScope('test');
const folder = mkdtempSync(join(tmpdir(), 'lintel-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileWith(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

interface CountsImport {
  readonly device?: string;
  readonly isDryRun?: boolean;
}

async function importCounts(sql: Sql, content: string | Uint8Array, more: CountsImport = {}): Promise<ImportReport> {
  const store = (await loadSettings(sql, scope)).stores.get('arbat')!;
  let mode: CountMode = 'interval';
  const makeReader = (header: readonly string[]) => {
    const columns = findColumns(new Map(), header, countFields);
    const style = { hasDecimalComma: false };
    mode = modeOf(columns);
    const options = { columns, readInstant: readIsoInstant, zone: store.timezone, style };
    const words = readDirectionWords(['Entry=in,Exit=out,Test=skip']);
    return countsReader({ ...options, label: undefined, slotMinutes: 30 }, words);
  };
  const { report } = await runImport(sql, {
    source: { file: fileWith(content), delimiter: undefined, encoding: 'utf-8' },
    target: { kind: 'counts', store, deviceId: more.device, measures: ['entries'], mode: () => mode },
    makeReader,
    isDryRun: more.isDryRun ?? false,
  });
  return report;
}

async function counted(sql: Sql): Promise<unknown> {
  const [row] = await sql.all('select sum(count_in) as came, sum(count_out) as gone from quarter_counts');
  return row;
}

const chain = 'stores: [ { id: arbat, timezone: Europe/Moscow, devices: [ { id: cam-1 } ] } ]';
const march = 'start,in,out\n2026-03-01 10:00,3,1\n2026-03-01 10:30,4,2\n';

describeOnBothDialects('importing counts', (open) => {
  async function withStore(): Promise<Sql> {
    const sql = await open();
    await provisionText(sql, chain, 'chain.yaml');
    return sql;
  }

  it('stores every line once, however often the file is imported', async () => {
    const sql = await withStore();
    expect(await importCounts(sql, march)).toMatchObject({ lines: 2, accepted: 2, rejected: [] });
    expect(await importCounts(sql, gzipSync(march))).toMatchObject({ accepted: 0, duplicates: 2 });
    expect(await counted(sql)).toEqual({ came: 7, gone: 3 });
  });

  it('lets a later file correct an earlier one', async () => {
    const sql = await withStore();
    await importCounts(sql, march);
    expect(await importCounts(sql, 'start,in,out\n2026-03-01 10:30,9,2\n')).toMatchObject({ corrected: 1 });
    expect(await counted(sql)).toEqual({ came: 12, gone: 3 });
  });

  it('reads running totals as readings, of a device that counts so', async () => {
    const sql = await withStore();
    const totals =
      'at,totalIn,totalOut\n2026-03-01 10:00,500,20\n2026-03-01 10:15,512,\n2026-03-01 10:30,4,25\nlater,1,1\n';
    const report = await importCounts(sql, totals);
    expect(report).toMatchObject({ accepted: 3, rejected: [{ line: 5 }] });
    expect(await counted(sql)).toEqual({ came: 16, gone: 25 });
    expect((await loadSettings(sql, scope)).devices.get('arbat-import-counts')).toMatchObject({ mode: 'cumulative' });
    expect(await importCounts(sql, totals)).toMatchObject({ accepted: 0, duplicates: 3 });
  });

  it('reads single events; equal lines are as many people, the same file again is nobody', async () => {
    const sql = await withStore();
    const line = '2026-03-01 10:00:07,Entry,\n';
    const events = `at,direction,count\n${line.repeat(300)}2026-03-01 10:01:00,exit,2\n2026-03-01 10:02:00,Test,\n2026-03-01 10:03:00,up,\n`;
    const report = await importCounts(sql, events);
    expect(report).toMatchObject({ accepted: 301, rejected: [{ line: 304 }] });
    expect(report.skipped).toEqual(new Map([['Test', 1]]));
    expect(await counted(sql)).toEqual({ came: 300, gone: 2 });
    expect((await loadSettings(sql, scope)).devices.get('arbat-import-counts')).toMatchObject({ mode: 'event' });
    expect(await importCounts(sql, events)).toMatchObject({ accepted: 0, duplicates: 301 });
  });

  it('goes on after bad lines and says which they are and why', async () => {
    const sql = await withStore();
    const text =
      'start;end;in\n2026-03-01 10:00;2026-03-01 10:30;3\nnonsense;;1\n2026-03-01 10:15;2026-03-01 10:45;5\n2099-01-01 10:00;2099-01-01 10:30;1\n';
    const report = await importCounts(sql, text);
    expect(report.rejected.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [3, '"nonsense" is not a time in the given format'],
      [4, 'overlap'],
      [5, 'future'],
    ]);
    expect(await counted(sql)).toEqual({ came: 3, gone: null });
  });

  it("expects nothing of the store's import device outside of what was imported", async () => {
    const sql = await withStore();
    await importCounts(sql, march);
    const device = async () => (await loadSettings(sql, scope)).devices.get('arbat-import-counts');
    const at = (text: string): number => Date.parse(`${text}+03:00`);
    expect(await device()).toMatchObject({
      profile: 'import',
      installedAt: at('2026-03-01T10:00:00'),
      removedAt: at('2026-03-01T11:00:00'),
    });
    await importCounts(sql, 'start,in\n2026-02-27 09:00,1\n');
    expect(await device()).toMatchObject({
      installedAt: at('2026-02-27T09:00:00'),
      removedAt: at('2026-03-01T11:00:00'),
    });
  });

  it('imports into a device that is set up, and knows no other', async () => {
    const sql = await withStore();
    expect(await importCounts(sql, march, { device: 'cam-1' })).toMatchObject({ accepted: 2 });
    const before = await loadSettings(sql, scope);
    expect(before.devices.get('cam-1')).toMatchObject({ installedAt: null, removedAt: null });
    await expect(importCounts(sql, march, { device: 'cam-2' })).rejects.toThrow(
      'the store arbat has no device cam-2: it has cam-1',
    );
  });

  it('stores nothing in a dry run, and says what it would', async () => {
    const sql = await withStore();
    expect(await importCounts(sql, `${march}x,1,1\n`, { isDryRun: true })).toMatchObject({
      accepted: 2,
      rejected: [{ line: 4 }],
    });
    expect(await counted(sql)).toEqual({ came: null, gone: null });
    expect((await loadSettings(sql, scope)).devices.has('arbat-import-counts')).toBe(false);
  });

  it('refuses an empty file', async () => {
    const sql = await withStore();
    await expect(importCounts(sql, '')).rejects.toThrow('is empty');
  });
});
