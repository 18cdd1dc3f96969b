import { readDayTallies } from '../reads/dayTallies.ts';
import { readReports } from '../reads/facts.ts';
import { readKnown } from '../reads/known.ts';
import { type Reporting, readReporting } from '../reads/reporting.ts';
import { reportDueAt } from '../rollup/reportDue.ts';
import { type PeriodTally, tallyFields } from '../rollup/tally.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql, SqlValue, Upsert } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';
import { addDays, businessDateAt, endOfDate } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { lockDevices } from './deviceLocks.ts';

export interface ReportWork {
  readonly settings: Settings;
  readonly now: number;
  /** The store where the round before stopped; null: from the first. */
  readonly cursor: string | null;
  /** Stops soon after so long, so that the thread gets to other work. */
  readonly budgetMs?: number;
}

export interface ReportRound {
  /** Dates that were reported. */
  readonly made: number;
  /** What the next round is to be given; null: every store has been seen to. */
  readonly cursor: string | null;
}

const defaultBudgetMs = 12;
/** Stores whose devices are looked up at once. */
const storesAPiece = 50;
/** Dates of one store at once: more than one only after the server was off. */
const datesAPiece = 4;
/** Only one process reports at a time. */
const reportLock = 7_546_838;

/**
 * Keeps what each date that has ended showed (`reported_tallies`), once and for good; dates that ended while nobody looked are
 * reported now. A store's first date is the one in which it is seen here first: what was before is history and has no report. Call
 * it until `cursor` is null, with a breath between. Owner and the house only.
 */
export async function reportDates(sql: Sql, scope: Scope, work: ReportWork): Promise<ReportRound> {
  requireOwner(scope, 'report dates');
  const { settings, now, cursor, budgetMs = defaultBudgetMs } = work;
  const endAt = performance.now() + budgetMs;
  const stores = [...settings.stores.values()];
  const left = stores.slice(Math.max(0, cursor === null ? 0 : stores.findIndex((store) => store.id === cursor)));
  const reporting = await readReporting(sql, idsOf(left));
  const open = left.filter((store) => !isIdle(store, reporting.get(store.id), now));
  const due = await dueOf(sql, open.slice(0, storesAPiece), { reporting, now });
  const round =
    due.length === 0
      ? { made: 0, next: 0 }
      : await sql.transaction((inside) => reportSome(inside, due, { now, endAt }));
  return { made: round.made, cursor: due[round.next]?.id ?? open[storesAPiece]?.id ?? null };
}

function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

/** No date of the store has ended since the last that was reported. */
function isIdle(store: Store, known: Reporting | undefined, now: number): boolean {
  return known !== undefined && endOfDate(store, nextDate(known)) > now;
}

function nextDate({ firstDate, lastDate }: Reporting): string {
  return lastDate === null ? firstDate : addDays(lastDate, 1);
}

interface Look {
  readonly reporting: ReadonlyMap<string, Reporting>;
  readonly now: number;
}

/** The stores that are new here, or have a date whose last reports are in. */
async function dueOf(sql: Sql, stores: readonly Store[], { reporting, now }: Look): Promise<Store[]> {
  if (stores.length === 0) return [];
  const reports = await readReports(
    sql,
    stores.flatMap((store) => idsOf(store.devices)),
  );
  return stores.filter((store) => {
    const known = reporting.get(store.id);
    return known === undefined || reportDueAt(store, reports, nextDate(known)) <= now;
  });
}

/** Reports dates of the stores one after the other until time is up; `next` is the place of the first that is not done. */
async function reportSome(
  sql: Sql,
  stores: readonly Store[],
  { now, endAt }: { readonly now: number; readonly endAt: number },
): Promise<{ made: number; next: number }> {
  if (sql.dialect === 'postgres') await sql.all('select pg_advisory_xact_lock(?)', [reportLock]);
  // What is being stored just now is waited for; what comes after sees the report and is noted as a restatement. All devices at
  // once: who stores facts takes them in one order, too.
  await lockDevices(sql, idsOf(stores.flatMap((store) => store.devices)));
  let made = 0;
  let next = 0;
  while (next < stores.length) {
    const piece = await reportStore(sql, stores[next] as Store, now);
    made += piece;
    if (piece < datesAPiece) next++;
    if (performance.now() >= endAt) break;
  }
  return { made, next };
}

/** Reports a few dates of one store; answers how many. */
async function reportStore(sql: Sql, store: Store, now: number): Promise<number> {
  const known = (await readReporting(sql, [store.id])).get(store.id);
  if (known === undefined) {
    await putReporting(sql, { storeId: store.id, firstDate: businessDateAt(store, now), lastDate: null });
    return 0;
  }
  const facts = await readKnown(sql, [store], now);
  const from = nextDate(known);
  let to = addDays(from, -1);
  for (let date = from; reportDueAt(store, facts.reports, date) <= now; date = addDays(date, 1)) {
    to = date;
    if (addDays(from, datesAPiece - 1) === to) break;
  }
  if (to < from) return 0;
  const [tallies] = await readDayTallies(sql, [{ store, from, to }], { known: facts, now });
  await putReported(sql, store, { days: tallies ?? new Map(), now });
  await putReporting(sql, { ...known, lastDate: to });
  return tallies?.size ?? 0;
}

async function putReporting(sql: Sql, { storeId, firstDate, lastDate }: Reporting): Promise<void> {
  await sql.run(
    `insert into reporting (store_id, first_date, last_date) values (?, ?, ?)
     on conflict (store_id) do update set last_date = excluded.last_date`,
    [storeId, firstDate, lastDate],
  );
}

const columns = ['store_id', 'date', 'in_window', 'reported_at', ...tallyFields.map(columnName)];

const upsert: Upsert = {
  table: 'reported_tallies',
  columns,
  types: ['text', 'text', ...Array<string>(columns.length - 2).fill('bigint')],
  // What was reported once is never written again.
  conflict: 'on conflict (store_id, date, in_window) do nothing',
};

async function putReported(
  sql: Sql,
  store: Store,
  { days, now }: { readonly days: ReadonlyMap<string, PeriodTally>; readonly now: number },
): Promise<void> {
  const rows = [...days].flatMap(([date, { window, outside }]) =>
    [window, outside].map((tally, i): SqlValue[] => [
      store.id,
      date,
      i === 0 ? 1 : 0,
      now,
      ...tallyFields.map((field) => tally[field]),
    ]),
  );
  await sql.upsertMany(upsert, rows);
}
