import { expect } from 'vitest';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { type RestatedDay, readRestatements } from '../../../db/reads/restatements.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { addSums, noSums } from '../../../db/rollup/worth.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { businessDateAt } from '../../../db/time/businessDate.ts';
import type { Settings, Store } from '../../../db/vocabulary/place.ts';
import { makeDailyTallies } from '../../../db/writes/daily.ts';
import { decideHeld, type HeldWish } from '../../../db/writes/held.ts';
import { rebuildPending } from '../../../db/writes/rebuild.ts';
import { reportDates } from '../../../db/writes/reports.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { makeTakeOut, revertTakeOut } from '../../../db/writes/takeOuts.ts';
import type { RawMessage } from '../../../ingest/pipeline/message.ts';
import { clock, type House, openHouse } from '../../ingest/house.ts';
import { owner } from '../chain.ts';
import type { OpenFresh } from '../dialects.ts';

export const dayMs = 86_400_000;
const period = { from: '2026-03-10', to: '2026-03-19' };

/** The house, looked at for the first time three days ago. */
export async function openReporting(open: OpenFresh): Promise<House> {
  const house = await openHouse(await open());
  await report(house.sql, clock - 3 * dayMs);
  return house;
}

export async function report(sql: Sql, now = clock): Promise<number> {
  const settings = await loadSettings(sql, owner);
  const round = await reportDates(sql, owner, { settings, now, cursor: null, budgetMs: 10_000 });
  return round.made;
}

export async function makeDays(sql: Sql, settings: Settings): Promise<void> {
  await rebuildPending(sql, owner, { settings, now: clock, cursor: null, budgetMs: 10_000 });
  await makeDailyTallies(sql, owner, { settings, now: clock, cursor: null, budgetMs: 10_000 });
}

export async function restatements(sql: Sql, storeId = 'arbat'): Promise<RestatedDay[]> {
  const settings = await loadSettings(sql, owner);
  const read = await readRestatements(sql, owner, { settings, storeId, ...period, now: clock });
  return read === null ? [] : [...read.days];
}

export function reportedRows(sql: Sql): Promise<unknown[]> {
  return sql.all('select * from reported_tallies order by store_id, date, in_window');
}

/** The changes of a day add up to what it shows now less what it showed when it ended. */
export function expectExplained(day: RestatedDay): void {
  for (const part of ['window', 'outside'] as const) {
    const changes = noSums();
    for (const change of day.changes) addSums(changes, change[part]);
    expect(changes).toEqual(addSums(addSums(noSums(), day.restated[part]), day.reported[part], -1));
  }
}

/** As a house that was sent all of it at once shows it. */
export async function freshDays(
  open: OpenFresh,
  messages: readonly RawMessage[],
  change?: (sql: Sql) => Promise<unknown>,
) {
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

export const deeds = ['nothing', 'nothing', 'take out', 'put back', 'accept', 'drop'] as const;

/** What somebody does by hand between two batches: takes a stretch out, puts one back, decides on a difference that is held. */
export async function doOnce(sql: Sql, settings: Settings, deed: (typeof deeds)[number]): Promise<void> {
  const now = clock;
  if (deed === 'take out') {
    const [count] = await sql.all<{ n: number }>('select count(*) as n from take_outs');
    const deviceId = ['cam-1', 'sum-1', 'ray-1', 'till-1'][(count?.n ?? 0) % 4] as string;
    const span = { fromAt: clock - 2 * dayMs + 3_000_000, toAt: clock - 2 * dayMs + 9_000_000 };
    const wish = { storeId: 'arbat', deviceId, ...span, reason: 'test_walk', note: null } as const;
    await makeTakeOut(sql, owner, { settings, wish, now });
  }
  if (deed === 'put back') {
    const [one] = await sql.all<{ id: string }>('select id from take_outs where reverted_at is null limit 1');
    if (one !== undefined) await revertTakeOut(sql, owner, { settings, storeId: 'arbat', id: one.id, now });
  }
  if (deed !== 'accept' && deed !== 'drop') return;
  const [held] = await sql.all<Omit<HeldWish, 'decision'>>(
    `select device_id as "deviceId", line, start_at as "startAt", end_at as "endAt" from set_aside
    where why = 'held' order by end_at desc limit 1`,
  );
  if (held === undefined) return;
  const decision = deed === 'accept' ? 'accepted' : 'dropped';
  await decideHeld(sql, owner, { settings, wish: { ...held, decision }, now });
}

const someHours = { timezone: 'Europe/Moscow', openingHours: [{ week: { wed: ['16:00-19:00'] }, exceptions: {} }] };

/** Shorter hours, and the door counts who goes out. */
export async function otherSettings(sql: Sql): Promise<void> {
  const settings = await loadSettings(sql, owner);
  const { devices: _, ...store } = settings.stores.get('arbat') as Store;
  const entrances = store.entrances.map((entrance) => ({ ...entrance, countAs: 'average' as const }));
  await applySettings(sql, owner, { stores: [{ ...store, ...someHours, entrances }] });
}
