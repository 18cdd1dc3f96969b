import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeBackup } from '../../../db/backup/backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { type RestatedDay, readRestatements } from '../../../db/reads/restatements.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { emptyTally } from '../../../db/rollup/tally.ts';
import { addSums, noSums, restatedFields } from '../../../db/rollup/worth.ts';
import { openSql } from '../../../db/sql/open.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { businessDateAt } from '../../../db/time/businessDate.ts';
import type { Settings, Store } from '../../../db/vocabulary/place.ts';
import { makeDailyTallies } from '../../../db/writes/daily.ts';
import { rebuildPending, rebuildRollups } from '../../../db/writes/rebuild.ts';
import { reportDates } from '../../../db/writes/reports.ts';
import { applyRetention } from '../../../db/writes/retention.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { emptyMemory } from '../../../ingest/pipeline/memory.ts';
import type { RawMessage } from '../../../ingest/pipeline/message.ts';
import { storeMessages } from '../../../ingest/pipeline/store.ts';
import { clock, type House, message, openHouse } from '../../ingest/house.ts';
import { batches, messagesOf, shuffled } from '../../ingest/traffic.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects, freshPlace, type OpenFresh } from '../dialects.ts';

const dayMs = 86_400_000;
const period = { from: '2026-03-10', to: '2026-03-19' };

/** The house, looked at for the first time three days ago. */
async function openReporting(open: OpenFresh): Promise<House> {
  const house = await openHouse(await open());
  await report(house.sql, clock - 3 * dayMs);
  return house;
}

async function report(sql: Sql, now = clock): Promise<number> {
  const settings = await loadSettings(sql, owner);
  const round = await reportDates(sql, owner, { settings, now, cursor: null, budgetMs: 10_000 });
  return round.made;
}

async function makeDays(sql: Sql, settings: Settings): Promise<void> {
  await rebuildPending(sql, owner, { settings, now: clock, cursor: null, budgetMs: 10_000 });
  await makeDailyTallies(sql, owner, { settings, now: clock, cursor: null, budgetMs: 10_000 });
}

async function restatements(sql: Sql, storeId = 'arbat'): Promise<RestatedDay[]> {
  const settings = await loadSettings(sql, owner);
  return (await readRestatements(sql, owner, { settings, storeId, ...period, now: clock })) ?? [];
}

function reportedRows(sql: Sql): Promise<unknown[]> {
  return sql.all('select * from reported_tallies order by store_id, date, in_window');
}

/** The changes of a day add up to what it shows now less what it showed when it ended. */
function expectExplained(day: RestatedDay): void {
  for (const part of ['window', 'outside'] as const) {
    const changes = noSums();
    for (const change of day.changes) addSums(changes, change[part]);
    expect(changes).toEqual(addSums(addSums(noSums(), day.restated[part]), day.reported[part], -1));
  }
}

/** As a house that was sent all of it at once shows it. */
async function freshDays(open: OpenFresh, messages: readonly RawMessage[], change?: (sql: Sql) => Promise<unknown>) {
  const house = await openHouse(await open());
  await change?.(house.sql);
  await house.send(...messages);
  const settings = await loadSettings(house.sql, owner);
  const ask = { settings, storeIds: ['arbat'], ...period, by: 'day', hours: 'all', now: clock } as const;
  const [periods] = await readPeriods(house.sql, owner, ask);
  const store = settings.stores.get('arbat') as Store;
  return new Map(
    periods?.series.map(({ startAt, window, outside }) => [businessDateAt(store, startAt), { window, outside }]),
  );
}

const someHours = { timezone: 'Europe/Moscow', openingHours: [{ week: { wed: ['16:00-19:00'] }, exceptions: {} }] };

/** Shorter hours, and the door counts who goes out. */
async function otherSettings(sql: Sql): Promise<void> {
  const settings = await loadSettings(sql, owner);
  const { devices: _, ...store } = settings.stores.get('arbat') as Store;
  const entrances = store.entrances.map((entrance) => ({ ...entrance, countAs: 'average' as const }));
  await applySettings(sql, owner, { stores: [{ ...store, ...someHours, entrances }] });
}

describeOnBothDialects('a day that was reported', (open, dialect) => {
  const numRuns = dialect === 'sqlite' ? 25 : 6;

  it('keeps what it showed, and every later difference adds up by its causes, whatever comes', async () => {
    const seen = new Set<string>();
    const property = fc.asyncProperty(
      messagesOf(30, 120),
      fc.record({
        sizes: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
        early: fc.nat({ max: 100 }),
        seed: fc.integer(),
      }),
      async (messages, { sizes, early, seed }) => {
        const house = await openReporting(open);
        const settings = await loadSettings(house.sql, owner);
        const inTime = messages.slice(0, Math.floor((messages.length * early) / 100));
        await house.send(...inTime);
        await report(house.sql);
        const rows = await reportedRows(house.sql);
        for (const batch of batches(shuffled([...messages, ...inTime], seed), sizes)) {
          await house.send(...batch);
          if (batch.length % 3 === 0) await makeDays(house.sql, settings);
          await report(house.sql);
        }
        await rebuildRollups(house.sql, owner, { settings, storeId: 'arbat', now: clock });
        const days = await restatements(house.sql);
        expect(days.map(({ date }) => date)).toEqual(['2026-03-17', '2026-03-18', '2026-03-19']);
        const fresh = await freshDays(open, [...inTime, ...shuffled([...messages, ...inTime], seed)]);
        for (const day of days) {
          expectExplained(day);
          expect(day.restated).toEqual(fresh.get(day.date));
          for (const { cause } of day.changes) seen.add(cause);
        }
        expect(await reportedRows(house.sql)).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns, endOnFailure: true });
    // Without other settings nothing is left over for them to explain.
    expect([...seen].sort()).toEqual(['corrected', 'late', 'voided']);
  }, 300_000);

  it('explains what other settings changed as such, before and after the rollups were made again', async () => {
    const property = fc.asyncProperty(
      messagesOf(30, 80),
      fc.nat({ max: 100 }),
      fc.boolean(),
      async (messages, early, areDaysMade) => {
        const house = await openReporting(open);
        const split = Math.floor((messages.length * early) / 100);
        await house.send(...messages.slice(0, split));
        await report(house.sql);
        const rows = await reportedRows(house.sql);
        await otherSettings(house.sql);
        if (areDaysMade) await makeDays(house.sql, await loadSettings(house.sql, owner));
        await house.send(...messages.slice(split));
        const before = await restatements(house.sql);
        await makeDays(house.sql, await loadSettings(house.sql, owner));
        const after = await restatements(house.sql);
        const fresh = await freshDays(open, messages, otherSettings);
        for (const day of [...before, ...after]) expectExplained(day);
        for (const day of after) expect(day.restated).toEqual(fresh.get(day.date));
        expect(await reportedRows(house.sql)).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(numRuns / 2), endOnFailure: true });
  }, 300_000);

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
