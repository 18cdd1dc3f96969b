import { readDayTallies } from '../reads/dayTallies.ts';
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
/** Dates of one store in a transaction: more than one only after the server was off. */
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
  const stores = [...settings.stores.values()];
  const reporting = await readReporting(
    sql,
    stores.map((store) => store.id),
  );
  const from = cursor === null ? 0 : stores.findIndex((store) => store.id === cursor);
  const endAt = performance.now() + budgetMs;
  let made = 0;
  for (let i = Math.max(0, from); i < stores.length; ) {
    const store = stores[i] as Store;
    const piece = isIdle(store, reporting.get(store.id), now)
      ? 0
      : await sql.transaction((inside) => reportSome(inside, store, now));
    made += piece;
    if (piece < datesAPiece) i++;
    if (performance.now() >= endAt && i < stores.length) return { made, cursor: (stores[i] as Store).id };
  }
  return { made, cursor: null };
}

/** No date of the store has ended since the last that was reported. */
function isIdle(store: Store, known: Reporting | undefined, now: number): boolean {
  return known !== undefined && endOfDate(store, nextDate(known)) > now;
}

function nextDate({ firstDate, lastDate }: Reporting): string {
  return lastDate === null ? firstDate : addDays(lastDate, 1);
}

/** Reports a few dates of one store; answers how many. */
async function reportSome(sql: Sql, store: Store, now: number): Promise<number> {
  if (sql.dialect === 'postgres') await sql.all('select pg_advisory_xact_lock(?)', [reportLock]);
  const known = (await readReporting(sql, [store.id])).get(store.id);
  if (known === undefined) {
    await putReporting(sql, { storeId: store.id, firstDate: businessDateAt(store, now), lastDate: null });
    return 0;
  }
  // What is being stored just now is waited for; what comes after sees the report and is noted as a restatement.
  await lockDevices(
    sql,
    store.devices.map((device) => device.id),
  );
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
