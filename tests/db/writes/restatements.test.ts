import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { writeBackup } from '../../../db/backup/backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { emptyTally } from '../../../db/rollup/tally.ts';
import { restatedFields } from '../../../db/rollup/worth.ts';
import { openSql } from '../../../db/sql/open.ts';
import { applyRetention } from '../../../db/writes/retention.ts';
import { emptyMemory } from '../../../ingest/pipeline/memory.ts';
import { storeMessages } from '../../../ingest/pipeline/store.ts';
import { clock, message, openHouse } from '../../ingest/house.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects, freshPlace } from '../dialects.ts';
import { dayMs, expectExplained, makeDays, openReporting, report, reportedRows, restatements } from './reported.ts';

describeOnBothDialects('a day that was reported', (open, dialect) => {
  it('tells a late report, a correction and a void in one batch apart', async () => {
    const house = await openReporting(open);
    const at = (clockTime: string) => `2026-03-18T${clockTime}:00+03:00`;
    const count = (start: string, end: string, entries: number) =>
      message('counts', { start: at(start), end: at(end), in: entries, out: 1 });
    const sold = (id: string, total: string, more: object = {}) =>
      message('sales', { id, at: at('12:05'), type: 'sale', total, ...more });
    await house.send(count('12:00', '12:05', 10), sold('a', '10.00'), sold('b', '20.00'), sold('c', '30.00'));
    await report(house.sql);
    await house.send(
      count('12:05', '12:10', 4),
      count('12:00', '12:05', 7),
      sold('d', '5.00'),
      sold('b', '25.50'),
      message('sales', { id: 'v', at: at('13:00'), type: 'void', total: '0', original: 'c' }),
    );
    const day = (await restatements(house.sql)).find(({ date }) => date === '2026-03-18');
    const told = day?.changes.map(({ cause, deviceId, window }) => ({
      cause,
      deviceId,
      ...Object.fromEntries(
        restatedFields.filter((field) => window[field] !== 0).map((field) => [field, window[field]]),
      ),
    }));
    expect(told?.sort((a, b) => `${a.deviceId} ${a.cause}`.localeCompare(`${b.deviceId} ${b.cause}`))).toEqual([
      { cause: 'corrected', deviceId: 'cam-1', entriesDoubled: -6 },
      { cause: 'late', deviceId: 'cam-1', entriesDoubled: 8, exits: 1 },
      { cause: 'corrected', deviceId: 'till-1', grossSalesMinor: 550 },
      { cause: 'late', deviceId: 'till-1', purchases: 1, grossSalesMinor: 500 },
      { cause: 'voided', deviceId: 'till-1', purchases: -1, grossSalesMinor: -3000 },
    ]);
  });

  it('is one that ended after the store was seen first: history that is loaded later restates nothing', async () => {
    const house = await openReporting(open);
    const at = (date: string) => ({ start: `${date}T12:00:00+03:00`, end: `${date}T12:15:00+03:00` });
    await report(house.sql);
    await house.send(
      message('counts', { ...at('2026-03-16'), in: 5 }),
      message('counts', { ...at('2026-03-19'), in: 7 }),
    );
    const days = await restatements(house.sql);
    expect(days.map(({ date, changes }) => [date, changes.length])).toEqual([
      ['2026-03-17', 0],
      ['2026-03-18', 0],
      ['2026-03-19', 1],
    ]);
    expect(days[2]?.reported).toEqual({ window: emptyTally(), outside: emptyTally() });
    expect(await house.sql.all('select date from restatements')).toEqual([{ date: '2026-03-19' }]);
  });

  it('is looked at when its last reports are in, and once', async () => {
    const house = await openReporting(open);
    const end = Date.parse('2026-03-19T00:00:00+03:00');
    // Of both stores the day before.
    expect(await report(house.sql, end - 60_000)).toBe(2);
    expect(await report(house.sql, end + 30_000)).toBe(0);
    await house.send(
      message('counts', { start: '2026-03-18T23:45:00+03:00', end: '2026-03-19T00:00:00+03:00', in: 3 }),
    );
    expect(await report(house.sql, end + 60_000)).toBe(1);
    expect(await report(house.sql, end + 90_000)).toBe(0);
    const day = (await restatements(house.sql)).find(({ date }) => date === '2026-03-18');
    expect(day?.reportedAt).toBe(end + 60_000);
    expect(day?.reported.window.entriesDoubled).toBe(6);
    expect(day?.changes).toEqual([]);
  });

  it('stands in a backup and after it was restored, and no retention takes it', async () => {
    const sql = await open();
    const house = await openHouse(sql);
    await report(sql, clock - 3 * dayMs);
    await report(sql);
    await house.send(message('counts', { start: '2026-03-18T12:00:00Z', end: '2026-03-18T12:15:00Z', in: 3 }));
    await applyRetention(sql, owner, { now: clock + 2000 * dayMs });
    const kept = [await reportedRows(sql), await restatements(sql)];
    expect(kept[0]).toHaveLength(12);
    const folder = mkdtempSync(join(tmpdir(), 'lintel-restated-'));
    const fresh = await freshPlace(dialect);
    try {
      const file = join(folder, 'backup.db');
      await writeBackup(sql, owner, file);
      await restoreBackup({ file, place: fresh.place, isForced: false });
      const restored = openSql(fresh.place);
      expect([await reportedRows(restored), await restatements(restored)]).toEqual(kept);
      await report(restored);
      expect(await reportedRows(restored)).toEqual(kept[0]);
      await restored.close();
    } finally {
      await fresh.remove();
      rmSync(folder, { recursive: true });
    }
  });

  it('misses nothing that another process stores while it is being reported', async () => {
    const sql = await open();
    const house = await openHouse(sql);
    await report(sql, clock - 3 * dayMs);
    const other = openSql(sql.place);
    try {
      for (const [i, minutes] of [0, 15, 30, 45].entries()) {
        const span = { start: `2026-03-1${6 + i}T12:${minutes || '00'}:00Z`, end: `2026-03-1${6 + i}T12:50:00Z` };
        const slow = other.transaction(async (inside) => {
          const messages = [message('counts', { ...span, in: 7 })];
          const settings = await loadSettings(inside, owner);
          await storeMessages({ sql: inside, settings, memory: emptyMemory(), now: clock }, messages);
          await sleep(120);
        });
        await sleep(15 * i);
        await Promise.all([slow, report(sql, clock - (2 - i) * dayMs)]);
      }
      const days = await restatements(sql);
      for (const day of days) {
        expectExplained(day);
        expect(day.changes.map(({ cause }) => cause).filter((cause) => cause !== 'late')).toEqual([]);
      }
      expect(days.reduce((sum, day) => sum + day.restated.window.entriesDoubled, 0)).toBe(2 * 3 * 7);
      expect(house.sql).toBe(sql);
    } finally {
      await other.close();
    }
  });

  it('agrees with the facts whatever was restated', async () => {
    const house = await openReporting(open);
    await report(house.sql);
    await house.send(message('counts', { start: '2026-03-18T12:00:00Z', end: '2026-03-18T12:15:00Z', in: 3 }));
    const settings = await loadSettings(house.sql, owner);
    await makeDays(house.sql, settings);
    expect(await compareRollups(house.sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
  });
});
