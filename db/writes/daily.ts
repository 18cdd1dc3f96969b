import { readTrustedDates } from '../reads/days.ts';
import { readDayTallies, runsOf } from '../reads/dayTallies.ts';
import { readKnown } from '../reads/known.ts';
import { readReportedDays } from '../reads/reportedDays.ts';
import { isReported, readReporting } from '../reads/reporting.ts';
import { readChanges, unexplained } from '../reads/restatements.ts';
import { firstDateOf, lastFinalDate } from '../rollup/finality.ts';
import type { RestatedRow } from '../rollup/restate.ts';
import { type PeriodTally, tallyFields } from '../rollup/tally.ts';
import { areNothing } from '../rollup/worth.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql, SqlValue, Upsert } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';
import { datesBetween } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { lockDevices } from './deviceLocks.ts';
import { makeQueueDays } from './queueDays.ts';
import { putRestatements } from './restatements.ts';
import { makeServiceDays } from './serviceDays.ts';

export interface DailyWork {
  readonly settings: Settings;
  readonly now: number;
  /** Where the round before stopped; null: from the first store. */
  readonly cursor: string | null;
  /** Stops soon after so long, so that the thread gets to other work. */
  readonly budgetMs?: number;
}

export interface DailyRound {
  /** Dates that were made or made again. */
  readonly made: number;
  /** What the next round is to be given; null: every store has been seen to. */
  readonly cursor: string | null;
}

const defaultBudgetMs = 12;
const datesAPiece = 4;
/** Only one process makes daily tallies at a time. */
const dailyLock = 7_546_837;

/**
 * Makes the daily tallies of dates that are final and have none, or none to be trusted, a few at a time. Call it until `cursor` is
 * null, with a breath between. Stores that wait for a rebuild are passed over. Owner and the house only.
 */
export async function makeDailyTallies(sql: Sql, scope: Scope, work: DailyWork): Promise<DailyRound> {
  requireOwner(scope, 'make daily tallies');
  const { settings, now, cursor, budgetMs = defaultBudgetMs } = work;
  const stores = [...settings.stores.values()];
  const from = cursor === null ? 0 : stores.findIndex((store) => store.id === cursor);
  const endAt = performance.now() + budgetMs;
  let made = 0;
  for (let i = Math.max(0, from); i < stores.length; ) {
    const store = stores[i] as Store;
    const piece = await sql.transaction((inside) => makeSome(inside, store, now));
    made += piece;
    if (piece === 0) i++;
    if (performance.now() >= endAt && i < stores.length) return { made, cursor: (stores[i] as Store).id };
  }
  return { made, cursor: null };
}

/** Makes a few dates of one store; answers how many. */
async function makeSome(sql: Sql, store: Store, now: number): Promise<number> {
  if (sql.dialect === 'postgres') await sql.all('select pg_advisory_xact_lock(?)', [dailyLock]);
  const waits = await sql.all('select 1 as one from rebuilds where store_id = ?', [store.id]);
  if (waits.length > 0) return 0;
  const dates = await datesToMake(sql, store, now);
  if (dates.length === 0) return 0;
  const reporting = (await readReporting(sql, [store.id])).get(store.id);
  const reported = dates.filter((date) => isReported(reporting, date));
  // Before anything that who stores facts waits for: they hold these locks first.
  if (reported.length > 0) await lockDevices(sql, deviceIdsOf(store));
  // First this, then the reading: who changes facts meanwhile either is waited for here, or marks the date stale after us.
  for (const date of dates) await sql.run('delete from stale_days where store_id = ? and date = ?', [store.id, date]);
  const known = await readKnown(sql, [store], now);
  const stretches = runsOf(dates).map((run) => ({ store, ...run }));
  const tallies = await readDayTallies(sql, stretches, { known, now });
  const made = new Map(tallies.flatMap((byDate) => [...byDate]));
  await putDays(sql, store, made);
  await makeQueueDays(sql, store, dates);
  await makeServiceDays(sql, store, dates);
  await noteSettings(sql, store, { made, reported, now });
  return dates.length;
}

interface MadeDays {
  readonly made: ReadonlyMap<string, PeriodTally>;
  readonly reported: readonly string[];
  readonly now: number;
}

/** What of a reported date's difference no change of facts explains is owed to other settings. */
async function noteSettings(sql: Sql, store: Store, { made, reported, now }: MadeDays): Promise<void> {
  const [from, to] = [reported[0], reported.at(-1)];
  if (from === undefined || to === undefined) return;
  const dates = { storeId: store.id, from, to };
  const [reports] = await readReportedDays(sql, [dates]);
  const changes = await readChanges(sql, dates);
  const rows = reported.flatMap((date): RestatedRow[] => {
    const [report, tally] = [reports?.get(date), made.get(date)];
    if (report === undefined || tally === undefined) return [];
    const noted = changes.get(date) ?? [];
    return (['window', 'outside'] as const).map((part) => ({
      storeId: store.id,
      date,
      inWindow: part === 'window' ? 1 : 0,
      cause: 'settings',
      deviceId: '',
      sums: unexplained(
        report[part],
        tally[part],
        noted.map((one) => one[part]),
      ),
    }));
  });
  await putRestatements(
    sql,
    rows.filter(({ sums }) => !areNothing(sums)),
    now,
  );
}

function deviceIdsOf(store: Store): string[] {
  return store.devices.map((device) => device.id);
}

async function datesToMake(sql: Sql, store: Store, now: number): Promise<string[]> {
  const known = await readKnown(sql, [store], now);
  const first = firstDateOf(store, known.reports);
  if (first === null) return [];
  const final = lastFinalDate(store, known.reports, now);
  const stale = await sql.all<{ date: string }>(
    'select date from stale_days where store_id = ? and date <= ? order by date limit ?',
    [store.id, final, datesAPiece],
  );
  if (stale.length > 0) return stale.map((row) => row.date);
  const all = datesBetween(first, final);
  if (all.length === 0 || (await countDays(sql, store, { from: first, to: final })) === all.length) return [];
  const [made] = await readTrustedDates(sql, [{ storeId: store.id, from: first, to: final }]);
  return all.filter((date) => made?.has(date) !== true).slice(0, datesAPiece);
}

async function countDays(sql: Sql, store: Store, { from, to }: { from: string; to: string }): Promise<number> {
  const [row] = await sql.all<{ days: number }>(
    'select count(*) as days from daily_tallies where store_id = ? and date >= ? and date <= ? and in_window = 1',
    [store.id, from, to],
  );
  return row?.days ?? 0;
}

const columns = ['store_id', 'date', 'in_window', ...tallyFields.map(columnName)];

const upsert: Upsert = {
  table: 'daily_tallies',
  columns,
  types: columns.map((column) => (column === 'store_id' || column === 'date' ? 'text' : 'bigint')),
  conflict: `on conflict (store_id, date, in_window) do update set ${columns
    .slice(3)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`,
};

async function putDays(sql: Sql, store: Store, days: ReadonlyMap<string, PeriodTally>): Promise<void> {
  const rows = [...days].flatMap(([date, { window, outside }]) =>
    [window, outside].map((tally, i): SqlValue[] => [
      store.id,
      date,
      i === 0 ? 1 : 0,
      ...tallyFields.map((field) => tally[field]),
    ]),
  );
  await sql.upsertMany(upsert, rows);
}
